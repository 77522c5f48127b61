import { ApiError } from './apiError';

/** A resource of Step Functions, as its ARN names it. */
export interface StatesArn {
  readonly text: string;
  readonly partition: string;
  readonly region: string;
  readonly accountId: string;
  /** `stateMachine`, `execution`, `express`, `activity`, `mapRun` ... */
  readonly kind: string;
  /** What stands behind the kind, between colons. */
  readonly parts: readonly string[];
}

/**
 * Reads an ARN of one of the kinds that an operation takes. Source of the sentences: recordings of AWS; of that for too few
 * parts: AWS SDK for Java, class Arn.
 * @throws ApiError InvalidArn
 */
export function readArn(text: string, kinds: readonly string[]): StatesArn {
  const [prefix, partition = '', service = '', region = '', accountId = '', kind = '', ...parts] = text.split(':');
  if (prefix !== 'arn') throw invalidArn(`Invalid ARN prefix: ${text}`);
  if (partition === '' || service === '' || kind === '')
    throw invalidArn(`Malformed ARN - no resource specified: ${text}`);
  if (service !== 'states') throw invalidArn(`Service name not valid in this context: ${service}`);
  if (!kinds.includes(kind)) throw invalidArn(`Resource type not valid in this context: ${kind}`);
  if (parts.length === 0 || parts.includes('')) throw invalidArn(`Malformed ARN - no resource specified: ${text}`);
  return { text, partition, region, accountId, kind, parts };
}

const invalidArn = (why: string): ApiError => new ApiError('InvalidArn', `Invalid Arn: '${why}'`);

/** The ARN of a state machine, with what stands behind it: the number of a version or the name of an alias. */
export interface QualifiedArn {
  readonly machineArn: string;
  readonly qualifier: string | undefined;
}

/** @throws ApiError InvalidArn */
export function readMachineArn(text: string): QualifiedArn {
  const { parts } = readArn(text, ['stateMachine']);
  const [name = '', qualifier] = parts;
  // `NAME/LABEL` is the machine of a distributed Map's children.
  return { machineArn: `${text.split(':').slice(0, 6).join(':')}:${name}`, qualifier };
}

/** Characters that no name may have. Source: AWS API reference, CreateStateMachine, name. */
const forbidden = /[\s<>{}[\]?*"#%\\^|~`$&,;:/\u0000-\u001f\u007f-\u009f\ufffe\uffff]/;

/** @throws ApiError InvalidName */
export function checkName(name: string): void {
  if (forbidden.test(name)) throw new ApiError('InvalidName', `Invalid Name: '${name}'`);
}
