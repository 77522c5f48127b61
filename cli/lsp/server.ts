import type { Readable, Writable } from 'node:stream';
import {
  CodeActionKind,
  createConnection,
  ErrorCodes,
  ResponseError,
  TextDocumentSyncKind,
  type CodeAction,
  type Connection,
  type InitializeResult,
  type Position,
} from 'vscode-languageserver/node';
import {
  codeActions,
  completionAt,
  definitionAt,
  diagnosticsOf,
  foldingRanges,
  formattingChanges,
  hoverAt,
  outlineOf,
  referencesAt,
  renameChanges,
  renamedAt,
  semanticTokens,
  signatureHelpAt,
  type DocumentIndex,
  type Knowledge,
} from '../../shared/language/index';
import { builtInCatalogue } from '../catalogueFiles';
import {
  completionOf,
  diagnosticOf,
  editOf,
  hoverOf,
  offsetAt,
  packedTokens,
  positionAt,
  rangeOf,
  symbolOf,
  tokenTypes,
} from './convert';
import { OpenDocuments } from './documents';

const abilities: InitializeResult = {
  serverInfo: { name: 'stepwright' },
  capabilities: {
    textDocumentSync: TextDocumentSyncKind.Incremental,
    completionProvider: { triggerCharacters: ['"', "'", '.', '$', ':'] },
    hoverProvider: true,
    signatureHelpProvider: { triggerCharacters: ['(', ','] },
    definitionProvider: true,
    referencesProvider: true,
    renameProvider: { prepareProvider: true },
    codeActionProvider: { codeActionKinds: [CodeActionKind.QuickFix] },
    documentSymbolProvider: true,
    foldingRangeProvider: true,
    documentFormattingProvider: true,
    semanticTokensProvider: { legend: { tokenTypes: [...tokenTypes], tokenModifiers: [] }, full: true, range: true },
  },
};

/** Serves an editor until it says that it ends. Gives the exit code: 1 where it ends without having shut down. */
export function serveLanguage(input: Readable, output: Writable): Promise<number> {
  const connection = createConnection(input, output);

  const known: Knowledge = { catalogue: builtInCatalogue() };
  const documents = new OpenDocuments();
  connection.onInitialize(() => abilities);
  follow(connection, documents, known);
  answer(connection, documents, known);
  let isShutDown = false;
  connection.onShutdown(() => {
    isShutDown = true;
  });
  connection.listen();
  return new Promise((resolve) => connection.onExit(() => resolve(isShutDown ? 0 : 1)));
}

/** Keeps the texts, and says what is wrong with them after each change. */
function follow(connection: Connection, documents: OpenDocuments, known: Knowledge): void {
  const judge = (uri: string) => {
    const index = documents.get(uri);
    const diagnostics = index ? diagnosticsOf(index, known).map((each) => diagnosticOf(index, each)) : [];
    void connection.sendDiagnostics({ uri, diagnostics });
  };
  connection.onDidOpenTextDocument(({ textDocument }) => {
    documents.open(textDocument);
    judge(textDocument.uri);
  });
  connection.onDidChangeTextDocument(({ textDocument, contentChanges }) => {
    documents.change(textDocument.uri, contentChanges);
    judge(textDocument.uri);
  });
  connection.onDidCloseTextDocument(({ textDocument }) => {
    documents.close(textDocument.uri);
    judge(textDocument.uri);
  });
}

interface AtPosition {
  readonly textDocument: { readonly uri: string };
  readonly position: Position;
}

function answer(connection: Connection, documents: OpenDocuments, known: Knowledge): void {
  /** An answer about a place of an open text; null for one that is not open. */
  const at =
    <Params extends AtPosition, Answer>(ask: (index: DocumentIndex, offset: number, params: Params) => Answer) =>
    (params: Params): Answer | null => {
      const index = documents.get(params.textDocument.uri);
      return index && ask(index, offsetAt(index, params.position), params);
    };
  /** An answer about a whole text. */
  const of =
    <Params extends Pick<AtPosition, 'textDocument'>, Answer>(ask: (index: DocumentIndex, params: Params) => Answer) =>
    (params: Params): Answer | null => {
      const index = documents.get(params.textDocument.uri);
      return index && ask(index, params);
    };

  connection.onCompletion(
    at((index, offset) => ({
      // Another letter may need other items: those of the SDK come step by step.
      isIncomplete: true,
      items: completionAt(index, offset, known).items.map((item, order) => completionOf(index, item, order)),
    })),
  );
  connection.onHover(
    at((index, offset) => {
      const hover = hoverAt(index, offset, known);
      return hover && hoverOf(index, hover);
    }),
  );
  connection.onSignatureHelp(
    at((index, offset) => {
      const help = signatureHelpAt(index, offset);
      if (!help) return null;
      const { label, help: documentation, parameters } = help.signature;
      const signature = { label, documentation, parameters: parameters.map((name) => ({ label: name })) };
      return { signatures: [signature], activeSignature: 0, activeParameter: help.parameter };
    }),
  );
  connection.onDefinition(
    at((index, offset, { textDocument: { uri } }) =>
      definitionAt(index, offset).map((range) => ({ uri, range: rangeOf(index, range) })),
    ),
  );
  connection.onReferences(
    at((index, offset, { textDocument: { uri } }) =>
      referencesAt(index, offset).map((range) => ({ uri, range: rangeOf(index, range) })),
    ),
  );
  connection.onPrepareRename(
    at((index, offset) => {
      const found = renamedAt(index, offset);
      return found && { range: rangeOf(index, found.range), placeholder: found.name };
    }),
  );
  connection.onRenameRequest(
    at((index, offset, { textDocument: { uri }, newName }) => {
      const found = renamedAt(index, offset);
      if (!found) return null;
      const renamed = renameChanges(index, found.state, newName);
      if (!renamed.ok) return new ResponseError(ErrorCodes.InvalidParams, renamed.problem.message);
      return { changes: { [uri]: renamed.value.map((change) => editOf(index, change)) } };
    }),
  );
  connection.onCodeAction(
    of((index, { textDocument: { uri }, range }): CodeAction[] => {
      const asked = { start: offsetAt(index, range.start), end: offsetAt(index, range.end) };
      return codeActions(index, diagnosticsOf(index, known), asked).map(({ title, diagnostic, changes }) => ({
        title,
        kind: CodeActionKind.QuickFix,
        diagnostics: [diagnosticOf(index, diagnostic)],
        edit: { changes: { [uri]: changes.map((change) => editOf(index, change)) } },
      }));
    }),
  );
  connection.onDocumentSymbol(of((index) => outlineOf(index).map((state) => symbolOf(index, state))));
  connection.onFoldingRanges(
    of((index) =>
      foldingRanges(index).map(({ start, end }) => {
        const [from, to] = [positionAt(index, start), positionAt(index, end)];
        // The line of the closing bracket stays in sight.
        return { startLine: from.line, endLine: /[}\]]/.test(index.text[end] ?? '') ? to.line - 1 : to.line };
      }),
    ),
  );
  connection.onDocumentFormatting(of((index) => formattingChanges(index).map((change) => editOf(index, change))));
  connection.languages.semanticTokens.on((params) => {
    const index = documents.get(params.textDocument.uri);
    return { data: index ? packedTokens(index, semanticTokens(index)) : [] };
  });
  connection.languages.semanticTokens.onRange(({ textDocument, range }) => {
    const index = documents.get(textDocument.uri);
    if (!index) return { data: [] };
    const asked = { start: offsetAt(index, range.start), end: offsetAt(index, range.end) };
    return { data: packedTokens(index, semanticTokens(index, asked)) };
  });
}
