import { type JsonObject, type JsonValue, isArray, isObject } from '../base/index';

/** An input with every place that the definition reads from the input: paths of JSONPath, `$states.input` of JSONata. */
export function suggestInput(definition: JsonObject): JsonObject {
  return readsOf(definition, 'input');
}

/**
 * An object with every place that is read of data: below `$` in JSONPath, below `$states.input` or `$states.result` in
 * JSONata.
 */
export function readsOf(read: JsonValue, data: 'input' | 'result'): JsonObject {
  const root: Record<string, JsonValue> = {};
  const walk = (value: JsonValue, key: string) => {
    if (typeof value === 'string') {
      for (const { path, sample } of pathsIn(value, key, data)) put(root, path, sample);
    } else if (isArray(value)) value.forEach((item) => walk(item, key));
    else if (isObject(value)) {
      const comparison = Object.entries(value).find(
        ([name, compared]) => /Equals$|LessThan|GreaterThan/.test(name) && typeof compared !== 'object',
      );
      const variable = value['Variable'];
      if (typeof variable === 'string' && comparison)
        for (const { path } of pathsIn(variable, 'Variable', data)) put(root, path, comparison[1]);
      for (const [name, item] of Object.entries(value)) walk(item, name);
    }
  };
  walk(read, '');
  return root;
}

const inputRead = /\$states\.input((?:\.[A-Za-z_]\w*)+)/g;
const resultRead = /\$states\.result((?:\.[A-Za-z_]\w*)+)/g;

function pathsIn(text: string, key: string, data: 'input' | 'result'): { path: string[]; sample: JsonValue }[] {
  const sample: JsonValue = /Seconds/.test(key) ? 1 : key === 'ItemsPath' || key === 'Items' ? [] : 'sample';
  const found = text.startsWith('{%')
    ? text.matchAll(data === 'input' ? inputRead : resultRead)
    : text.matchAll(/(?<![$\w])\$((?:\.[A-Za-z_]\w*)+)/g);
  return [...found].map((match) => ({ path: (match[1] ?? '').split('.').filter(Boolean), sample }));
}

function put(root: Record<string, JsonValue>, path: readonly string[], sample: JsonValue): void {
  // A name that reaches the prototype is no field.
  if (path.includes('__proto__')) return;
  let at = root;
  for (const name of path.slice(0, -1)) {
    const there = Object.hasOwn(at, name) ? at[name] : undefined;
    const next: Record<string, JsonValue> = isObject(there) ? (there as Record<string, JsonValue>) : {};
    at[name] = next;
    at = next;
  }
  const last = path.at(-1);
  if (last === undefined) return;
  const there = Object.hasOwn(at, last) ? at[last] : undefined;
  if (there === undefined || there === 'sample') at[last] = sample;
}
