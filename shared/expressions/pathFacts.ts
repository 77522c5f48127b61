import { type IntrinsicArgument, type IntrinsicCall, parseIntrinsic } from './parseIntrinsic';
import { parsePath } from './jsonPath/parse';
import type { ParsedPath } from './jsonPath/syntax';
import { remembered } from './remember';

/** What the text of a path, or of a call of an intrinsic function, says without being evaluated. */
export interface PathFacts {
  /** Why it cannot be read; null when it can. Nothing else is known then. */
  readonly problem: string | null;
  readonly kind: 'input' | 'context' | 'variable' | 'call';
  /** Whether it is a reference path: member by member to one place. */
  readonly reference: boolean;
  /** Whether it may give text: false for a call of a function that never does. */
  readonly givesText: boolean;
  /** The variables that it reads. */
  readonly variables: readonly string[];
}

/** The facts of a path `$...`, `$$...`, `$name...`; of any other text as a call `States.Name(...)`. Each distinct text is read once. */
export const pathFacts = remembered(
  (text: string): PathFacts => plain(text) ?? (text.startsWith('$') ? factsOfPath(text) : factsOfCall(text)),
);

const none: readonly string[] = [];
const inputPath: PathFacts = { problem: null, kind: 'input', reference: true, givesText: true, variables: none };
const contextPath: PathFacts = { ...inputPath, kind: 'context' };
const plainPath = /^\$\$?(?:\.[A-Za-z_]\w*|\[\d+\])*$/;

/** The form that most paths have; the parser reads the others. */
function plain(text: string): PathFacts | undefined {
  if (!plainPath.test(text)) return undefined;
  return text.startsWith('$$') ? contextPath : inputPath;
}

function factsOfPath(text: string): PathFacts {
  const parsed = parsePath(text);
  if (!parsed.ok) return unread(parsed.problem.message);
  const { root } = parsed.value;
  return {
    problem: null,
    kind: root.kind,
    reference: isReference(parsed.value),
    givesText: true,
    variables: root.kind === 'variable' ? [root.name] : none,
  };
}

function factsOfCall(text: string): PathFacts {
  const parsed = parseIntrinsic(text);
  if (!parsed.ok) return unread(parsed.problem);
  const variables = new Set<string>();
  collect(parsed.value, variables);
  const givesText = parsed.value.called.givesText === true;
  return { problem: null, kind: 'call', reference: false, givesText, variables: [...variables] };
}

function unread(problem: string): PathFacts {
  return { problem, kind: 'input', reference: false, givesText: false, variables: none };
}

function collect(argument: IntrinsicCall | IntrinsicArgument, variables: Set<string>): void {
  if (argument.kind === 'call') for (const inner of argument.args) collect(inner, variables);
  else if (argument.kind === 'path' && argument.path.root.kind === 'variable') variables.add(argument.path.root.name);
}

/** Whether a path leads member by member to one place. Source: ASL specification, "Reference Paths". */
export function isReference({ definite, segments }: ParsedPath): boolean {
  return definite && segments.every(({ kind }) => kind !== 'function');
}
