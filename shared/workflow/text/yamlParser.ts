import {
  isAlias,
  isMap,
  isScalar,
  isSeq,
  Lexer,
  parseDocument,
  type Document,
  type Node,
  type Scalar,
  type YAMLMap,
  type YAMLSeq,
} from 'yaml';
import { type JsonValue, type Result, fail, isArray, isObject, ok } from '../../base/index';
import { valueOfTag } from './cloudFormationTags';
import { Lines } from './lines';
import { maxDepth, problemAt, type ParseProblem } from './problem';
import type { ItemNode, MemberNode, SyntaxNode, SyntaxTree } from './syntax';

export interface ParsedYaml {
  readonly value: JsonValue;
  readonly document: Document;
  readonly tree: SyntaxTree;
  readonly warnings: readonly ParseProblem[];
}

/**
 * Parses one YAML document whose values JSON can hold. The value is built from the same nodes as the tree, so that the
 * names of members agree in both, also for keys that are null, empty or collections.
 */
export function parseYaml(text: string): Result<ParsedYaml, ParseProblem> {
  const lines = new Lines(text);
  if (isTooDeep(text)) return fail(tooDeep(lines));
  const document = parseDocument(text, { uniqueKeys: false, prettyErrors: false, logLevel: 'silent' });
  const [error] = document.errors;
  // The composer calls itself for every level, and says so in the words of the engine.
  if (error?.message.includes('call stack')) return fail(tooDeep(lines));
  if (error) return fail(problemAt('NOT_YAML', `${error.message}.`.replace(/\.\.$/, '.'), lines, error.pos[0]));
  const reader = new Reader(lines);
  try {
    const { value, node, start } = reader.node(document.contents, 0);
    const isMultiple = otherDocuments.test(text.slice(start));
    const further = isMultiple ? furtherDocument(document, text) : null;
    if (further !== null) {
      const message = 'The file holds further documents; the first one is the workflow, the others stay as they are.';
      reader.warnings.push(problemAt('FURTHER_DOCUMENTS', message, lines, further));
    }
    const tree = { at: start, root: node, plain: !reader.hasAlias && !isOfVersion11(document) && !isMultiple };
    return ok({ value: reader.inSchemaOf(document, value), document, tree, warnings: reader.warnings });
  } catch (thrown) {
    if (thrown instanceof Refused) return fail(thrown.problem);
    throw thrown;
  }
}

/** What a text says that the parser refuses, as far as the yaml package makes nodes of it; null where it makes none. */
export function readBrokenYaml(text: string): { readonly value: JsonValue; readonly tree: SyntaxTree } | null {
  if (isTooDeep(text)) return null;
  const { contents } = parseDocument(text, { uniqueKeys: false, prettyErrors: false, logLevel: 'silent' });
  try {
    const { value, node, start } = new Reader(new Lines(text)).node(contents, 0);
    return { value, tree: { at: start, root: node, plain: false } };
  } catch (thrown) {
    if (thrown instanceof Refused) return null;
    throw thrown;
  }
}

function isTooDeep(text: string): boolean {
  return flowDepth(text) > maxDepth || /^ *(?:- ){100,}/m.test(text);
}

function isOfVersion11(document: Document): boolean {
  return document.directives?.yaml.version === '1.1';
}

/** Where a second document begins, if one follows: an end mark alone makes none. */
function furtherDocument(document: Document, text: string): number | null {
  const end = document.range?.[1] ?? text.length;
  const mark = /^---(?:\s|$)/m.exec(text.slice(end));
  return mark ? end + mark.index : null;
}

/** The mark that ends a document, or begins a further one. */
const otherDocuments = /^(?:---|\.\.\.)(?:\s|$)/m;

function tooDeep(lines: Lines): ParseProblem {
  return problemAt('TOO_DEEP', `Nested deeper than ${maxDepth} levels.`, lines, 0);
}

/** How deep brackets are nested; exactly where brackets could be too many, since they may stand in strings and comments. */
function flowDepth(text: string): number {
  const open = (tokens: Iterable<string>) => {
    let [depth, deepest] = [0, 0];
    let scalar = false;
    for (const token of tokens) {
      if (!scalar && (token === '[' || token === '{')) deepest = Math.max(deepest, ++depth);
      else if (!scalar && (token === ']' || token === '}')) depth = Math.max(0, depth - 1);
      scalar = token === scalarFollows;
    }
    return deepest;
  };
  return open(text) <= maxDepth ? 0 : open(new Lexer().lex(text));
}

/** The lexer of the yaml package puts this mark before the text of every scalar. */
const scalarFollows = '\u001f';

