import {
  CompletionItemKind,
  DiagnosticSeverity,
  InsertTextFormat,
  MarkupKind,
  SymbolKind,
  type CompletionItem,
  type Diagnostic,
  type DocumentSymbol,
  type Hover,
  type Position,
  type Range,
  type TextEdit,
} from 'vscode-languageserver/node';
import type * as core from '../../shared/language/index';

type Index = core.DocumentIndex;

/** Lines and characters of the protocol count from 0, those of the core from 1. */
export function positionAt({ lines }: Index, offset: number): Position {
  const { line, column } = lines.at(offset);
  return { line: line - 1, character: column - 1 };
}

/** The offset of a place of the protocol; a place behind the end of a line is its end. */
export function offsetAt({ text, lines }: Index, { line, character }: Position): number {
  const start = lines.startOf(line + 1);
  const lineEnd = text.indexOf('\n', start);
  return Math.min(start + character, lineEnd < 0 ? text.length : lineEnd);
}

export function rangeOf(index: Index, { start, end }: core.Range): Range {
  return { start: positionAt(index, start), end: positionAt(index, end) };
}

export function editOf(index: Index, change: core.TextChange): TextEdit {
  return { range: rangeOf(index, change), newText: change.text };
}

const kinds: Readonly<Record<core.CompletionKind, CompletionItemKind>> = {
  field: CompletionItemKind.Property,
  state: CompletionItemKind.Class,
  value: CompletionItemKind.EnumMember,
  resource: CompletionItemKind.Module,
  error: CompletionItemKind.Constant,
  variable: CompletionItemKind.Variable,
  function: CompletionItemKind.Function,
  data: CompletionItemKind.Field,
};

export function completionOf(index: Index, item: core.CompletionItem, order: number): CompletionItem {
  const { label, kind, detail, help, url, replace, insert, caret, also } = item;
  const documentation = [help, url].filter(Boolean).join('\n\n');
  const quote = /["']/.exec(index.text[replace.start] ?? '')?.[0] ?? '';
  return {
    label,
    kind: kinds[kind],
    // Editors sort by letters where nothing is said; the core's order says what is most likely meant.
    sortText: String(order).padStart(4, '0'),
    // What stands in the range is what an editor chooses by, the quote included.
    filterText: replace.end > replace.start ? quote + label : label,
    textEdit: { range: rangeOf(index, replace), newText: caret === undefined ? insert : snippetOf(insert, caret) },
    insertTextFormat: caret === undefined ? InsertTextFormat.PlainText : InsertTextFormat.Snippet,
    ...(detail ? { detail } : {}),
    ...(documentation ? { documentation: { kind: MarkupKind.Markdown, value: documentation } } : {}),
    ...(also?.length ? { additionalTextEdits: also.map((change) => editOf(index, change)) } : {}),
  };
}

/** A text with a place for the cursor, in the form of snippets. */
function snippetOf(text: string, caret: number): string {
  const plain = (part: string) => part.replace(/[\\$}]/g, '\\$&');
  return `${plain(text.slice(0, caret))}$0${plain(text.slice(caret))}`;
}

export function hoverOf(index: Index, hover: core.Hover): Hover {
  const { title, text, url } = hover;
  const value = [`**${title}**`, text, url && `[AWS documentation](${url})`].filter(Boolean).join('\n\n');
  return { contents: { kind: MarkupKind.Markdown, value }, range: rangeOf(index, hover) };
}

export function diagnosticOf(index: Index, diagnostic: core.PlacedDiagnostic): Diagnostic {
  const { code, severity, message } = diagnostic;
  return {
    range: rangeOf(index, diagnostic),
    severity: severity === 'error' ? DiagnosticSeverity.Error : DiagnosticSeverity.Warning,
    code,
    source: 'stepwright',
    message,
  };
}

export function symbolOf(
  index: Index,
  { name, detail, range, nameRange, children }: core.OutlineState,
): DocumentSymbol {
  return {
    // The protocol takes no empty name.
    name: name === '' ? '""' : name,
    detail,
    kind: SymbolKind.Class,
    range: rangeOf(index, range),
    selectionRange: rangeOf(index, nameRange),
    children: children.map((child) => symbolOf(index, child)),
  };
}

/** The kinds of tokens by their names in the protocol, in the order of their numbers. */
export const tokenTypes: readonly string[] = [
  'variable',
  'function',
  'property',
  'string',
  'number',
  'keyword',
  'operator',
  'comment',
] satisfies readonly core.TokenKind[];

/** Tokens as the protocol packs them: each by its distance from the one before. Those of several lines are cut at their ends. */
export function packedTokens(index: Index, tokens: readonly core.SemanticToken[]): number[] {
  const data: number[] = [];
  let before: Position = { line: 0, character: 0 };
  for (const { kind, start, end } of tokens) {
    for (let from = start; from < end;) {
      const lineEnd = index.text.indexOf('\n', from);
      const to = lineEnd >= 0 && lineEnd < end ? lineEnd : end;
      const at = positionAt(index, from);
      const isSameLine = at.line === before.line;
      if (to > from)
        data.push(
          at.line - before.line,
          isSameLine ? at.character - before.character : at.character,
          to - from,
          tokenTypes.indexOf(kind),
          0,
        );
      if (to > from) before = at;
      from = to + 1;
    }
  }
  return data;
}
