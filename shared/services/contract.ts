import type { JsonObject } from '../base/json';

/** How a Task state waits for the service it calls (AWS: "service integration patterns"). */
export type IntegrationPattern = 'requestResponse' | 'sync' | 'waitForTaskToken';

export type ValueType =
  | { readonly kind: 'string'; readonly min?: number; readonly max?: number; readonly pattern?: string }
  | { readonly kind: 'enum'; readonly values: readonly string[] }
  | { readonly kind: 'integer' | 'number'; readonly min?: number; readonly max?: number }
  | { readonly kind: 'boolean' }
  /** Any JSON value; AWS calls it a document or a blob. */
  | { readonly kind: 'json' }
  | { readonly kind: 'map' | 'list' | 'object' };

/** One argument of an action, as AWS's API model names it (PascalCase in ASL, whatever the API itself uses). */
export interface ArgumentField {
  readonly name: string;
  readonly type: ValueType;
  readonly required?: true;
  /** One sentence for the form: what to put there, in which unit. */
  readonly help: string;
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
  readonly helpUrl: string;
}

export interface ServiceDefinition {
  readonly id: string;
  readonly label: string;
  /** Name of the drawing that the renderer keeps for the service. */
  readonly icon: string;
  /** Who sees machines: `serverless` is paid per use, `managed` per machine time, `either` depends on the launch type. */
  readonly billing: 'serverless' | 'managed' | 'either';
  readonly actions: readonly ServiceAction[];
}

export const string: ValueType = { kind: 'string' };
export const boolean: ValueType = { kind: 'boolean' };
export const json: ValueType = { kind: 'json' };
export const map: ValueType = { kind: 'map' };
export const list: ValueType = { kind: 'list' };
export const object: ValueType = { kind: 'object' };
export const integer = (min?: number, max?: number): ValueType => ({
  kind: 'integer',
  ...(min === undefined ? {} : { min }),
  ...(max === undefined ? {} : { max }),
});
export const text = (min: number, max: number): ValueType => ({ kind: 'string', min, max });
export const oneOf = (...values: readonly string[]): ValueType => ({ kind: 'enum', values });

/** A required argument. */
export const need = (name: string, type: ValueType, help: string): ArgumentField => ({
  name,
  type,
  required: true,
  help,
});
/** An optional argument. */
export const may = (name: string, type: ValueType, help: string): ArgumentField => ({ name, type, help });
