import { Play, X } from 'lucide-react';
import { type JsonValue, isObject, withKey, withoutKey } from '#shared/base/index';
import {
  type Trigger,
  checkTrigger,
  executionsPerMonth,
  isTrigger,
  sampleInput,
  triggerKinds,
} from '#shared/triggers/index';
import { usualPlace } from '#shared/services/index';
import type { WorkflowDocument } from '#shared/workflow/index';
import { runCommand } from '../../editor/commands';
import { configure } from '../../editor/runs/runStore';
import { activeSession } from '../../editor/store';
import { Button, Field, IconButton } from '../../ui/controls';
import { NumberInput, Select, TextInput } from '../../ui/Inputs';
import { useDraft } from '../../editor/drafts';
import { DocumentJson } from '../../editor/forms/DocumentJson';
import { ArnInput } from '../../editor/forms/ArnInput';
import { EventTester } from './EventTester';
import { NextTimes } from './NextTimes';
import { triggerIcons } from './icons';
import { placeOfTrigger, writeTrigger } from './writeTrigger';

interface Props {
  readonly document: WorkflowDocument;
  readonly trigger: Trigger;
}

/** One trigger: when or on what it starts an execution, how often, and with which event. */
export function TriggerForm({ document, trigger }: Props) {
  const { label, about } = triggerKinds[trigger.kind];
  const Icon = triggerIcons[trigger.kind];
  const title = `${label} ${trigger.id.split('-').at(-1) ?? ''}`;
  const write = (field: string, value: JsonValue | undefined) => {
    const empty = value === undefined || value === '';
    const without = withoutKey(trigger, field);
    // A field that every trigger of the kind has stays, however empty.
    const next = empty && isTrigger(without) ? without : withKey(trigger, field, empty ? '' : value);
    if (isTrigger(next)) writeTrigger(document, trigger.id, next, `Change ${title}`, field);
  };
  const run = () => {
    const session = activeSession();
    if (!session) return;
    const now = { time: new Date().toISOString(), ...usualPlace(document.definition) };
    configure(session.id, { inputText: sampleInput(trigger, now) });
    runCommand('run.start');
  };
  return (
    <section className="triggers-entry" aria-label={title}>
      <div className="triggers-entry__head">
        <Icon size={15} aria-hidden />
        <h3>{label}</h3>
        <label className="triggers-entry__on">
          <input
            type="checkbox"
            checked={trigger.enabled}
            onChange={(event) => write('enabled', event.target.checked)}
          />
          On
        </label>
        <IconButton
          small
          label={`Remove ${title}`}
          onClick={() => writeTrigger(document, trigger.id, null, `Remove ${title}`)}
        >
          <X size={12} />
        </IconButton>
      </div>
      <p className="note">{about}</p>
      <Fields trigger={trigger} write={write} document={document} />
      <PerMonth trigger={trigger} write={write} />
      <Button small className="triggers-entry__run" onClick={run}>
        <Play size={12} aria-hidden /> Run with a sample event
      </Button>
    </section>
  );
}

type Write = (field: string, value: JsonValue | undefined) => void;

