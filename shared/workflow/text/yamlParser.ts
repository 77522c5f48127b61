import { isAlias, isMap, isPair, isScalar, isSeq, LineCounter, parseDocument, type Document, type Node } from 'yaml';
import { isArray, isObject, type JsonValue } from '../../base/json';
import { fail, ok, type Result } from '../../base/result';
import { maxDepth, problemAt, type ParseProblem } from './problem';
import type { MemberNode, SyntaxNode } from './syntax';

export interface ParsedYaml {
  readonly value: JsonValue;
  readonly document: Document;
  readonly tree: SyntaxNode;
  readonly warnings: readonly ParseProblem[];
}

/** Parses one YAML 1.2 document whose values JSON can hold. */
export function parseYaml(text: string): Result<ParsedYaml, ParseProblem> {
  if (depthOf(text) > maxDepth) return fail(problemAt('TOO_DEEP', `Nested deeper than ${maxDepth} levels.`, text, 0));
  const lineCounter = new LineCounter();
  const document = parseDocument(text, { lineCounter, uniqueKeys: false, prettyErrors: false, logLevel: 'silent' });
  const [error] = document.errors;
  if (error) return fail(problemAt('NOT_YAML', `${error.message}.`.replace(/\.\.$/, '.'), text, error.pos[0]));
  const warnings: ParseProblem[] = [];
  const tree = treeOf(document.contents, text, warnings);
  let value: unknown;
  try {
    value = document.toJS({ maxAliasCount: 100 });
  } catch (thrown) {
    const reason = thrown instanceof Error ? thrown.message : 'unreadable';
    return fail(problemAt('NOT_YAML', `The YAML cannot be read: ${reason}.`, text, 0));
  }
  const json = toJson(value, 0);
  if (json === undefined) {
    return fail(
      problemAt('NOT_YAML', 'The YAML holds something that JSON has no form for (NaN, binary or a set).', text, 0),
    );
  }
  return ok({ value: json, document, tree, warnings });
}

/** An upper bound of the nesting, by brackets and by indentation, to refuse hostile input before parsing it. */
function depthOf(text: string): number {
  let brackets = 0;
  let deepest = 0;
  for (const char of text) {
    if (char === '[' || char === '{') deepest = Math.max(deepest, ++brackets);
    else if (char === ']' || char === '}') brackets = Math.max(0, brackets - 1);
  }
  const dashes = /^ *(?:- ){100,}/m.test(text) ? maxDepth + 1 : 0;
  return Math.max(deepest, dashes);
}

function toJson(value: unknown, depth: number): JsonValue | undefined {
  if (depth > maxDepth) return undefined;
  if (value === null || typeof value === 'string' || typeof value === 'boolean') return value;
  if (value === undefined) return null;
  if (typeof value === 'number') return Number.isFinite(value) ? value : undefined;
  if (Array.isArray(value)) {
    const items = value.map((item) => toJson(item, depth + 1));
    return items.includes(undefined) ? undefined : (items as JsonValue[]);
  }
  if (typeof value !== 'object' || Object.getPrototypeOf(value) !== Object.prototype) return undefined;
  const entries: [string, JsonValue][] = [];
  for (const [key, item] of Object.entries(value)) {
    const json = toJson(item, depth + 1);
    if (json === undefined) return undefined;
    entries.push([key, json]);
  }
  return Object.fromEntries(entries);
}

function treeOf(node: Node | null, text: string, warnings: ParseProblem[]): SyntaxNode {
  const [start, end] = node?.range ?? [0, 0];
  if (isMap(node)) {
    const members: MemberNode[] = [];
    const seen = new Set<string>();
    for (const pair of node.items) {
      if (!isPair(pair)) continue;
      const key = pair.key as Node | null;
      const name = isScalar(key) ? String(key.value) : '';
      const [keyStart, keyEnd] = key?.range ?? [start, start];
      if (seen.has(name)) {
        const message = `The key "${name}" stands twice in this map; the last one counts.`;
        warnings.push(problemAt('DUPLICATE_KEY', message, text, keyStart));
      }
      seen.add(name);
      const value = pair.value as Node | null;
      const tree: SyntaxNode = value ? treeOf(value, text, warnings) : { kind: 'scalar', start: keyEnd, end: keyEnd };
      members.push({ key: name, keyStart, keyEnd, value: tree });
    }
    return { kind: 'object', start, end, members };
  }
  if (isSeq(node)) {
    return { kind: 'array', start, end, items: node.items.map((item) => treeOf(item as Node, text, warnings)) };
  }
  return { kind: 'scalar', start, end };
}

/** Whether the document uses what ties places of the text together, so that one cannot be changed alone. */
export function hasReferences(document: Document): boolean {
  let found = false;
  const walk = (node: unknown): void => {
    if (found || node === null || typeof node !== 'object') return;
    const { anchor, tag } = node as { anchor?: string; tag?: string };
    if (isAlias(node) || anchor !== undefined || (tag !== undefined && !tag.startsWith('tag:yaml.org,2002:'))) {
      found = true;
      return;
    }
    if (isMap(node)) {
      for (const pair of node.items) {
        walk(pair.key);
        walk(pair.value);
      }
    } else if (isSeq(node)) node.items.forEach(walk);
  };
  walk(document.contents);
  return found;
}

export function isContainer(value: JsonValue): boolean {
  return isArray(value) ? value.length > 0 : isObject(value) && Object.keys(value).length > 0;
}
