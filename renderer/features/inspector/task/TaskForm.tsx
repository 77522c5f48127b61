import { ExternalLink } from 'lucide-react';
import { type JsonObject, isObject, own } from '#shared/base/index';
import type { IntegrationPattern, QueryLanguage } from '#shared/asl/index';
import { readResource } from '#shared/services/index';
import { type StatePath, toJsonPath } from '#shared/workflow/index';
import { applyFix, useFixAt, useProblemAt } from '../../../editor/diagnostics/useProblems';
import { Button, Field, Segmented } from '../../../ui/controls';
import { TextInput } from '../../../ui/Inputs';
import { setValue, setValueOnce } from '../useField';
import { useSdkAction } from '../../../editor/sdk/useSdkAction';
import { toBeFilled } from '#shared/states/index';
import { ArgumentsForm } from './ArgumentsForm';
import { PollUntilEnded } from './PollUntilEnded';
import { RawArguments } from './RawArguments';

const patterns: Record<IntegrationPattern, string> = {
  requestResponse: 'Request',
  sync: 'Run a job',
  waitForTaskToken: 'Callback',
};

const about: Record<IntegrationPattern, string> = {
  requestResponse: 'Goes on as soon as the service has answered.',
  sync: 'Goes on when the job has ended; fails when the job fails.',
  waitForTaskToken: 'Goes on when somebody sends the task token back.',
};

/** What a Task calls and with which arguments. */
export function TaskForm({ path, state, language }: { path: StatePath; state: JsonObject; language: QueryLanguage }) {
  const at = toJsonPath(path);
  const place = [...at, 'Resource'];
  const problem = useProblemAt(place);
  const resource = own(state, 'Resource');
  const text = typeof resource === 'string' ? resource : '';
  const read = readResource(text);
  const sdk = useSdkAction(text);
  const fix = useFixAt(place);
  const key = language === 'JSONata' ? 'Arguments' : 'Parameters';
  const args = own(state, key);
  return (
    <>
      {read.kind === 'action' ? (
        <p className="note">
          <span className="tag">
            {read.service.billing === 'either' ? 'serverless or managed' : read.service.billing}
          </span>{' '}
          {read.service.billingNote}
        </p>
      ) : null}
      {read.kind === 'action' && Object.keys(read.action.resources).length > 1 ? (
        <Field label="Integration" help={about[read.pattern]}>
          {() => (
            <Segmented
              fill
              label="Integration"
              value={read.pattern}
              onChange={(pattern) => setValueOnce(place, read.action.resources[pattern])}
              options={(Object.keys(patterns) as IntegrationPattern[])
                .filter((pattern) => read.action.resources[pattern] !== undefined)
                .map((pattern) => ({ value: pattern, label: patterns[pattern] }))}
            />
          )}
        </Field>
      ) : null}
      <Field
        label="Resource"
        problem={problem}
        help={read.kind === 'unknown' ? 'The ARN of an integration, a Lambda function or an activity.' : undefined}
      >
        {(ids) => (
          <TextInput
            ids={ids}
            mono
            value={text}
            placeholder="arn:aws:states:::lambda:invoke"
            onChange={(next) => setValue(place, next)}
          />
        )}
      </Field>
      {fix ? (
        <Button small className="inspector-task__fix" onClick={() => applyFix(fix)}>
          Use {String(fix.value as string)}
        </Button>
      ) : null}
      {read.kind === 'action' && (args === undefined || isObject(args)) ? (
        <>
          <ArgumentsForm
            at={[...at, key]}
            values={isObject(args) ? args : {}}
            fields={read.action.fields}
            exactlyOneOf={read.action.exactlyOneOf}
            language={language}
            fill={toBeFilled(state)}
          />
          <PollUntilEnded path={path} state={state} action={read.action} language={language} />
          <p className="note inspector__link">
            <ExternalLink size={12} aria-hidden /> {read.action.helpUrl.replace(/^https:\/\//, '')}
          </p>
        </>
      ) : sdk && (args === undefined || isObject(args)) ? (
        <ArgumentsForm at={[...at, key]} values={isObject(args) ? args : {}} fields={sdk.fields} language={language} />
      ) : (
        <RawArguments at={[...at, key]} label={key} language={language} />
      )}
    </>
  );
}
