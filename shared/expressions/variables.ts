import type { JsonObject, JsonValue } from '../base/index';

/**
 * The variables that a line of control sees. Values are never changed in place: an Assign makes a new object, so a
 * branch starts from its parent's variables for nothing and cannot change them.
 */
export type Variables = JsonObject;

export const noVariables: Variables = Object.freeze({});

/** The variables after an Assign. */
export function assignVariables(variables: Variables, assigned: Readonly<Record<string, JsonValue>>): Variables {
  return { ...variables, ...assigned };
}
