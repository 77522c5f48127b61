import { type JsonPath, type JsonValue, valueAt } from '#shared/base/index';
import { fromJsonPath } from '#shared/workflow/index';
import { setFields } from '#shared/workflow/edits/setFields';
import { applyEdit } from '../../editor/editing';
import { useActiveDocument } from '../../editor/useActive';

/** The value at a place of the definition on screen. */
export function useValue(at: JsonPath): JsonValue | undefined {
  const document = useActiveDocument();
  return document ? valueAt(document.definition, at) : undefined;
}

/** Writes a value, or takes the field away; typing into one field is one entry in Undo. */
export function setValue(
  at: JsonPath,
  value: JsonValue | undefined,
  also: readonly { at: JsonPath; value: JsonValue | undefined }[] = [],
): void {
  applyEdit(setFields, { changes: [{ at, value }, ...also] }, { mergeKey: fromJsonPath(at) });
}

/** A change that is an act of its own: a button, a choice from a list. */
export function setValueOnce(
  at: JsonPath,
  value: JsonValue | undefined,
  also: readonly { at: JsonPath; value: JsonValue | undefined }[] = [],
): void {
  applyEdit(setFields, { changes: [{ at, value }, ...also] }, { mergeKey: `${fromJsonPath(at)}#${++acts}` });
}

let acts = 0;
