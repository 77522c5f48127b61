import { formatText, textHunks } from '../workflow/index';
import type { TextChange } from './contract';
import type { DocumentIndex } from './documentIndex';

/** The changes that make the layout of a text regular; none where it is, and none of a text that cannot be read. */
export function formattingChanges({ text, format }: DocumentIndex): readonly TextChange[] {
  const formatted = formatText(text, format);
  return formatted === null ? [] : textHunks(text, formatted);
}