function Fields({ trigger, write, document }: { trigger: Trigger; write: Write; document: WorkflowDocument }) {
  const problems = checkTrigger(trigger);
  const text = (field: string, label: string, help: string, value: string | undefined, placeholder?: string) => (
    <Field label={label} help={help} problem={problems[field]}>
      {(ids) => (
        <TextInput
          ids={ids}
          mono
          value={value ?? ''}
          placeholder={placeholder}
          onChange={(next) => write(field, next)}
        />
      )}
    </Field>
  );
  switch (trigger.kind) {
    case 'schedule':
      return (
        <>
          <Field
            label="Schedule"
            help="rate(5 minutes), cron(minutes hours day month weekday year) or at(moment)."
            problem={problems['expression']}
          >
            {(ids) => (
              <TextInput
                ids={ids}
                mono
                value={trigger.expression}
                // An empty expression stays: a schedule without one would not be a schedule.
                onChange={(next) => write('expression', next === '' ? ' ' : next.trimStart())}
              />
            )}
          </Field>
          {text('timezone', 'Time zone', 'Name of the zone; the clock changes with it.', trigger.timezone, 'UTC')}
          {text('start', 'Start', 'No execution before this moment.', trigger.start, '2026-01-31T09:00:00Z')}
          {text('end', 'End', 'No execution after this moment.', trigger.end, '2026-12-31T00:00:00Z')}
          <Field
            label="Flexible window"
            help="Minutes within which an execution starts after its time."
            problem={problems['flexibleMinutes']}
          >
            {(ids) => (
              <NumberInput
                ids={ids}
                value={trigger.flexibleMinutes}
                onChange={(next) => write('flexibleMinutes', next)}
                placeholder="Off"
              />
            )}
          </Field>
          <NextTimes trigger={trigger} />
          <InputField trigger={trigger} write={write} />
        </>
      );
    case 'upload':
      return (
        <>
          <Field label="Bucket" problem={problems['bucket']}>
            {(ids) => (
              <TextInput
                ids={ids}
                mono
                value={trigger.bucket}
                onChange={(next) => write('bucket', next === '' ? ' ' : next.trim())}
              />
            )}
          </Field>
          {text('prefix', 'Prefix', 'Only keys that start so.', trigger.prefix, 'incoming/')}
          {text('suffix', 'Suffix', 'Only keys that end so.', trigger.suffix, '.csv')}
          <EventTester trigger={trigger} document={document} write={null} />
        </>
      );
    case 'event':
      return (
        <>
          {text('bus', 'Event bus', 'Name of the bus.', trigger.bus, 'default')}
          <PatternField trigger={trigger} write={write} problem={problems['pattern'] ?? null} />
          <EventTester trigger={trigger} document={document} write={write} />
        </>
      );
    case 'api':
      return (
        <div className="entry__numbers">
          <Field label="Method">
            {(ids) => (
              <Select
                ids={ids}
                value={trigger.method}
                options={['POST', 'PUT', 'GET'].map((each) => ({ value: each, label: each }))}
                onChange={(next) => write('method', next)}
              />
            )}
          </Field>
          <Field label="Path" problem={problems['path']}>
            {(ids) => (
              <TextInput
                ids={ids}
                mono
                value={trigger.path}
                onChange={(next) => write('path', next === '' ? '/' : next)}
              />
            )}
          </Field>
        </div>
      );
    case 'workflow':
      return (
        <>
          <Field label="State machine" problem={problems['stateMachineArn']}>
            {(ids) => (
              <ArnInput
                ids={ids}
                shape="states.stateMachine"
                nameToo={false}
                value={trigger.stateMachineArn}
                onChange={(next) => write('stateMachineArn', next === '' ? ' ' : next.trim())}
              />
            )}
          </Field>
          <Field label="When it has">
            {(ids) => (
              <Select
                ids={ids}
                value={trigger.status}
                options={(['SUCCEEDED', 'FAILED', 'TIMED_OUT', 'ABORTED'] as const).map((each) => ({
                  value: each,
                  label: each,
                }))}
                onChange={(next) => write('status', next)}
              />
            )}
          </Field>
        </>
      );
    case 'queue':
    case 'topic':
      return (
        <>
          <Field label={trigger.kind === 'queue' ? 'Queue' : 'Topic'} problem={problems['arn']}>
            {(ids) => (
              <ArnInput
                ids={ids}
                shape={trigger.kind === 'queue' ? 'sqs.queue' : 'sns.topic'}
                nameToo={false}
                value={trigger.arn}
                onChange={(next) => write('arn', next === '' ? ' ' : next.trim())}
              />
            )}
          </Field>
          <Field label="Batch size" help="Messages handed to one execution, at most.">
            {(ids) => <NumberInput ids={ids} value={trigger.batchSize} onChange={(next) => write('batchSize', next)} />}
          </Field>
        </>
      );
  }
}

function InputField({ trigger, write }: { trigger: Extract<Trigger, { kind: 'schedule' }>; write: Write }) {
  const at = placeOfTrigger(trigger.id, 'input');
  const draft = useDraft(at);
  return (
    <Field
      label="Input"
      help="What each execution gets; empty gives the scheduler's own event."
      problem={draft?.problem ?? null}
    >
      {(ids) => <DocumentJson ids={ids} at={at} value={trigger.input} write={(next) => write('input', next)} />}
    </Field>
  );
}

function PatternField({
  trigger,
  write,
  problem,
}: {
  trigger: Extract<Trigger, { kind: 'event' }>;
  write: Write;
  problem: string | null;
}) {
  const at = placeOfTrigger(trigger.id, 'pattern');
  const draft = useDraft(at);
  return (
    <Field label="Event pattern" problem={draft?.problem ?? problem}>
      {(ids) => (
        <DocumentJson
          ids={ids}
          at={at}
          value={trigger.pattern}
          write={(next) => write('pattern', next)}
          check={(next) => (isObject(next) ? null : 'An event pattern is an object, such as {"source": ["aws.s3"]}.')}
        />
      )}
    </Field>
  );
}

function PerMonth({ trigger, write }: { trigger: Trigger; write: Write }) {
  if (trigger.kind === 'schedule') {
    const count = executionsPerMonth({ ...trigger, enabled: true }, Date.now());
    return count === null ? null : (
      <p className="note">About {Math.round(count).toLocaleString()} executions a month.</p>
    );
  }
  return (
    <Field label="Executions a month" help="What you expect; the bill of a month is made from it.">
      {(ids) => <NumberInput ids={ids} value={trigger.perMonth} onChange={(next) => write('perMonth', next)} />}
    </Field>
  );
}
