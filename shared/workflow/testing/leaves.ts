import { parseTree, stripComments, type Node as JsonNode } from 'jsonc-parser';
import { isAlias, isMap, isScalar, isSeq, parseDocument, type Document, type ScalarTag } from 'yaml';
import type { JsonValue } from '../../base/json';
import type { SourceFormat } from '../document';

/** A value of a text as another parser than ours sees it. */
export interface Leaf {
  /** The innermost state that it belongs to; empty outside of states. */
  readonly owner: string;
  /** Where it is in its state. */
  readonly path: string;
  /** What it says, as JSON; of an object or list only that it is one, and whether it is empty. */
  readonly says: string;
  /** How that is written: tag, quotes, digits, braces. */
  readonly written: string;
  readonly alias: boolean;
  /** The text of an object or list that stands on one line. */
  readonly line: string;
  readonly start: number;
  readonly end: number;
}

interface Where {
  readonly owner: string;
  readonly path: string;
  /** Whether the members of an object here are states. */
  readonly states: boolean;
}

const top: Where = { owner: '', path: '', states: false };

function inside({ owner, path, states }: Where, key: string, isField: boolean): Where {
  if (states) return { owner: key, path: '', states: false };
  return { owner, path: `${path}/${key}`, states: isField && key === 'States' };
}

/** A text as other parsers see it. */
export interface View {
  readonly text: string;
  readonly leaves: readonly Leaf[];
  readonly value: JsonValue;
}

/** A text seen by `jsonc-parser` and the engine's own JSON, or by `yaml`; duplicate keys and broken texts are not expected. */
export function viewOf(text: string, format: SourceFormat): View {
  if (format === 'yaml') return yamlView(text);
  return { text, leaves: jsonLeaves(text), value: JSON.parse(stripComments(text)) as JsonValue };
}

function jsonLeaves(text: string): readonly Leaf[] {
  const leaves: Leaf[] = [];
  const walk = (node: JsonNode, where: Where, start: number) => {
    const raw = text.slice(node.offset, node.offset + node.length);
    const place = { owner: where.owner, path: where.path, alias: false, start };
    if (node.type === 'object' || node.type === 'array') {
      const says = node.children?.length === 0 ? `empty ${node.type}` : node.type;
      leaves.push({ ...place, says, written: node.type, line: onOneLine(raw), end: node.offset + 1 });
      node.children?.forEach((child, index) => {
        if (node.type === 'array') return walk(child, inside(where, String(index), false), child.offset);
        const [key, value] = child.children ?? [];
        if (key && value) walk(value, inside(where, String(key.value), true), key.offset);
      });
    } else
      leaves.push({
        ...place,
        says: JSON.stringify(node.value),
        written: raw,
        line: '',
        end: node.offset + node.length,
      });
  };
  const root = parseTree(text);
  if (root) walk(root, top, root.offset);
  return leaves;
}

/** A reference to a resource means a placeholder, in the words of CloudFormation itself: `Fn::Sub` takes `${Table}` for it. */
const reference: ScalarTag = { tag: '!Ref', resolve: (name) => `\${${name}}` };

function yamlView(text: string): View {
  const leaves: Leaf[] = [];
  const document: Document = parseDocument(text, { logLevel: 'silent', merge: true, customTags: [reference] });
  const walk = (node: unknown, where: Where, keyStart: number | null) => {
    const place = { owner: where.owner, path: where.path };
    if (isMap(node) || isSeq(node)) {
      const [from = 0, to = 0] = node.range ?? [];
      const kind = `${node.items.length === 0 ? 'empty ' : ''}${isMap(node) ? 'map' : 'list'}`;
      const written = `${node.tag?.startsWith('!') ? node.tag : ''}${node.flow ? ' flow' : ''}`;
      const start = keyStart ?? from;
      const end = node.flow ? Math.max(start, from) : start;
      const line = node.flow ? onOneLine(text.slice(from, to)) : '';
      leaves.push({ ...place, says: kind, written, alias: false, line, start, end });
      if (isSeq(node)) node.items.forEach((item, index) => walk(item, inside(where, String(index), false), null));
      else {
        for (const { key, value } of node.items) {
          if (isScalar(key)) walk(value, inside(where, String(key.value), true), key.range?.[0] ?? null);
        }
      }
      return;
    }
    if (isAlias(node)) {
      const [start = 0, end = 0] = node.range ?? [];
      const target = node.resolve(document);
      const says = isScalar(target) ? JSON.stringify(target.value) : isSeq(target) ? 'list' : 'map';
      leaves.push({ ...place, says, written: `*${node.source}`, alias: true, line: '', start: keyStart ?? start, end });
      return;
    }
    if (!isScalar(node)) return;
    const [start = 0, end = 0] = node.range ?? [];
    const isBlock = node.type === 'BLOCK_LITERAL' || node.type === 'BLOCK_FOLDED';
    const written = `${node.tag?.startsWith('!') ? node.tag : ''} ${isBlock ? node.type : text.slice(start, end)}`;
    leaves.push({
      ...place,
      says: JSON.stringify(node.value),
      written,
      alias: false,
      line: '',
      start: keyStart ?? start,
      end,
    });
  };
  walk(document.contents, top, null);
  return { text, leaves, value: document.toJS() as JsonValue };
}

const onOneLine = (text: string) => (text.includes('\n') ? '' : text);
