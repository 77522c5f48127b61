import type { JsonObject, JsonValue } from '../base/json';
import { timestampText } from '../base/timestamps';
import type { EventDetails, EventType } from '../history/eventTable';
import { makeEvent, type HistoryEvent } from '../history/events';
import type {
  CompiledState,
  FailureData,
  InspectionStage,
  MapItem,
  MapRunRecord,
  MockedChildren,
  TaskRequest,
} from '../states/execution';
import { LimitReached } from './limitReached';
import type { EngineLimits, ExecutionSettings } from './settings';
import type { ChangeEntry, ContextSource } from './threadHost';

export type ExecutionStatus = 'RUNNING' | 'SUCCEEDED' | 'FAILED' | 'TIMED_OUT' | 'ABORTED';

/** Redrive came to AWS on this day, and with it Execution.RedriveCount. */
const redriveSince = '2023-11-15';

/** Where an execution draws time and chance from. */
export interface ExecutionSource {
  now(): number;
  random(): number;
  uuid(): string;
}

/** What a host may watch or decide inside an execution. */
export interface ExecutionHooks {
  /** Told every stage of every state's data. */
  readonly inspect?: ((stage: InspectionStage, value: JsonValue) => void) | undefined;
  /** Why the host refuses to schedule a task at all, in AWS's words. */
  readonly refuseTask?: ((request: TaskRequest) => string | undefined) | undefined;
  /** Makes the task tokens, given how many there were with this one; random ones when not given. */
  readonly taskTokens?: ((count: number) => string) | undefined;
  /** Another input or other variables for a state that is about to be entered. */
  readonly changeEntry?: ChangeEntry | undefined;
  /** Gives the result of a Map or Parallel in place of running it, given how many items or branches it has. */
  readonly mockedChildren?: MockedChildren | undefined;
  /** How often each retrier has retried before the execution. */
  readonly retriesBefore?: number | undefined;
  /** Changes what the context object shows. */
  readonly context?: ((own: JsonObject) => JsonObject) | undefined;
}

/** The record of one execution: its history, its end, and what its context object shows. */
export class ExecutionRecord {
  readonly events: HistoryEvent[] = [];
  readonly mapRuns = new Map<string, MapRunRecord>();
  status: ExecutionStatus = 'RUNNING';
  output: JsonValue | undefined = undefined;
  outputText: string | undefined = undefined;
  failure: FailureData = {};
  redriveCount = 0;
  startTime: number;
  stopTime: number | undefined = undefined;
  steps = 0;
  hooks: ExecutionHooks = {};
  private entries = new Map<CompiledState, number>();
  private tokens = 0;
  private characters = 0;

  constructor(
    readonly source: ExecutionSource,
    readonly settings: ExecutionSettings,
    readonly limits: EngineLimits,
    readonly input: JsonValue,
    readonly inputText: string,
    /** The Map Run that started the execution, for a child of a distributed Map. */
    readonly mapRunArn: string | undefined,
  ) {
    this.startTime = source.now();
  }

  /** Appends an event and returns its id. */
  append<Type extends EventType>(type: Type, previousEventId: number, details: EventDetails<Type>): number {
    const { events } = this;
    const id = events.length + 1;
    if (this.status === 'RUNNING') this.checkLimit(id);
    events.push(makeEvent(this.source.now(), type, id, previousEventId, details));
    return id;
  }

  /** The closing event is the last that the limit allows. Express has no limit of AWS's, but one of ours. */
  private checkLimit(id: number): void {
    const { events, expressEvents } = this.limits;
    if (this.settings.type === 'STANDARD' && id >= events) {
      throw new LimitReached(
        'States.Runtime',
        `The execution reached the maximum number of history events (${String(events)}).`,
      );
    }
    if (this.settings.type === 'EXPRESS' && id >= expressEvents) {
      throw new LimitReached(
        'Simulator.EventLimitExceeded',
        `The execution wrote more than ${String(expressEvents)} events.`,
      );
    }
  }

  /** Makes an ended execution run again, one redrive later. */
  reopen(): void {
    this.status = 'RUNNING';
    this.redriveCount++;
    this.failure = {};
    this.stopTime = undefined;
  }

  /** Counts an entry of a state and returns how many there were before. */
  countEntry(state: CompiledState): number {
    const before = this.entries.get(state) ?? 0;
    this.entries.set(state, before + 1);
    return before;
  }

  /** Counts text that the history keeps. */
  countText(length: number): void {
    this.characters += length;
    if (this.characters > this.limits.historyCharacters) {
      throw new LimitReached('Simulator.MemoryLimitExceeded', 'The history holds more text than the simulator allows.');
    }
  }

  countStep(): void {
    if (++this.steps > this.limits.steps) {
      throw new LimitReached(
        'Simulator.StepLimitExceeded',
        `The execution entered more than ${String(this.limits.steps)} states.`,
      );
    }
  }

  newTaskToken(): string {
    this.tokens++;
    if (this.hooks.taskTokens !== undefined) return this.hooks.taskTokens(this.tokens);
    return `${this.settings.executionName}-${String(this.tokens)}-${this.source.uuid()}`;
  }

  context(run: ContextSource, item: MapItem | undefined): JsonObject {
    const shown = this.ownContext(run, item);
    return this.hooks.context?.(shown) ?? shown;
  }

  private ownContext(run: ContextSource, item: MapItem | undefined): JsonObject {
    const { settings } = this;
    const state: Record<string, JsonValue> = { Name: run.stateName, EnteredTime: timestampText(run.enteredTime) };
    if (run.stateType === 'Task' || run.stateType === 'Map' || run.stateType === 'Parallel')
      state['RetryCount'] = run.retryCount;
    return {
      Execution: {
        Id: settings.executionArn,
        Input: this.input,
        StartTime: timestampText(this.startTime),
        Name: settings.executionName,
        RoleArn: settings.roleArn,
        ...(settings.awsAsOf < redriveSince ? {} : { RedriveCount: this.redriveCount }),
      },
      StateMachine: { Id: settings.stateMachineArn, Name: settings.stateMachineName },
      State: state,
      ...(run.taskToken === undefined ? {} : { Task: { Token: run.taskToken } }),
      ...(item === undefined ? {} : { Map: { Item: mapItemContext(item) } }),
    };
  }
}

function mapItemContext(item: MapItem): JsonObject {
  return {
    Index: item.index,
    Value: item.value,
    ...(item.key === undefined ? {} : { Key: item.key }),
    ...(item.source === undefined ? {} : { Source: item.source }),
  };
}
