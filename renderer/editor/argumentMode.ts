import { type JsonObject, type JsonValue, own, withKeyRenamed, withoutKey } from '#shared/base/index';
import { type QueryLanguage, isExpression } from '#shared/asl/index';
import type { ValueType } from '#shared/services/index';

/** How the value of an argument is given. */
export type Mode = 'value' | 'path' | 'intrinsic' | 'expression';

/** The modes that a query language offers, with what the form calls them. */
export const modesOf: Record<QueryLanguage, readonly { readonly mode: Mode; readonly label: string }[]> = {
  JSONPath: [
    { mode: 'value', label: 'Value' },
    { mode: 'path', label: 'Path' },
    { mode: 'intrinsic', label: 'Function' },
  ],
  JSONata: [
    { mode: 'value', label: 'Value' },
    { mode: 'expression', label: 'Expression' },
  ],
};

/** The key under which an argument stands, its value and how it is given. A name that is not given is a value to be. */
export function readArgument(
  values: JsonObject,
  name: string,
  language: QueryLanguage,
): { readonly key: string; readonly value: JsonValue | undefined; readonly mode: Mode } {
  const pathKey = `${name}.$`;
  if (language === 'JSONPath' && Object.hasOwn(values, pathKey)) {
    const value = own(values, pathKey);
    const intrinsic = typeof value === 'string' && value.startsWith('States.');
    return { key: pathKey, value, mode: intrinsic ? 'intrinsic' : 'path' };
  }
  const value = own(values, name);
  return { key: name, value, mode: language === 'JSONata' && isExpression(value) ? 'expression' : 'value' };
}

/** The arguments with one given in another way; its place among the others stays. */
export function withMode(
  values: JsonObject,
  name: string,
  type: ValueType,
  mode: Mode,
  language: QueryLanguage,
): JsonObject {
  const { key } = readArgument(values, name, language);
  const nextKey = mode === 'path' || mode === 'intrinsic' ? `${name}.$` : name;
  const renamed =
    key === nextKey || !Object.hasOwn(values, key) ? values : withKeyRenamed(withoutKey(values, nextKey), key, nextKey);
  return { ...renamed, [nextKey]: startOf(mode, type) };
}

function startOf(mode: Mode, type: ValueType): JsonValue {
  switch (mode) {
    case 'value':
      return initialValue(type);
    case 'path':
      return '$';
    case 'intrinsic':
      return "States.Format('{}', $)";
    case 'expression':
      return '{% $states.input %}';
  }
}

/** The value that an argument starts with when it is added. Required members of objects come with it. */
export function initialValue(type: ValueType): JsonValue {
  switch (type.kind) {
    case 'string':
      return '';
    case 'enum':
      return type.values[0] ?? '';
    case 'integer':
    case 'number':
      return type.min ?? 0;
    case 'boolean':
      return true;
    case 'list':
      return [];
    case 'object':
      return Object.fromEntries(
        (type.fields ?? []).filter(({ required }) => required).map((field) => [field.name, initialValue(field.type)]),
      );
    case 'map':
    case 'json':
      return {};
  }
}
