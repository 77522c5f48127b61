import { type JsonObject, isObject, own } from '../../base/index';
import type { WorkflowDocument } from '../../workflow/index';

/** What is written to CloudWatch Logs. Source: Step Functions API reference, LoggingConfiguration. */
export const logLevels = ['ALL', 'ERROR', 'FATAL', 'OFF'] as const;
export type LogLevel = (typeof logLevels)[number];

/** Days that CloudWatch Logs can keep events. Source: CloudWatch Logs API reference, PutRetentionPolicy. */
export const retentionDays = [1, 3, 5, 7, 14, 30, 60, 90, 120, 150, 180, 365, 400, 545, 731, 1827, 3653] as const;

/** What a template says of a state machine and ASL has no place for. */
export interface TemplateSettings {
  /** Of the state machine in AWS; null: that of the workflow. */
  readonly name: string | null;
  readonly logLevel: LogLevel;
  /** Whether inputs and outputs are logged. */
  readonly logData: boolean;
  readonly logDays: number;
  readonly tracing: boolean;
  /** ARN of the KMS key that data is encrypted with; null: the key that AWS owns. */
  readonly kmsKey: string | null;
  readonly tags: Readonly<Record<string, string>>;
}

/** What the sidecar may leave out. Everything is logged but data, and traced: what AWS's own checks of a stack ask for. */
const usual: TemplateSettings = {
  name: null,
  logLevel: 'ALL',
  logData: false,
  logDays: 30,
  tracing: true,
  kmsKey: null,
  tags: {},
};

/** The settings of a workflow, as its sidecar keeps them; a field that is absent or of another form has its usual value. */
export function templateSettingsOf({ sidecar: { template } }: WorkflowDocument): TemplateSettings {
  const text = (name: string) => {
    const value = own(template, name);
    return typeof value === 'string' && value.trim() !== '' ? value.trim() : null;
  };
  const flag = (name: 'logData' | 'tracing') => {
    const value = own(template, name);
    return typeof value === 'boolean' ? value : usual[name];
  };
  const days = own(template, 'logDays');
  const tags = own(template, 'tags');
  const level = text('logLevel');
  return {
    name: text('name'),
    logLevel: logLevels.find((each) => each === level) ?? usual.logLevel,
    logData: flag('logData'),
    logDays: retentionDays.find((each) => each === days) ?? usual.logDays,
    tracing: flag('tracing'),
    kmsKey: text('kmsKey'),
    tags: isObject(tags)
      ? Object.fromEntries(Object.entries(tags).filter((tag): tag is [string, string] => typeof tag[1] === 'string'))
      : {},
  };
}

/** The part of a sidecar with other settings; what has its usual value is left out, what is not known stays. */
export function withTemplateSettings(document: WorkflowDocument, change: Partial<TemplateSettings>): JsonObject {
  const entries = Object.entries({ ...document.sidecar.template, ...change });
  return Object.fromEntries(
    entries.filter(([name, value]) => JSON.stringify(value) !== JSON.stringify(own(usual as never, name))),
  );
}
