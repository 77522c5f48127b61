import { applySplices, type SourceFormat } from '../../workflow/index';
import type { Completion, Range, TextChange } from '../contract';
import { indexText, type DocumentIndex } from '../documentIndex';

/** A text with a mark `‸` where the cursor is. */
export interface Marked {
  readonly index: DocumentIndex;
  readonly offset: number;
}

export function marked(text: string, format: SourceFormat = 'json'): Marked {
  const offset = text.indexOf('‸');
  if (offset < 0) throw new Error('No mark.');
  return { index: indexText(text.replace('‸', ''), format), offset };
}

/** A machine of JSON around the text of its first state; the second one is B. */
export const machine = (state: string, fields = ''): string =>
  `{\n  "StartAt": "A",${fields}\n  "States": {\n    "A": ${state},\n    "B": { "Type": "Succeed" }\n  }\n}\n`;

export const inJsonata = '\n  "QueryLanguage": "JSONata",';

export const labelsOf = ({ items }: Completion): readonly string[] => items.map(({ label }) => label);

/** The text once an item was chosen, with the mark where the cursor is then; only the lines that changed. */
export function chosen({ index }: Marked, completion: Completion, label: string): string {
  const item = completion.items.find((each) => each.label === label);
  if (!item) throw new Error(`${label} is not offered.`);
  const { insert, caret = insert.length, replace, also = [] } = item;
  const text = `${insert.slice(0, caret)}‸${insert.slice(caret)}`;
  const changed = applySplices(index.text, [...also, { ...replace, text }]);
  return linesOf(changed, index.text);
}

/** The lines of a text that another one does not have, without their indentation. */
function linesOf(text: string, before: string): string {
  const old = new Set(before.split('\n'));
  const lines = text.split('\n').filter((line) => !old.has(line));
  return lines.map((line) => line.trim()).join('\n');
}

export const textsAt = ({ text }: DocumentIndex, ranges: readonly Range[]): readonly string[] =>
  ranges.map(({ start, end }) => text.slice(start, end));

export const changed = ({ text }: DocumentIndex, changes: readonly TextChange[]): string => applySplices(text, changes);
