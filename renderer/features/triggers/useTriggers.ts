import type { JsonValue } from '#shared/base/json';
import type { Trigger } from '#shared/triggers/contract';
import { isTrigger, readTriggers } from '#shared/triggers/triggers';
import type { WorkflowDocument } from '#shared/workflow/document';
import { keepInSidecar } from '#shared/workflow/edits/keepInSidecar';
import { applyEdit } from '../../editor/editing';

const read = new WeakMap<readonly JsonValue[], readonly Trigger[]>();

/** The triggers of a document. The same list as long as the document keeps its own. */
export function triggersOf({ sidecar: { triggers } }: WorkflowDocument): readonly Trigger[] {
  const known = read.get(triggers) ?? readTriggers(triggers);
  read.set(triggers, known);
  return known;
}

/** Puts a trigger in place of the one with its id, adds it, or takes it away; entries of other forms stay. */
export function writeTrigger(
  document: WorkflowDocument,
  id: string,
  trigger: Trigger | null,
  what: string,
  mergeKey?: string,
): void {
  const { triggers } = document.sidecar;
  const next = trigger === null ? [] : [trigger as unknown as JsonValue];
  const at = triggers.findIndex((each) => isTrigger(each) && each['id'] === id);
  const kept = at < 0 ? [...triggers, ...next] : [...triggers.slice(0, at), ...next, ...triggers.slice(at + 1)];
  applyEdit(keepInSidecar, { kept: { triggers: kept }, what }, mergeKey === undefined ? {} : { mergeKey });
}
