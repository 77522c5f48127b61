import type { JsonObject, JsonValue } from '../base/index';
import type { IntegrationPattern } from '../asl/index';
import type { ArnShapeId } from './arns/shapes';

export type ValueType =
  | {
      readonly kind: 'string';
      readonly min?: number;
      readonly max?: number;
      /** A regular expression that the whole text must match. */
      readonly pattern?: string;
      /** The text names a resource: its ARN, or with `nameToo` its bare name as well. Forms offer the ARN picker. */
      readonly arn?: ArnShapeId;
      readonly nameToo?: true;
    }
  | { readonly kind: 'enum'; readonly values: readonly string[] }
  | { readonly kind: 'integer' | 'number'; readonly min?: number; readonly max?: number }
  | { readonly kind: 'boolean' }
  /** Any JSON value; AWS calls it a document or a blob. */
  | { readonly kind: 'json' }
  /** Keys that a person chooses; `values` is the type of each value where it is known. */
  | { readonly kind: 'map'; readonly values?: ValueType }
  | { readonly kind: 'list'; readonly items?: ValueType; readonly min?: number; readonly max?: number }
  /** Named members; without `fields` any object is taken. */
  | { readonly kind: 'object'; readonly fields?: readonly ArgumentField[] };

/** One argument of an action, as AWS's API model names it (PascalCase in ASL, whatever the API itself uses). */
export interface ArgumentField {
  readonly name: string;
  readonly type: ValueType;
  readonly required?: true;
  /** One sentence for the form: what to put there, in which unit. */
  readonly help?: string;
}

/** A permission that a step needs, as a statement of an IAM policy without its Effect. */
export interface AccessStatement {
  readonly actions: readonly string[];
  readonly resources: readonly string[];
  /** As in a policy: operator, condition key, value or values. */
  readonly condition?: Readonly<Record<string, Readonly<Record<string, string | readonly string[]>>>>;
  /** Why, when the action does not say it: a managed rule, a role that is handed on. */
  readonly why?: string;
  /**
   * What becomes of a call without it. Absent: it is refused. `nothing`: AWS's template grants it, a call with these
   * arguments does without. `unknown`: nobody has written down whether it is refused.
   */
  readonly ifMissing?: 'nothing' | 'unknown';
}

/** What the permissions of a call depend on. Arguments that only a run decides are `null` as literals and `*` in ARNs. */
export interface AccessCall {
  readonly pattern: IntegrationPattern;
  readonly partition: string;
  readonly region: string;
  readonly account: string;
  /** Is the argument given at all? Paths are dotted: `Overrides.TaskRoleArn`, `Containers.0.Image`. */
  given(path: string): boolean;
  /** The text of an argument; null when it is absent, not text, or known only at run time. */
  literal(path: string): string | null;
  /**
   * The ARN that an argument names: itself when it is an ARN (or the URL of the resource), built when it is a name,
   * with `*` in place of what only a run decides or nobody says.
   */
  arn(path: string, shape: ArnShapeId): string;
  /** One part of the resource that an argument names (`name`, `bucket` …); `*` when it is not known. */
  part(path: string, shape: ArnShapeId, part: string): string;
  /** An ARN from parts; partition, region and account are those of the call unless given. */
  build(shape: ArnShapeId, parts: Readonly<Record<string, string>>): string;
}

/** An amount used of something that has a price. */
export interface Charge {
  /** Key in the price table (`shared/cost/prices.ts`), for example `lambda.gbSecond`. */
  readonly price: string;
  /** Units of that price: requests, GB-seconds, hours, GB … */
  readonly units: number;
}

/** What is known about the attempts of a step when their price is asked. */
export interface PricedCall {
  readonly pattern: IntegrationPattern;
  /** The arguments as sent, when the history has them. */
  readonly arguments: JsonObject;
  /** How long one attempt took, in seconds. */
  readonly seconds: number;
  /** Size of request and result in bytes of JSON. */
  readonly inputBytes: number;
  readonly outputBytes: number;
  /** The value of an assumption by its name: what the person set, else its default. */
  assume(name: string): number;
}

/** A number that a price needs and that neither the definition nor the history holds. */
export interface Assumption {
  readonly name: string;
  readonly label: string;
  readonly unit: string;
  readonly default: number;
  readonly help?: string;
}

export type PriceModel =
  | {
      readonly kind: 'priced';
      readonly assumptions: readonly Assumption[];
      /** Charges of one attempt. Pure. */
      charges(call: PricedCall): readonly Charge[];
      /** What the estimate leaves out, said beside it. */
      readonly leavesOut?: string;
    }
  /** The call itself costs nothing, or nobody can say what; `why` says which. */
  | { readonly kind: 'noPrice'; readonly why: string };

/** How long one attempt of a call typically takes, in seconds: half of them take less than `seconds`, half more. */
export interface TypicalDuration {
  readonly seconds: number;
  /** Nearly all calls take between these two. */
  readonly least: number;
  readonly most: number;
  /** Who says so: `assumed`, or what is quoted. */
  readonly source: string;
}

/** How to wait for something that has no `.sync`: ask again until it has ended. */
export interface Polling {
  /** Resource of the call that describes what was started. */
  readonly describe: string;
  readonly label: string;
  /** Arguments of that call in both languages: values are paths or expressions into input and result of the start. */
  readonly argumentsFrom: Readonly<Record<string, { readonly argument: string } | { readonly result: string }>>;
  /** Path of the status inside the answer, with dots: `Crawler.State`. */
  readonly status: string;
  readonly succeeded: readonly string[];
  readonly failed: readonly string[];
  readonly intervalSeconds: number;
}

