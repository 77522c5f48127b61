import type { Trigger } from '#shared/triggers/contract';
import { withTrigger } from '#shared/triggers/triggers';
import type { WorkflowDocument } from '#shared/workflow/document';
import { keepInSidecar } from '#shared/workflow/edits/keepInSidecar';
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
