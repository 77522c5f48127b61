import { type JsonArray, type JsonObject, type JsonValue, isArray, isObject } from '../base/index';
import type { Mismatch } from './eventPattern';
import { matcherProblem, patternOperators } from './patternOperators';

/** Names that a field of an alternative of `$or` must not have: they would read as a comparison. */
const reserved = new Set([...Object.keys(patternOperators), 'exactly', '=', '<', '<=', '>', '>=']);

/**
 * What EventBridge would refuse in a pattern, with where; empty when nothing. Source: EventBridge user guide,
 * "Creating event patterns" and "Comparison operators"; the grammar of github.com/aws/event-ruler.
 */
export function checkPattern(pattern: JsonObject, at: readonly string[] = []): readonly Mismatch[] {
  const problems = problemsOf(pattern, at);
  return problems.length > 0 ? problems : repeatedPaths(pattern, at);
}

function problemsOf(pattern: JsonObject, at: readonly string[]): readonly Mismatch[] {
  if (Object.keys(pattern).length === 0) return [{ at, message: 'A pattern names at least one field.' }];
  return Object.entries(pattern).flatMap(([key, wanted]) => {
    const place = [...at, key];
    if (key === '$or') return alternativesProblems(wanted, place);
    if (isObject(wanted)) return problemsOf(wanted, place);
    if (!isArray(wanted) || wanted.length === 0) {
      return [{ at: place, message: 'Write the wanted values as a list, such as ["aws.s3"].' }];
    }
    return valuesProblems(wanted, place);
  });
}

function alternativesProblems(wanted: JsonValue, at: readonly string[]): readonly Mismatch[] {
  if (!isArray(wanted) || wanted.length < 2 || !wanted.every(isObject)) {
    return [{ at, message: '$or needs a list of at least two patterns.' }];
  }
  const taken = wanted.flatMap((each) => Object.keys(each)).find((name) => reserved.has(name));
  if (taken !== undefined) return [{ at, message: `“${taken}” is a comparison: $or holds patterns that name fields.` }];
  return wanted.flatMap((each) => problemsOf(each, at));
}

function valuesProblems(wanted: JsonArray, at: readonly string[]): readonly Mismatch[] {
  return wanted.flatMap((matcher): Mismatch[] => {
    if (isArray(matcher)) return [{ at, message: 'A list inside the list is not allowed.' }];
    const message = isObject(matcher) ? matcherProblem(matcher) : null;
    return message === null ? [] : [{ at, message }];
  });
}

/** A field that stands beside `$or` must not stand in one of its alternatives again. */
function repeatedPaths(pattern: JsonObject, at: readonly string[]): readonly Mismatch[] {
  const problems: Mismatch[] = [];
  const visit = (here: JsonObject, place: readonly string[], above: ReadonlySet<string>): ReadonlySet<string> => {
    const seen = new Set(above);
    const note = (path: readonly string[]) => {
      const name = path.join('.');
      if (seen.has(name)) problems.push({ at: path, message: 'This field is named twice: beside $or and in it.' });
      seen.add(name);
    };
    // What stands beside `$or` first, wherever it is written.
    const entries = Object.entries(here).sort(([one], [other]) => Number(one === '$or') - Number(other === '$or'));
    for (const [key, wanted] of entries) {
      if (key === '$or' && isArray(wanted)) {
        const inside = wanted.filter(isObject).map((each) => visit(each, place, seen));
        for (const name of inside.flatMap((names) => [...names])) seen.add(name);
      } else if (isObject(wanted)) for (const name of visit(wanted, [...place, key], seen)) seen.add(name);
      else note([...place, key]);
    }
    return seen;
  };
  visit(pattern, at, new Set());
  return problems;
}
