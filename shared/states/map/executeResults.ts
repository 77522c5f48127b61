import { type JsonObject, type JsonValue, jsonText, timestampText } from '../../base/index';
import type { ChildExecutionFacts, FailureData } from '../execution';

/** How one child execution ended: PENDING where the Map Run ended before it started. */
export interface ChildResult {
  readonly input: JsonValue;
  /** How many items it worked on. */
  readonly items: number;
  readonly status: 'PENDING' | 'SUCCEEDED' | 'FAILED' | 'ABORTED';
  readonly output?: JsonValue;
  readonly failure?: FailureData;
}

/** What a child execution was; undefined where it has not started. */
export type FactsOf = (index: number) => ChildExecutionFacts | undefined;

export type Transformation = 'NONE' | 'COMPACT' | 'FLATTEN';

/** The outputs of the child executions that succeeded: what a Map gives without a ResultWriter. */
export function outputsOf(results: readonly ChildResult[]): JsonValue[] {
  return results.filter((result) => result.status === 'SUCCEEDED').map((result) => result.output ?? null);
}

/**
 * The results by index, in the form of a transformation: COMPACT gives outputs, FLATTEN joins those that are lists, NONE
 * the record of each child execution; what failed is a record in any case. Source: AWS developer guide, "ResultWriter (Map)".
 */
export function transformed(
  results: readonly (readonly [number, ChildResult])[],
  transformation: Transformation,
  factsOf: FactsOf,
): JsonValue[] {
  return results.flatMap(([index, result]) => {
    if (transformation === 'NONE' || result.status !== 'SUCCEEDED') return [recordOf(result, factsOf(index))];
    const output = result.output ?? null;
    return transformation === 'FLATTEN' && Array.isArray(output) ? (output as JsonValue[]) : [output];
  });
}

/** A child execution as the files of a ResultWriter show it, its fields in alphabetical order. */
function recordOf(result: ChildResult, facts: ChildExecutionFacts | undefined): JsonObject {
  const { error, cause } = result.failure ?? {};
  return {
    ...(cause === undefined ? {} : { Cause: cause }),
    ...(error === undefined ? {} : { Error: error }),
    ...(facts === undefined ? {} : { ExecutionArn: facts.executionArn }),
    Input: jsonText(result.input),
    InputDetails: { Included: true },
    ...(facts === undefined ? {} : { Name: facts.name }),
    ...(result.output === undefined ? {} : { Output: jsonText(result.output), OutputDetails: { Included: true } }),
    ...(facts === undefined || facts.express ? {} : redriveOf(facts)),
    ...(facts === undefined
      ? {}
      : { StartDate: timestampText(facts.startTime), StateMachineArn: facts.stateMachineArn }),
    Status: facts?.status ?? 'PENDING',
    ...(facts?.stopTime === undefined ? {} : { StopDate: timestampText(facts.stopTime) }),
  };
}

/** A child execution is redriven by its Map Run alone; an Express execution by nothing. */
function redriveOf({ status, redriveCount }: ChildExecutionFacts): JsonObject {
  return {
    RedriveCount: redriveCount,
    ...(status === 'SUCCEEDED'
      ? { RedriveStatus: 'NOT_REDRIVABLE', RedriveStatusReason: 'Execution is SUCCEEDED and cannot be redriven' }
      : { RedriveStatus: 'REDRIVABLE_BY_MAP_RUN' }),
  };
}
