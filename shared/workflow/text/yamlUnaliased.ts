import {
  type Alias,
  type Document,
  type Node,
  isAlias,
  isCollection,
  isNode,
  isScalar,
  parseDocument,
  visit,
} from 'yaml';
import { applySplices, type Splice } from './splice';
import { YamlLines, shiftedLines } from './yamlLines';

/** Aliases may stand inside of what other aliases stand for; deeper than this nobody writes. */
const maxDepth = 20;

/**
 * A text with what its aliases stand for in their places, written as it is where it is anchored (tags, numbers and comments
 * included), and without anchors. Null where one cannot be written out so, such as lines in brackets.
 */
export function withoutAliases(text: string): string | null {
  let current = text;
  for (let depth = 0; depth < maxDepth; depth += 1) {
    const document = parseDocument(current, { uniqueKeys: false, logLevel: 'silent' });
    if (document.errors.length > 0) return null;
    const aliases = aliasesOf(document);
    if (aliases.length === 0) return applySplices(current, anchorsOf(document, current));
    const splices: Splice[] = [];
    for (const alias of aliases) {
      const target = alias.resolve(document);
      // What holds aliases itself waits until they are written out.
      if (!target || holdsAlias(document, target)) continue;
      const written = writtenOut(current, alias, target);
      if (!written) return null;
      splices.push(...written);
    }
    if (splices.length === 0) return null;
    current = applySplices(current, splices);
  }
  return null;
}

function aliasesOf(document: Document): readonly Alias[] {
  const found: Alias[] = [];
  visit(document, { Alias: (_key, alias) => void found.push(alias) });
  return found;
}

function holdsAlias(document: Document, node: Node): boolean {
  let holds = false;
  visit(node, {
    Alias: () => {
      holds = true;
      return visit.BREAK;
    },
  });
  return holds || isAlias(node) || document.contents === node;
}

function writtenOut(text: string, alias: Alias, target: Node): readonly Splice[] | null {
  const [start, end] = alias.range ?? [0, 0];
  const [from, to] = target.range ?? [0, 0];
  const lines = new YamlLines(text);
  const source = text.slice(from, lines.trimmedEnd(to));
  const tag = target.tag?.startsWith('!') === true && !target.tag.startsWith('!!') ? `${target.tag} ` : '';
  const inLines = isCollection(target) && target.flow !== true;
  if (!inLines && !source.includes('\n')) return [{ start, end, text: tag + source }];
  const lineStart = lines.lineStart(start);
  const line = text.slice(lineStart, start);
  // Only a value of its own can become lines: after a key, or after dashes alone.
  if (!/^[\s-]*(?:[^[\]{},#]*:\s+)?$/.test(line)) return null;
  if (isScalar(target) && /^[|>]/.test(source)) {
    // Its lines are indented from the line that holds the key.
    const inner = columnOfText(source.slice(source.indexOf('\n') + 1));
    const column = columnOfText(line.replaceAll('-', ' ')) + 2;
    const body = shiftedLines(source.slice(source.indexOf('\n') + 1), column - inner);
    return /[1-9]/.test(source.slice(0, source.indexOf('\n')))
      ? null
      : withLines(text, lines, start, end, `${tag}${source.slice(0, source.indexOf('\n'))}`, body);
  }
  if (!inLines) return null;
  const column = lines.columnOf(from);
  if (/^[\s-]*$/.test(line)) {
    if (tag !== '') return null;
    const shifted = shiftedLines(' '.repeat(column) + source, lines.columnOf(start) - column);
    return withLines(
      text,
      lines,
      start,
      end,
      shifted.trimStart().split('\n')[0] ?? '',
      shifted.split('\n').slice(1).join('\n'),
    );
  }
  const own = columnOfText(line.replaceAll('-', ' ')) + 2;
  return withLines(text, lines, start, end, tag.trimEnd(), shiftedLines(' '.repeat(column) + source, own - column));
}

/** Puts a head in the place of an alias, and lines below the line that it stands on, after its comment. */
function withLines(
  text: string,
  lines: YamlLines,
  start: number,
  end: number,
  head: string,
  body: string,
): readonly Splice[] {
  const lineEnd = text.indexOf('\n', end) < 0 ? text.length : text.indexOf('\n', end);
  const at = text[lineEnd - 1] === '\r' ? lineEnd - 1 : lineEnd;
  const own = head === '' && text[start - 1] === ' ' ? start - 1 : start;
  return [
    { start: own, end, text: head },
    ...(body === ''
      ? []
      : [{ start: at, end: at, text: lines.eol + body.replaceAll('\r\n', '\n').replaceAll('\n', lines.eol) }]),
  ];
}

function columnOfText(text: string): number {
  return /^ */.exec(text)?.[0].length ?? 0;
}

/** Takes every `&name` away, with the blank after it. */
function anchorsOf(document: Document, text: string): readonly Splice[] {
  const splices: Splice[] = [];
  visit(document, {
    Node: (_key, node) => {
      if (!isNode(node) || isAlias(node) || node.anchor === undefined || !node.range) return;
      const at = text.lastIndexOf(`&${node.anchor}`, node.range[0]);
      if (at < 0) return;
      const after = at + 1 + node.anchor.length;
      const end = /^[ \t]/.test(text.slice(after)) ? after + 1 : after;
      const start = end === after && text[at - 1] === ' ' ? at - 1 : at;
      splices.push({ start, end, text: '' });
    },
  });
  return splices;
}
