import { type JsonValue, isArray, isObject } from '../base/index';
import { splicesBetween } from '../workflow/index';
import { setFields } from '../workflow/edits/setFields';
import type { Range, TextChange } from './contract';
import type { PlacedDiagnostic } from './diagnostics';
import type { DocumentIndex } from './documentIndex';

/** A repair that can be made by itself: what it is called, what it repairs, and what it changes. */
export interface CodeAction {
  readonly title: string;
  readonly diagnostic: PlacedDiagnostic;
  readonly changes: readonly TextChange[];
}

/** The repairs of what is wrong in a part of the text. None while the text cannot be read. */
export function codeActions(
  index: DocumentIndex,
  diagnostics: readonly PlacedDiagnostic[],
  range: Range,
): readonly CodeAction[] {
  const { document, problem } = index;
  if (!document || problem) return [];
  return diagnostics.flatMap((diagnostic) => {
    const { fix, start, end } = diagnostic;
    if (!fix || start > range.end || end < range.start) return [];
    const edited = setFields.apply(document, { changes: [{ at: fix.at, value: fix.value }] });
    if (!edited.ok) return [];
    const changes = splicesBetween(document, edited.value.document);
    return [{ title: fixTitle(fix.value), diagnostic, changes }];
  });
}

/** What a repair is called: the value it puts there. */
export function fixTitle(value: JsonValue): string {
  return isObject(value) || isArray(value) ? 'Repair' : `Change to ${String(value)}`;
}
