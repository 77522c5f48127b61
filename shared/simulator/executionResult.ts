import type { JsonValue } from '../base/index';
import type { HistoryEvent } from '../history/index';
import type { MapRunRecord } from '../states/index';
import type { ExecutionRecord, ExecutionStatus } from './execution';
import type { ExecutionSettings } from './settings';

/** How an execution stands: what DescribeExecution and GetExecutionHistory would say. */
export interface ExecutionResult {
  readonly status: ExecutionStatus;
  readonly output?: JsonValue;
  readonly outputText?: string;
  readonly error?: string;
  readonly cause?: string;
  readonly inputText: string;
  /** The history itself, not a copy: it grows while the execution goes on. */
  readonly events: readonly HistoryEvent[];
  readonly settings: ExecutionSettings;
  readonly startTime: number;
  readonly stopTime?: number;
  readonly redriveCount: number;
  readonly redriveStatus: 'REDRIVABLE' | 'NOT_REDRIVABLE';
  readonly mapRuns: readonly MapRunRecord[];
}

/** A child execution of a distributed Map: of which Map Run, and which of its items or batches. */
export interface ChildExecutionResult extends ExecutionResult {
  readonly mapRunArn: string;
  readonly index: number;
}

/** Why an execution cannot be redriven. */
export interface RedriveProblem {
  readonly code: 'ExecutionNotRedrivable';
  readonly message: string;
}

export function resultOf(log: ExecutionRecord): ExecutionResult {
  return {
    status: log.status,
    ...(log.output === undefined ? {} : { output: log.output }),
    ...(log.outputText === undefined ? {} : { outputText: log.outputText }),
    ...log.failure,
    inputText: log.inputText,
    events: log.events,
    settings: log.environment.settings,
    startTime: log.startTime,
    ...(log.stopTime === undefined ? {} : { stopTime: log.stopTime }),
    redriveCount: log.redriveCount,
    redriveStatus: redriveProblemOf(log) === undefined ? 'REDRIVABLE' : 'NOT_REDRIVABLE',
    mapRuns: [...log.mapRuns.values()],
  };
}

/** Why AWS would not redrive an execution; undefined when it would. */
export function redriveProblemOf(log: ExecutionRecord): RedriveProblem | undefined {
  const refuse = (message: string): RedriveProblem => ({ code: 'ExecutionNotRedrivable', message });
  if (log.environment.settings.type === 'EXPRESS') return refuse('Execution is EXPRESS and cannot be redriven');
  if (log.status === 'RUNNING') return refuse('Execution is RUNNING and cannot be redriven');
  if (log.status === 'SUCCEEDED') return refuse('Execution is SUCCEEDED and cannot be redriven');
  if (log.events.length >= log.environment.limits.events - 1)
    return refuse('Execution event history exceeds the redrive limit');
  if (log.redriveCount >= 1000) return refuse('Execution redrive count exceeds the limit');
  return undefined;
}