export interface Retrier {
  readonly ErrorEquals: readonly string[];
  readonly IntervalSeconds?: number;
  readonly MaxAttempts?: number;
  readonly BackoffRate?: number;
  readonly MaxDelaySeconds?: number;
  readonly JitterStrategy?: 'FULL' | 'NONE';
}

export interface ServiceAction {
  /** `<service>.<action>`, stable: tests, docs and the palette refer to it. */
  readonly id: string;
  readonly label: string;
  /** One sentence for the palette. */
  readonly description: string;
  /** The Resource ARN per pattern; a pattern that AWS does not offer is absent. Partition is always `aws` here. */
  readonly resources: Readonly<Partial<Record<IntegrationPattern, string>>>;
  /** Other Resource ARNs that mean this action, such as the first form of a `.sync` that has a second. */
  readonly otherResources?: readonly { readonly arn: string; readonly pattern: IntegrationPattern }[];
  /** The Resource is itself an ARN of this shape, such as that of an activity; `resources` is empty then. */
  readonly resourceShape?: ArnShapeId;
  /** The pattern a new state starts with. */
  readonly defaultPattern: IntegrationPattern;
  readonly fields: readonly ArgumentField[];
  /** Groups of fields of which exactly one must be given. */
  readonly exactlyOneOf?: readonly (readonly string[])[];
  /** Error names worth offering in a retrier or catcher, most useful first. */
  readonly errors: readonly string[];
  /** Retriers that AWS recommends for a new state. */
  readonly recommendedRetriers: readonly Retrier[];
  /** Arguments of a new state: required fields with values a person replaces. */
  readonly arguments: JsonObject;
  /** The argument that gets the whole state input in a new state. */
  readonly inputArgument?: string;
  /** The part of the result that a new state hands on, where the rest is seldom wanted. */
  readonly resultField?: string;
  /** A result as AWS gives it, per pattern: what stubs answer. With a task token the answer is the caller's own. */
  readonly results: Readonly<Partial<Record<IntegrationPattern, JsonValue>>>;
  /** Permissions that the execution role needs for the call. */
  readonly access: (call: AccessCall) => readonly AccessStatement[];
  /** What an attempt typically takes, by pattern; where there is none, that of the pattern (`durations.ts`). */
  readonly durations?: Readonly<Partial<Record<IntegrationPattern, TypicalDuration>>>;
  readonly price: PriceModel;
  /** Absent when the action has `.sync` or ends at once. */
  readonly polling?: Polling;
  readonly helpUrl: string;
}

export type ServiceCategory =
  | 'Compute'
  | 'Data'
  | 'Machine learning'
  | 'Storage and databases'
  | 'Messaging and events'
  | 'Orchestration'
  | 'Web'
  | 'Configuration';

export interface ServiceDefinition {
  readonly id: string;
  readonly label: string;
  /** Name of the drawing that the renderer keeps for the service. */
  readonly icon: string;
  /** Who sees machines: `serverless` is paid per use, `managed` per machine time, `either` depends on the launch type. */
  readonly billing: 'serverless' | 'managed' | 'either';
  /** Who decides on machines and what is paid for, in one sentence. */
  readonly billingNote: string;
  readonly category: ServiceCategory;
  readonly actions: readonly ServiceAction[];
}

export const string: ValueType = { kind: 'string' };
export const number: ValueType = { kind: 'number' };
export const boolean: ValueType = { kind: 'boolean' };
export const json: ValueType = { kind: 'json' };
export const map: ValueType = { kind: 'map' };
export const list: ValueType = { kind: 'list' };
export const object: ValueType = { kind: 'object' };
/** Any keys, values of one type. */
export const mapOf = (values: ValueType): ValueType => ({ kind: 'map', values });
export const listOf = (items: ValueType, min?: number, max?: number): ValueType => ({
  kind: 'list',
  items,
  ...(min === undefined ? {} : { min }),
  ...(max === undefined ? {} : { max }),
});
export const objectOf = (...fields: readonly ArgumentField[]): ValueType => ({ kind: 'object', fields });
/** Text that must be an ARN of this shape. */
export const arn = (shape: ArnShapeId): ValueType => ({ kind: 'string', arn: shape });
/** Text that names a resource by its ARN or by its name. */
export const arnOrName = (shape: ArnShapeId): ValueType => ({ kind: 'string', arn: shape, nameToo: true });
export const integer = (min?: number, max?: number): ValueType => ({
  kind: 'integer',
  ...(min === undefined ? {} : { min }),
  ...(max === undefined ? {} : { max }),
});
export const text = (min: number, max: number): ValueType => ({ kind: 'string', min, max });
export const oneOf = (...values: readonly string[]): ValueType => ({ kind: 'enum', values });

/** A required argument. */
export const need = (name: string, type: ValueType, help?: string): ArgumentField => ({
  name,
  type,
  required: true,
  ...(help === undefined ? {} : { help }),
});
/** An optional argument. */
export const may = (name: string, type: ValueType, help?: string): ArgumentField => ({
  name,
  type,
  ...(help === undefined ? {} : { help }),
});
