import type { Trigger } from '#shared/triggers/contract';
import { sampleEvent } from '#shared/triggers/sampleEvent';
import type { WorkflowDocument } from '#shared/workflow/document';
import { usualPlace } from '../../editor/knownArns';

/** The input of an execution that a trigger starts now, as JSON text. */
export function sampleInput(document: WorkflowDocument, trigger: Trigger): string {
  const time = new Date().toISOString().replace(/\.\d+Z$/, 'Z');
  return JSON.stringify(sampleEvent(trigger, { time, ...usualPlace(document.definition) }), null, 2);
}
