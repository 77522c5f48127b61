import type { JsonPath } from '#shared/base/index';
import { type Trigger, withTrigger } from '#shared/triggers/index';
import { fromJsonPath, type WorkflowDocument } from '#shared/workflow/index';
import { changeSidecar } from '#shared/workflow/edits/changeSidecar';
import { applyEdit } from '../../editor/editing';

/** The place of a field of a trigger, under which what is typed there is kept while it is not valid. */
export function placeOfTrigger(id: string, field: string): JsonPath {
  return ['triggers', id, field];
}

/** Puts a trigger in place of the one with its id, adds it, or with null takes it away, as one act in Undo. */
export function writeTrigger(
  document: WorkflowDocument,
  id: string,
  trigger: Trigger | null,
  what: string,
  field?: string,
): void {
  const triggers = withTrigger(document.sidecar.triggers, id, trigger);
  if (field === undefined) return void applyEdit(changeSidecar, { parts: { triggers }, what });
  const settles = placeOfTrigger(id, field);
  // Typing in one field of a trigger is one entry in Undo.
  applyEdit(changeSidecar, { parts: { triggers }, what, settles }, { mergeKey: fromJsonPath(settles) });
}
