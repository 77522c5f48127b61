import type { JsonValue } from '../../base/index';
import type { ResultMember, ResultShape } from './resultShape';

/** What a sample is made with. */
export interface SampleBasis {
  /** Another id each time. */
  readonly id: () => string;
  /** Text in ISO 8601. */
  readonly time: string;
  /** As in ARNs: `dynamodb`. */
  readonly service: string;
}

/** Members that are not required are given this deep; below, the required ones alone. */
const deep = 2;
/** A model may require itself. */
const deepest = 12;

/**
 * A value of a shape: what is required and, near the top, what a call that went well usually has. A sample is the last
 * page of a list and tells of no failure, so that a loop over pages, or one that asks until a job has ended, ends.
 */
export function sampleResult(shape: ResultShape, basis: SampleBasis): JsonValue {
  return sampleOf(shape, '', 0, basis);
}

function sampleOf(shape: ResultShape, name: string, depth: number, basis: SampleBasis): JsonValue {
  switch (shape.kind) {
    case 'string':
      return fitting(textFor(name, basis), shape);
    case 'enum':
      return usualValue(shape.values);
    case 'integer':
    case 'number':
      return numberFor(name, shape);
    case 'boolean':
      return /^succe/i.test(name);
    case 'timestamp':
      return basis.time;
    case 'blob':
      return 'c2FtcGxl';
    case 'json':
      return {};
    case 'map':
      return {};
    case 'list': {
      const least = shape.min ?? 0;
      const count = depth >= deepest ? 0 : Math.max(least, isOfFailure(name) || shape.max === 0 ? 0 : 1);
      return Array.from({ length: count }, () => sampleOf(shape.items, name.replace(/s$/, ''), depth, basis));
    }
    case 'structure': {
      const given = shape.members.filter((member) => member.required || (depth < deep && isUsual(member)));
      return depth >= deepest
        ? {}
        : Object.fromEntries(given.map(({ name: key, shape: inner }) => [key, sampleOf(inner, key, depth + 1, basis)]));
    }
  }
}

/** A further page and what failed are not part of a call that went well. */
function isUsual({ name, shape }: ResultMember): boolean {
  if (/(^Next|Token$|Marker$|^LastEvaluated|Cursor$)/.test(name)) return false;
  return !isOfFailure(name) || shape.kind === 'integer' || shape.kind === 'list';
}

function isOfFailure(name: string): boolean {
  return /Fail|Error|Unprocessed|Exception|Invalid|Deleted$|StoppedReason/.test(name);
}

/** What stands for success, else the first value that does not stand for failure. */
function usualValue(values: readonly string[]): string {
  const well = /^(SUCCEEDED|SUCCESS|SUCCESSFUL|COMPLETED?|ACTIVE|AVAILABLE|READY|ENABLED|IN_?SERVICE|FINISHED|OK)$/i;
  return values.find((value) => well.test(value)) ?? values.find((value) => !isOfFailure(value)) ?? values[0] ?? '';
}

function textFor(name: string, { id, service }: SampleBasis): string {
  if (/arn$/i.test(name)) return `arn:aws:${service}:us-east-1:123456789012:sample/${id().slice(0, 8)}`;
  if (/(id|token)$/i.test(name)) return id();
  if (/ur[il]$/i.test(name)) return 'https://example.com/sample';
  return `sample-${name}`;
}

function fitting(text: string, { min = 0, max = Infinity }: { readonly min?: number; readonly max?: number }): string {
  return text.slice(0, max).padEnd(min, 'x');
}

function numberFor(name: string, { min, max }: { readonly min?: number; readonly max?: number }): number {
  const wanted = isOfFailure(name) ? 0 : 1;
  return Math.min(Math.max(wanted, min ?? -Infinity), max ?? Infinity);
}
