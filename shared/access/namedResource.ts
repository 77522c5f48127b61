import { type JsonValue, isObject, own } from '../base/index';
import type { Place } from './accessCall';

/**
 * Resources that IAM names in a refusal although AWS's templates allow the call on `*`: the kind of the resource, and the
 * arguments that may name it. Source: Service Authorization Reference, AWS Glue; recorded refusals in public reports.
 */
const named: readonly (readonly [RegExp, string, readonly string[]])[] = [
  [/^glue:\w*JobRuns?$|^glue:(Get|Create|Update|Delete)Job$/, 'job', ['JobName', 'Name']],
  [/^glue:(Get|Create|Update|Delete|Start|Stop)Crawler$/, 'crawler', ['Name']],
  [/^glue:(Get|Create|Update|Delete|Start|Stop)Trigger$/, 'trigger', ['Name']],
  [/^glue:\w*Workflow(Run)?s?$/, 'workflow', ['Name']],
];

/** The ARN that a refusal of an action names, or `*` where that is not known. */
export function namedResource(action: string, parameters: JsonValue, { partition, region, account }: Place): string {
  const [, kind, arguments_] = named.find(([pattern]) => pattern.test(action)) ?? [];
  if (kind === undefined || !isObject(parameters)) return '*';
  const name = arguments_?.map((argument) => own(parameters, argument)).find((value) => typeof value === 'string');
  const service = action.slice(0, action.indexOf(':'));
  return typeof name === 'string' ? `arn:${partition}:${service}:${region}:${account}:${kind}/${name}` : '*';
}