class Refused extends Error {
  constructor(readonly problem: ParseProblem) {
    super(problem.message);
  }
}

interface Read {
  readonly value: JsonValue;
  readonly node: SyntaxNode;
  readonly start: number;
}

/** The fields of ASL that are booleans and nothing else. Source: ASL specification, "Transitions" and "Choice Rules". */
const booleanFields: ReadonlySet<string> = new Set([
  'End',
  'BooleanEquals',
  'IsBoolean',
  'IsNull',
  'IsNumeric',
  'IsPresent',
  'IsString',
  'IsTimestamp',
]);

/** Source: https://yaml.org/type/bool.html */
function booleanWord(text: string): boolean | undefined {
  if (/^(?:y|Y|yes|Yes|YES|on|On|ON)$/.test(text)) return true;
  return /^(?:n|N|no|No|NO|off|Off|OFF)$/.test(text) ? false : undefined;
}

/** Aliases may repeat this many values in all; more is an attack that grows with every level ("billion laughs"). */
const maxRepeated = 100_000;

class Reader {
  readonly warnings: ParseProblem[] = [];
  hasAlias = false;
  /** What an alias stands for; null while the anchored value itself is being read. */
  private readonly anchors = new Map<string, { readonly value: JsonValue; readonly size: number } | null>();
  private size = 0;
  private repeated = 0;

  constructor(private readonly lines: Lines) {}

  node(node: Node | null, depth: number): Read {
    const [start, end] = node?.range ?? [0, 0];
    if (depth > maxDepth) throw new Refused(tooDeep(this.lines));
    if (isAlias(node)) {
      return { value: this.alias(node.source, start), node: { kind: 'scalar', length: end - start }, start };
    }
    const anchor = isMap(node) || isSeq(node) || isScalar(node) ? node.anchor : undefined;
    if (anchor !== undefined) this.anchors.set(anchor, null);
    const before = this.size++;
    const read = this.content(node, start, end, depth);
    if (anchor !== undefined) this.anchors.set(anchor, { value: read.value, size: this.size - before });
    return read;
  }

  /** A document that asks for YAML 1.1 may merge maps with `<<`, which only its own conversion knows. */
  inSchemaOf(document: Document, value: JsonValue): JsonValue {
    if (!isOfVersion11(document)) return value;
    const text = JSON.stringify(document.toJS({ maxAliasCount: 100 }), (_key, item: unknown) =>
      item instanceof Set || item instanceof Map ? this.refuse('The YAML holds a set or an ordered map.', 0) : item,
    );
    return JSON.parse(text) as JsonValue;
  }

  private content(node: Node | null, start: number, end: number, depth: number): Read {
    const read = this.untagged(node, start, end, depth);
    const value = node?.tag?.startsWith('!') ? valueOfTag(node.tag, read.value) : undefined;
    return value === undefined
      ? read
      : { value, node: { kind: 'scalar', length: read.node.length }, start: read.start };
  }

  private untagged(node: Node | null, start: number, end: number, depth: number): Read {
    if (isMap(node)) return this.map(node, start, end, depth);
    if (isSeq(node)) return this.seq(node, start, end, depth);
    const value = this.scalar(isScalar(node) ? node : null, start);
    return { value, node: { kind: 'scalar', length: end - start }, start };
  }

  private seq(node: YAMLSeq, start: number, end: number, depth: number): Read {
    const read = node.items.map((item) => this.node(item as Node | null, depth + 1));
    const items = read.map((item): ItemNode => ({ at: item.start - start, value: item.node }));
    const block = node.flow !== true;
    const value = read.map((item) => item.value);
    return { value, node: { kind: 'array', length: lengthOf(items, block, end - start), block, items }, start };
  }

  private map(node: YAMLMap, start: number, end: number, depth: number): Read {
    const members: MemberNode[] = [];
    const entries: [string, JsonValue][] = [];
    const seen = new Set<string>();
    for (const pair of node.items) {
      const key = pair.key as Node | null;
      const name = isMergeKey(key) ? '<<' : keyNameOf(key);
      const [keyStart, keyEnd] = key?.range ?? [start, start];
      const value = pair.value as Node | null;
      const nothing: Read = { value: null, node: { kind: 'scalar', length: 0 }, start: keyEnd };
      const read = value ? this.node(value, depth + 1) : nothing;
      const at = read.start - start;
      const merge = isMergeKey(key) && isMerged(read.value);
      if (seen.has(name) && !merge) {
        const message = `The key "${name}" stands twice in this map; the last one counts.`;
        this.warnings.push(problemAt('DUPLICATE_KEY', message, this.lines, keyStart));
      }
      if (!merge) seen.add(name);
      const member = { key: name, keyAt: keyStart - start, keyLength: keyEnd - keyStart, at, value: read.node };
      members.push(merge ? { ...member, merge } : member);
      if (merge) entries.unshift(...merged(read.value));
      else entries.push([name, this.asReadBy11(name, value, read)]);
    }
    const block = node.flow !== true;
    const length = lengthOf(members, block, end - start);
    return { value: Object.fromEntries(entries), node: { kind: 'object', length, block, members }, start };
  }

