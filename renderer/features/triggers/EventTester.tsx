import { CircleCheck, CircleX } from 'lucide-react';
import { useState } from 'react';
import type { JsonValue } from '#shared/base/index';
import { type Trigger, matchEvent, patternOf, sampleEvent } from '#shared/triggers/index';
import type { WorkflowDocument } from '#shared/workflow/index';
import { Field } from '../../ui/controls';
import { useDraft } from '../../editor/drafts';
import { DocumentJson } from '../../editor/forms/DocumentJson';
import { LocalJsonInput } from '../../ui/Inputs';
import { placeOfTrigger } from './writeTrigger';
import { usualPlace } from '#shared/services/index';

interface Props {
  readonly document: WorkflowDocument;
  readonly trigger: Trigger;
  /** Keeps the event with the trigger; null where it is made from the trigger and only tried here. */
  readonly write: ((field: string, value: JsonValue | undefined) => void) | null;
}

/** Tries an event against the pattern of a trigger and says which field decides. */
export function EventTester({ document, trigger, write }: Props) {
  const [tried, setTried] = useState<JsonValue | undefined>(undefined);
  const [unread, setUnread] = useState<string | null>(null);
  const at = placeOfTrigger(trigger.id, 'sample');
  const draft = useDraft(at);
  const made = sampleEvent(trigger, { time: '2026-01-01T00:00:00Z', ...usualPlace(document.definition) });
  const event = write === null ? (tried ?? made) : made;
  const pattern = patternOf(trigger);
  if (!pattern) return null;
  const mismatch = matchEvent(pattern, event);
  return (
    <details className="triggers-entry__test" data-undo={write ? 'document' : 'own'}>
      <summary>
        {mismatch === null ? (
          <span className="triggers-entry__match">
            <CircleCheck size={13} aria-hidden /> The sample event matches
          </span>
        ) : (
          <span className="triggers-entry__match triggers-entry__match--no">
            <CircleX size={13} aria-hidden /> The sample event does not match
          </span>
        )}
      </summary>
      {mismatch === null ? null : (
        <p className="field__problem">
          {mismatch.at.join('.')}: {mismatch.message}
        </p>
      )}
      <Field label="Sample event" problem={draft?.problem ?? unread}>
        {(ids) =>
          write ? (
            <DocumentJson ids={ids} at={at} value={event} write={(next) => write('sample', next)} />
          ) : (
            <LocalJsonInput ids={ids} value={event} onChange={setTried} onProblem={setUnread} />
          )
        }
      </Field>
    </details>
  );
}
