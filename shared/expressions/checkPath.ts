import { pathFacts } from './pathFacts';

/**
 * What the field of a path may hold:
 * - `path`: any JSONPath into the input, the context object or a variable;
 * - `pathOrCall`: that, or a call of an intrinsic function;
 * - `pathOrText`: that, where the function gives text;
 * - `reference`: a reference path, which leads to one place;
 * - `limit`: a reference path, but not into the context object;
 * - `place`: a reference path into the input alone, to write to.
 */
export type PathForm = 'path' | 'pathOrCall' | 'pathOrText' | 'reference' | 'limit' | 'place';

/** What is wrong with a path of the form, to be put after the name of its field; null when nothing is. */
export function checkPath(text: string, form: PathForm): string | null {
  const calls = form === 'pathOrCall' || form === 'pathOrText';
  if (!calls && !text.startsWith('$')) return 'must be a JSONPath, which starts with $: $.orders.';
  const { problem, kind, reference, givesText } = pathFacts(text);
  if (problem !== null) {
    const wanted = calls ? 'a valid JSONPath or a valid intrinsic function call' : 'a valid JSONPath';
    return `must be ${wanted}: ${problem}.`;
  }
  if (form === 'pathOrText' && !givesText)
    return 'must give text: of the intrinsic functions only those that give text can stand here.';
  if (form === 'path' || calls) return null;
  if (!reference) return 'must lead to one place: no *, .., filters, slices or functions.';
  if (kind === 'context' && form !== 'reference') return 'cannot lead into the context object ($$).';
  return kind === 'variable' && form === 'place' ? 'must lead into the input: a variable cannot stand here.' : null;
}
