import { painted, type Console } from '../console';

/** Something that is wrong with a file, where it stands in it. */
export interface Finding {
  readonly file: string;
  /** From 1, as editors count. */
  readonly line: number;
  readonly column: number;
  /** A note is no fault: it says why something was not looked at. */
  readonly severity: 'error' | 'warning' | 'note';
  readonly code: string;
  /** The rule of docs/rules.md that was broken; null for what is no rule, such as JSON that cannot be read. */
  readonly rule: string | null;
  readonly message: string;
  /** The state machine that it is in, by its name in the file; null where the file is the machine. */
  readonly machine: string | null;
  /** The name of the innermost state; null for the machine itself. */
  readonly state: string | null;
}

/** A finding on one line, as compilers write theirs, so that editors and CI find the place. */
export function findingLine(
  { file, line, column, severity, message, code, machine }: Finding,
  console: Pick<Console, 'isTerminal'>,
): string {
  const look = severity === 'error' ? 'red' : severity === 'warning' ? 'yellow' : 'dim';
  const place = `${file}:${line}:${column}:`;
  const inside = machine === null ? '' : `${machine}: `;
  return `${place} ${painted(console, look, `${severity}:`)} ${inside}${message} ${painted(console, 'dim', `[${code}]`)}\n`;
}
