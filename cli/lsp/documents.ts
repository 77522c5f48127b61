import type { TextDocumentContentChangeEvent, TextDocumentItem } from 'vscode-languageserver/node';
import { indexText, type DocumentIndex } from '../../shared/language/index';
import { offsetAt } from './convert';

/** The texts that an editor has open, each with its index. */
export class OpenDocuments {
  private readonly indices = new Map<string, DocumentIndex>();

  open({ uri, languageId, text }: TextDocumentItem): void {
    const isYaml = languageId.includes('yaml') || /\.ya?ml$/i.test(uri);
    this.indices.set(uri, indexText(text, isYaml ? 'yaml' : 'json'));
  }

  /** Takes changes over one after the other, as the editor made them. */
  change(uri: string, changes: readonly TextDocumentContentChangeEvent[]): void {
    for (const change of changes) {
      const index = this.indices.get(uri);
      if (!index) return;
      const { text, format } = index;
      const next =
        'range' in change
          ? text.slice(0, offsetAt(index, change.range.start)) +
            change.text +
            text.slice(offsetAt(index, change.range.end))
          : change.text;
      this.indices.set(uri, indexText(next, format, index));
    }
  }

  close(uri: string): void {
    this.indices.delete(uri);
  }

  get(uri: string): DocumentIndex | null {
    return this.indices.get(uri) ?? null;
  }
}
