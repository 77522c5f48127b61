import { type JsonObject, type JsonValue, isArray, isObject, own } from '../../base/index';
import type { Steps } from './marks';

/**
 * Where the data of an expression begins: in the state's input, its result, the input of the execution, the item of the
 * Map around it, or a variable.
 */
export type Root = 'input' | 'result' | 'execution' | 'item' | 'error' | { readonly variable: string };

/** A way that a definition reads data by. */
export interface Mention {
  readonly root: Root;
  readonly path: Steps;
  /** The field it stands in. */
  readonly key: string;
}

const names = String.raw`(?:\.(?:[A-Za-z_]\w*|\x60[^\x60]+\x60)|\[(?:\d+|'[^']+'|"[^"]+")\])*`;
const inJsonata = new RegExp(String.raw`\$([A-Za-z_]\w*)(${names})`, 'g');
const pathNames = String.raw`(?:\.[A-Za-z_][\w-]*|\.?\[(?:\d+|'[^']+'|"[^"]+")\])*`;
const inJsonPath = new RegExp(String.raw`(\$\$|\$(?:[A-Za-z_]\w*)?)(${pathNames})`, 'g');

/** The ways that a text reads data by. What calls a function is none. */
export function mentionsIn(text: string, key: string, resultField = false): readonly Mention[] {
  const isExpression = text.startsWith('{%');
  const found: Mention[] = [];
  for (const match of text.matchAll(isExpression ? inJsonata : inJsonPath)) {
    const end = match.index + match[0].length;
    if (isExpression && text[end] === '(') continue;
    const path = stepsOf(match[2] ?? '');
    const mention = isExpression ? ofJsonata(match[1] ?? '', path) : ofJsonPath(match[1] ?? '', path, resultField);
    if (mention !== undefined) found.push({ ...mention, key });
  }
  return found;
}

function stepsOf(text: string): Steps {
  return [...text.matchAll(/\.([A-Za-z_][\w-]*)|\.`([^`]+)`|\[(\d+)\]|\[['"]([^'"]+)['"]\]/g)].map(
    ([, name, quoted, index, bracketed]) => (index === undefined ? (name ?? quoted ?? bracketed ?? '') : Number(index)),
  );
}

function ofJsonata(name: string, path: Steps): Omit<Mention, 'key'> | undefined {
  if (name !== 'states') return { root: { variable: name }, path };
  const [member, ...rest] = path;
  if (member === 'input' || member === 'result') return { root: member, path: rest };
  if (member === 'errorOutput') return { root: 'error', path: rest };
  return ofContext(member === 'context' ? rest : []);
}

function ofJsonPath(root: string, path: Steps, resultField: boolean): Omit<Mention, 'key'> | undefined {
  if (root === '$$') return ofContext(path);
  if (root !== '$') return { root: { variable: root.slice(1) }, path };
  return { root: resultField ? 'result' : 'input', path };
}

function ofContext([first, second, ...rest]: Steps): Omit<Mention, 'key'> | undefined {
  if (first === 'Execution' && second === 'Input') return { root: 'execution', path: rest };
  const [third, ...more] = rest;
  return first === 'Map' && second === 'Item' && third === 'Value' ? { root: 'item', path: more } : undefined;
}

/** Fields whose JSONPath reads the result of the work. */
const resultFields = new Set(['ResultSelector', 'OutputPath']);
const scopes = new Set(['States', 'Branches', 'ItemProcessor', 'Iterator']);

/** What a state itself reads, without the states inside it. */
export function mentionsOf(state: JsonObject): readonly Mention[] {
  const found: Mention[] = [];
  const walk = (value: JsonValue, key: string, result: boolean): void => {
    if (typeof value === 'string') {
      if (key !== 'ResultPath') found.push(...mentionsIn(value, key, result));
    } else if (isArray(value)) value.forEach((item) => walk(item, key, result));
    else if (isObject(value))
      for (const [name, member] of Object.entries(value)) {
        if (!scopes.has(name)) walk(member, name, result || resultFields.has(name));
      }
  };
  walk(state, '', false);
  const way = inputWay(state);
  // The other fields see what InputPath leaves.
  return found.map((each) =>
    each.root === 'input' && each.key !== 'InputPath' ? { ...each, path: [...way, ...each.path] } : each,
  );
}

function inputWay(state: JsonObject): Steps {
  const path = own(state, 'InputPath');
  const [mention] = typeof path === 'string' ? mentionsIn(path, 'InputPath') : [];
  return mention?.root === 'input' ? mention.path : [];
}

/** What a value may have to be where a field reads it. */
export function sampleFor(key: string): JsonValue | undefined {
  if (/Seconds|MaxConcurrency|MaxItems|Tolerated|MaxInput/.test(key)) return 1;
  if (/Timestamp/.test(key)) return '2026-01-02T00:00:00Z';
  return undefined;
}

/** The ways to the items of a Map in its input: none where a reader gives them. */
export function itemWays(map: JsonObject): readonly Steps[] {
  const named = mentionsOf(map).filter(({ key, root }) => isItems(key) && root === 'input');
  if (named.length > 0) return named.map(({ path }) => path);
  return ['ItemsPath', 'Items', 'ItemReader'].some((field) => field in map) ? [] : [inputWay(map)];
}

export function isItems(key: string): boolean {
  return key === 'ItemsPath' || key === 'Items';
}
