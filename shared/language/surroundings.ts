import { isStateType, type QueryLanguage, type StateType } from '../asl/index';
import { type JsonObject, type JsonPath, isObject, own } from '../base/index';
import {
  type ScopePath,
  type StatePath,
  fromJsonPath,
  nodeAt,
  rootScope,
  scopeOf,
  stateName,
  stateOfPlace,
  toJsonPath,
} from '../workflow/index';
import { cursorAt } from './cursor';
import type { DocumentIndex } from './documentIndex';
import { scalarText } from './scalarText';

/** The state around a place, and where in it the place is. */
export interface Surroundings {
  readonly path: StatePath;
  readonly name: string;
  readonly scope: ScopePath;
  readonly state: JsonObject;
  /** Null when the Type is missing or none that ASL knows. */
  readonly type: StateType | null;
  readonly language: QueryLanguage;
  /** The steps from the state to the place. */
  readonly rest: JsonPath;
}

/** The innermost state around a place; null for places of the machine itself. */
export function surroundingsOf(index: DocumentIndex, place: JsonPath): Surroundings | null {
  const path = stateOfPlace(place);
  if (path === null) return null;
  const at = toJsonPath(path);
  const value = index.valueAt(at);
  const state = isObject(value) ? value : {};
  const type = own(state, 'Type');
  return {
    path,
    name: stateName(path),
    scope: scopeOf(path),
    state,
    type: isStateType(type) ? type : null,
    language: languageAt(index, state),
    rest: place.slice(at.length),
  };
}

/** The innermost state whose text an offset lies in; null outside of all. */
export function stateAtOffset(index: DocumentIndex, offset: number): StatePath | null {
  const cursor = cursorAt(index, offset);
  return cursor && stateOfPlace(cursor.step === null ? cursor.holder : [...cursor.holder, cursor.step]);
}

/** The query language that counts in a state, or in the machine. */
export function languageAt(index: DocumentIndex, state?: JsonObject): QueryLanguage {
  const given = (state && own(state, 'QueryLanguage')) ?? index.valueAt(['QueryLanguage']);
  return given === 'JSONata' ? 'JSONata' : 'JSONPath';
}

/** The scope that a place lies in: that of the state around it, or the one that the place is a field of. */
export function scopeAround(place: JsonPath): ScopePath {
  const state = stateOfPlace(place);
  if (state === null) return rootScope;
  const rest = place.slice(toJsonPath(state).length);
  const length =
    rest[0] === 'Branches' && rest.length > 1 ? 2 : rest[0] === 'ItemProcessor' || rest[0] === 'Iterator' ? 1 : 0;
  return length === 0 || rest.length === length - 1
    ? scopeOf(state)
    : (fromJsonPath([...toJsonPath(state), ...rest.slice(0, length)]) as ScopePath);
}

/** The states of a scope by name with the text of their types, in the order of the text. Read from the tree alone. */
export function statesOf(index: DocumentIndex, scope: ScopePath): ReadonlyMap<string, string> {
  const placed = index.placeOf([...toJsonPath(scope), 'States']);
  const members = placed?.node.kind === 'object' ? placed.node.members : [];
  return new Map(
    members.map(({ key, at, value }) => {
      const type = nodeAt({ at: (placed?.start ?? 0) + at, root: value }, ['Type']);
      if (type?.node.kind !== 'scalar') return [key, ''];
      return [key, scalarText(index.text, type.start, type.start + type.node.length, index.format).text];
    }),
  );
}
