const longest = 80;
const identifier = /^[\p{ID_Start}_][\p{ID_Continue}\u200c\u200d]*$/u;

/**
 * Why a variable cannot have a name; null where it can. Source: AWS developer guide, "Passing data between states with
 * variables": names (Unicode identifiers, 80 characters), `$states` reserved.
 */
export function variableNameProblem(name: string): string | null {
  if (name === 'states') return '$states is reserved. Give the variable another name.';
  if (name.length > longest && [...name].length > longest)
    return `The name has ${String([...name].length)} characters; ${String(longest)} are allowed.`;
  if (identifier.test(name)) return null;
  if (name.startsWith('$')) return 'Names in Assign have no $: it is written where the variable is read.';
  if (/[.[]/.test(name)) return 'A part of a variable cannot be assigned: assign the whole variable.';
  return 'The name of a variable is a letter, then letters, digits and _.';
}

/** The variable that a key of Assign names: in JSONPath `name.$` is a key whose value is computed. */
export function variableOfKey(key: string): string {
  return key.endsWith('.$') ? key.slice(0, -2) : key;
}
