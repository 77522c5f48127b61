import { type JsonObject, type JsonValue, isArray, isObject, objectFrom, own, withKey } from '../base/index';
import { scopeFields } from '../asl/index';
import { type StateEntry, allStates } from '../workflow/index';

/** The states of a definition by their paths, in the order of the walk: outer scopes first. */
export type PlacedStates = ReadonlyMap<string, StateEntry>;

export function placedStates(definition: JsonObject): PlacedStates {
  return new Map(allStates(definition).map((entry) => [entry.path, entry]));
}

/** A state or machine without the states in its scopes, which are compared each by itself. What is no state stays. */
export function withoutInnerStates(holder: JsonObject): JsonObject {
  const states = own(holder, 'States');
  const kept = isObject(states) ? Object.entries(states).filter(([, state]) => !isObject(state)) : [];
  let result = isObject(states) ? withKey(holder, 'States', objectFrom(kept)) : holder;
  for (const { field } of scopeFields) {
    const scopes = own(result, field);
    if (isObject(scopes)) result = withKey(result, field, withoutInnerStates(scopes));
    else if (isArray(scopes))
      result = withKey(
        result,
        field,
        scopes.map((scope): JsonValue => (isObject(scope) ? withoutInnerStates(scope) : scope)),
      );
  }
  return result;
}
