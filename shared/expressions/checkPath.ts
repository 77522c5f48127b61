import { pathFacts } from './pathFacts';

/**
 * What the field of a path may hold:
 * - `path`: any JSONPath into the input, the context object or a variable;
 * - `pathOrCall`: that, or a call of an intrinsic function;
 * - `reference`: a reference path, which leads to one place;
 * - `limit`: a reference path, but not into the context object;
 * - `place`: a reference path into the input alone, to write to.
 */
export type PathForm = 'path' | 'pathOrCall' | 'reference' | 'limit' | 'place';

/** What is wrong with a path of the form, to be put after the name of its field; null when nothing is. */
export function checkPath(text: string, form: PathForm): string | null {
  if (form !== 'pathOrCall' && !text.startsWith('$')) return 'must be a JSONPath, which starts with $: $.orders.';
  const { problem, kind, reference } = pathFacts(text);
  if (problem !== null) {
    const wanted = form === 'pathOrCall' ? 'a valid JSONPath or a valid intrinsic function call' : 'a valid JSONPath';
    return `must be ${wanted}: ${problem}.`;
  }
  if (form === 'path' || form === 'pathOrCall') return null;
  if (!reference) return 'must lead to one place: no *, .., filters, slices or functions.';
  if (kind === 'context' && form !== 'reference') return 'cannot lead into the context object ($$).';
  return kind === 'variable' && form === 'place' ? 'must lead into the input: a variable cannot stand here.' : null;
}
