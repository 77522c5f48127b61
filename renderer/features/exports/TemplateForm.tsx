import {
  logLevels,
  retentionDays,
  templateSettingsOf,
  withTemplateSettings,
  type LogLevel,
  type TemplateSettings,
} from '#shared/exporters/index';
import type { WorkflowDocument } from '#shared/workflow/index';
import { changeSidecar } from '#shared/workflow/edits/changeSidecar';
import { applyEdit } from '../../editor/editing';
import { Field, Segmented } from '../../ui/controls';
import { Select, TextInput } from '../../ui/Inputs';
import { Tags } from './Tags';

const levelLabels: Readonly<Record<LogLevel, string>> = {
  ALL: 'All events',
  ERROR: 'Errors',
  FATAL: 'Failed executions',
  OFF: 'Nothing',
};

const onOff = [
  { value: 'on', label: 'On' },
  { value: 'off', label: 'Off' },
] as const;

/** Source: Step Functions API reference, EncryptionConfiguration; a placeholder may be any part of it. */
const isKey = /^(?:arn:[\w-]+:kms:[^:]+:[^:]+:(?:key|alias)\/.+|.*\$\{.+\}.*)$/;

/** What templates say of the state machine and ASL has no place for. Kept beside the definition. */
export function TemplateForm({ document }: { document: WorkflowDocument }) {
  const settings = templateSettingsOf(document);
  const change = (part: Partial<TemplateSettings>, what: string) =>
    applyEdit(
      changeSidecar,
      { parts: { template: withTemplateSettings(document, part) }, what },
      { mergeKey: `template ${what}` },
    );
  const { name, logLevel, logData, logDays, tracing, kmsKey, tags } = settings;
  return (
    <>
      <p className="field__help">
        CloudFormation, SAM, CDK and Terraform exports (Ctrl+E) say these of the state machine. They are kept beside the
        definition.
      </p>
      <Field label="Name in AWS" help="May hold placeholders such as ${Stage}.">
        {(ids) => (
          <TextInput
            ids={ids}
            value={name ?? ''}
            placeholder="That of the workflow"
            onChange={(value) => change({ name: value === '' ? null : value }, 'Name in AWS')}
          />
        )}
      </Field>
      <Field label="Logged" help="What goes to a log group of CloudWatch.">
        {(ids) => (
          <Select
            ids={ids}
            value={logLevel}
            options={logLevels.map((value) => ({ value, label: levelLabels[value] }))}
            onChange={(value) => change({ logLevel: value as LogLevel }, 'What is logged')}
          />
        )}
      </Field>
      {logLevel === 'OFF' ? null : (
        <>
          <Field label="Inputs and outputs in the log">
            {() => (
              <Segmented
                fill
                label="Inputs and outputs in the log"
                value={logData ? 'on' : 'off'}
                onChange={(value) => change({ logData: value === 'on' }, 'Data in the log')}
                options={onOff}
              />
            )}
          </Field>
          <Field label="Log is kept">
            {(ids) => (
              <Select
                ids={ids}
                value={String(logDays)}
                options={retentionDays.map((days) => ({
                  value: String(days),
                  label: days === 1 ? '1 day' : `${String(days)} days`,
                }))}
                onChange={(value) => change({ logDays: Number(value) }, 'How long the log is kept')}
              />
            )}
          </Field>
        </>
      )}
      <Field label="X-Ray tracing">
        {() => (
          <Segmented
            fill
            label="X-Ray tracing"
            value={tracing ? 'on' : 'off'}
            onChange={(value) => change({ tracing: value === 'on' }, 'Tracing')}
            options={onOff}
          />
        )}
      </Field>
      <Field
        label="KMS key"
        help="ARN of a key of yours that data is encrypted with."
        problem={kmsKey === null || isKey.test(kmsKey) ? null : 'Write the ARN of a key: arn:aws:kms:…:key/…'}
      >
        {(ids) => (
          <TextInput
            ids={ids}
            mono
            value={kmsKey ?? ''}
            placeholder="Key that AWS owns"
            onChange={(value) => change({ kmsKey: value === '' ? null : value }, 'KMS key')}
          />
        )}
      </Field>
      <Tags tags={tags} onChange={(next) => change({ tags: next }, 'Tags')} />
    </>
  );
}
