import { variableOfKey } from '../asl/index';
import { type JsonObject, type JsonPath, isArray, isObject, own } from '../base/index';
import { allStates, toJsonPath } from '../workflow/index';
import type { Range } from './contract';
import type { DocumentIndex } from './documentIndex';
import { expressionTexts } from './expressionTexts';
import { jsonataTokens, pathTokens } from './tokens';

/** A place that gives a variable its value: a key of an Assign. */
export interface Assignment {
  readonly name: string;
  /** The state that assigns it. */
  readonly state: string;
  readonly at: JsonPath;
}

interface Assigned {
  readonly name: string;
  readonly at: JsonPath;
}

/** By the state's object, which versions of a document share: of an edited text only changed states are looked at again. */
const known = new WeakMap<JsonObject, readonly Assigned[]>();

/** Everything that assigns variables, in the order of the states. */
export function assignments(index: DocumentIndex): readonly Assignment[] {
  const found: Assignment[] = [];
  for (const { name: state, path, state: value } of allStates(index.definition())) {
    for (const { name, at } of assignedIn(value)) found.push({ name, state, at: [...toJsonPath(path), ...at] });
  }
  return found;
}

function assignedIn(state: JsonObject): readonly Assigned[] {
  let found = known.get(state);
  if (!found)
    known.set(state, (found = [...keysOf(state, []), ...inItems(state, 'Choices'), ...inItems(state, 'Catch')]));
  return found;
}

function inItems(state: JsonObject, field: 'Choices' | 'Catch'): readonly Assigned[] {
  const items = own(state, field);
  if (!isArray(items)) return [];
  return items.flatMap((item, index) => (isObject(item) ? keysOf(item, [field, index]) : []));
}

function keysOf(holder: JsonObject, at: JsonPath): readonly Assigned[] {
  const assign = own(holder, 'Assign');
  return isObject(assign)
    ? Object.keys(assign).map((key) => ({ name: variableOfKey(key), at: [...at, 'Assign', key] }))
    : [];
}

/** Where expressions read a variable, in the order of the states. */
export function readsOf(index: DocumentIndex, name: string): readonly Range[] {
  return expressionTexts(index).flatMap(({ kind, scalar, from, to }) => {
    const text = scalar.text.slice(from, to);
    if (!text.includes(`$${name}`)) return [];
    const tokens = kind === 'jsonata' ? jsonataTokens(text) : pathTokens(text);
    return tokens
      .filter((token) => token.kind === 'variable' && text.slice(token.start, token.end) === `$${name}`)
      .map((token) => ({ start: scalar.at(from + token.start), end: scalar.at(from + token.end - 1) + 1 }));
  });
}
