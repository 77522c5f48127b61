import { parsePath } from '../../expressions/index';
import { type Shape, any, memberOf } from './shape';

interface PathSteps {
  readonly steps: readonly string[];
  /** Whether these are all steps of the path. */
  readonly whole: boolean;
}

/** Texts that are remembered at most; then all are forgotten. */
const mostKnown = 10_000;
const known = new Map<string, PathSteps | null>();

/** Members that a path of the input goes down, up to the first step of another kind. Null for what is no path of the input. */
export function pathSteps(text: string): PathSteps | null {
  const before = known.get(text);
  if (before !== undefined) return before;
  if (known.size >= mostKnown) known.clear();
  const read = readSteps(text);
  known.set(text, read);
  return read;
}

function readSteps(text: string): PathSteps | null {
  const parsed = text.startsWith('$') && !text.startsWith('$$') ? parsePath(text) : null;
  if (!parsed?.ok || parsed.value.root.kind !== 'input') return null;
  const steps: string[] = [];
  for (const segment of parsed.value.segments) {
    const [name] = segment.kind === 'names' ? segment.names : [];
    if (segment.kind !== 'names' || segment.names.length !== 1 || name === undefined) return { steps, whole: false };
    steps.push(name);
  }
  return { steps, whole: true };
}

/** What a path gives of data; anything where that cannot be told, also where it gives nothing. */
export function shapeAt(shape: Shape, text: string): Shape {
  const path = pathSteps(text);
  if (!path?.whole) return any;
  let at: Shape | null = shape;
  for (const step of path.steps) at = at && memberOf(at, step);
  return at ?? any;
}

/** The member that a path asks for and that is never there, and the data that lacks it; null when it may be there. */
export function missingStep(shape: Shape, text: string): { readonly index: number; readonly of: Shape } | null {
  let at = shape;
  for (const [index, step] of (pathSteps(text)?.steps ?? []).entries()) {
    const member = memberOf(at, step);
    if (member === null) return { index, of: at };
    at = member;
  }
  return null;
}