  /** `End: yes` is true to a reader of YAML 1.1, as CloudFormation and SAM are; of YAML 1.2 it is a text, which no boolean field takes. */
  private asReadBy11(name: string, node: Node | null, { value, start }: Read): JsonValue {
    if (!booleanFields.has(name) || !isScalar(node) || node.type !== 'PLAIN' || node.tag !== undefined) return value;
    const word = typeof value === 'string' ? booleanWord(value) : undefined;
    if (word === undefined) return value;
    const message = `"${String(value)}" is ${String(word)} in YAML 1.1 and a text in YAML 1.2. Write ${String(word)}.`;
    this.warnings.push(problemAt('YAML_1_1_BOOLEAN', message, this.lines, start));
    return word;
  }

  private scalar(node: Scalar | null, start: number): JsonValue {
    const value = node?.value;
    if (value === null || value === undefined) return null;
    if (typeof value === 'string' || typeof value === 'boolean') return value;
    // JSON may write a number that is too large for JavaScript; its text stays, as in a JSON file.
    if (typeof value === 'number' && (Number.isFinite(value) || /\d/.test(node?.source ?? ''))) return value;
    return this.refuse('The YAML holds something that JSON has no form for (NaN, infinity, binary or a date).', start);
  }

  private alias(source: string, start: number): JsonValue {
    this.hasAlias = true;
    const target = this.anchors.get(source);
    if (target === undefined) return this.refuse(`No anchor "&${source}" stands before this alias.`, start);
    if (target === null) return this.refuse(`The alias "*${source}" stands inside what it refers to.`, start);
    this.repeated += target.size;
    if (this.repeated > maxRepeated) this.refuse(`Aliases repeat more than ${maxRepeated} values.`, start);
    this.size += target.size;
    return target.value;
  }

  private refuse(message: string, offset: number): never {
    throw new Refused(problemAt('NOT_YAML', message, this.lines, offset));
  }
}

/** What stands in lines ends with its last value; the yaml package counts comments and empty lines in, now and then. */
function lengthOf(inner: readonly (MemberNode | ItemNode)[], block: boolean, length: number): number {
  const last = inner.at(-1);
  return block && last ? last.at + last.value.length : length;
}

/**
 * The name of a member in the JSON value: a null or empty key is the empty text, a key that is a collection its JSON, an
 * alias the name of its anchor with the asterisk.
 */
export function keyNameOf(key: unknown): string {
  if (isScalar(key)) return key.value === null || key.value === undefined ? '' : String(key.value);
  if (isAlias(key)) return `*${key.source}`;
  if (isMap(key) || isSeq(key)) return JSON.stringify(key);
  return '';
}

/** A plain `<<` merges: YAML 1.1 says so, and so do the readers that people deploy with (PyYAML, js-yaml). */
function isMergeKey(key: Node | null): boolean {
  if (!isScalar(key) || (key.type !== undefined && key.type !== 'PLAIN')) return false;
  return key.value === '<<' || (typeof key.value === 'symbol' && key.value.description === '<<');
}

/** `<<` merges maps alone; with any other value it is a key as all others. */
function isMerged(value: JsonValue): boolean {
  return isArray(value) ? value.length > 0 && value.every((map) => isObject(map)) : isObject(value);
}

/** The members that a `<<` brings; of several maps the first that has a key gives it, and the map's own come before all. */
function merged(value: JsonValue): readonly [string, JsonValue][] {
  const maps = isArray(value) ? [...value].reverse() : [value];
  return maps.flatMap((map) => (isObject(map) ? Object.entries(map) : []));
}

/** What a node says; undefined where JSON cannot. */
export function valueOfNode(node: Node): JsonValue | undefined {
  try {
    return new Reader(new Lines('')).node(node, 0).value;
  } catch (thrown) {
    if (thrown instanceof Refused) return undefined;
    throw thrown;
  }
}

export function isContainer(value: JsonValue): boolean {
  return isArray(value) ? value.length > 0 : isObject(value) && Object.keys(value).length > 0;
}
