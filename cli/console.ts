/** What a command reads from and writes to. */
export interface Console {
  out(text: string): void;
  err(text: string): void;
  /** Everything that comes in over standard input. */
  input(): Promise<Uint8Array>;
  /** Whether what is written to `out` is looked at by a person, who likes colours. */
  readonly isTerminal: boolean;
  /** Shows how far a long work is, on one line that gives way to the next; nothing where nobody looks. */
  progress(text: string): void;
}

/** Standard input, output and error of the process. */
export function processConsole(): Console {
  const { stdin, stdout, stderr, env } = process;
  const isTerminal = (stdout.isTTY && env['NO_COLOR'] === undefined && env['TERM'] !== 'dumb') === true;
  return {
    isTerminal,
    out: (text) => stdout.write(text),
    err: (text) => stderr.write(text),
    input: async () => {
      const chunks: Uint8Array[] = [];
      for await (const chunk of stdin) chunks.push(chunk as Uint8Array);
      return Buffer.concat(chunks);
    },
    progress: (text) => {
      // The line is cleared before it is written anew; an empty text leaves it cleared.
      if (stderr.isTTY) stderr.write(`\r\u001B[2K${text}`);
    },
  };
}

type Look = 'red' | 'yellow' | 'green' | 'dim' | 'bold';

const codes: Readonly<Record<Look, number>> = { red: 31, yellow: 33, green: 32, dim: 2, bold: 1 };

/** Text in a colour, on a terminal alone. */
export function painted({ isTerminal }: Pick<Console, 'isTerminal'>, look: Look, text: string): string {
  return isTerminal ? `\u001B[${codes[look]}m${text}\u001B[0m` : text;
}

/** Rows with their columns set below each other; the last one is as long as it is. */
export function columns(rows: readonly (readonly string[])[]): string {
  const widths: number[] = [];
  for (const row of rows) row.forEach((cell, index) => (widths[index] = Math.max(widths[index] ?? 0, width(cell))));
  return rows
    .map((row) =>
      row
        .map((cell, index) =>
          index === row.length - 1 ? cell : cell + ' '.repeat((widths[index] ?? 0) - width(cell) + 2),
        )
        .join('')
        .trimEnd(),
    )
    .map((line) => `${line}\n`)
    .join('');
}

/** Without the codes of colours. */
const width = (cell: string) => cell.replace(/\u001B\[\d+m/g, '').length;

/** A value as the text of `--json`. */
export function printed(value: unknown): string {
  return `${JSON.stringify(value, null, 2)}\n`;
}
