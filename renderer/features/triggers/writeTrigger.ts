import { type Trigger, withTrigger } from '#shared/triggers/index';
import { type WorkflowDocument, keepInSidecar } from '#shared/workflow/index';
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
  applyEdit(keepInSidecar, { kept: { triggers }, what }, mergeKey === undefined ? {} : { mergeKey });
}
