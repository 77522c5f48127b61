import { type Trigger, withTrigger } from '#shared/triggers/index';
import { type WorkflowDocument } from '#shared/workflow/index';
import { changeSidecar } from '#shared/workflow/edits/changeSidecar';
import { applyEdit } from '../../editor/editing';

/** Puts a trigger in place of the one with its id, adds it, or with null takes it away, as one act in Undo. */
export function writeTrigger(
  document: WorkflowDocument,
  id: string,
  trigger: Trigger | null,
  what: string,
  mergeKey?: string,
): void {
  const triggers = withTrigger(document.sidecar.triggers, id, trigger);
  applyEdit(changeSidecar, { parts: { triggers }, what }, mergeKey === undefined ? {} : { mergeKey });
}
