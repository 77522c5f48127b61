import { type JsonObject, type JsonValue, timestampText } from '../base/index';
import { type EventDetails, type EventType, type HistoryEvent, makeEvent } from '../history/index';
import type { StateType } from '../asl/index';
import type { CompiledState, FailureData, MapItem, MapRunRecord } from '../states/index';
import { LimitReached } from './limitReached';
import type { SimulatorEnvironment } from './environment';

export type ExecutionStatus = 'RUNNING' | 'SUCCEEDED' | 'FAILED' | 'TIMED_OUT' | 'ABORTED';

/** Redrive came to AWS on this day, and with it Execution.RedriveCount. */
const redriveSince = '2023-11-15';

/** What the context object shows of a line of control. */
export interface ContextSource {
  readonly stateName: string;
  readonly enteredTime: number;
  readonly retryCount: number;
  readonly taskToken: string | undefined;
  readonly stateType: StateType | undefined;
}

/** The record of one execution: its history, its end, and what its context object shows. */
export class ExecutionRecord {
  readonly events: HistoryEvent[] = [];
  private ownMapRuns: Map<string, MapRunRecord> | undefined = undefined;
  status: ExecutionStatus = 'RUNNING';
  output: JsonValue | undefined = undefined;
  outputText: string | undefined = undefined;
  failure: FailureData = {};
  redriveCount = 0;
  /** When it was redriven last. */
  redriveTime: number | undefined = undefined;
  startTime: number;
  stopTime: number | undefined = undefined;
  /** Made for the second entry: the children of a Map, of which there may be a million, often have one alone. */
  private entries: Map<CompiledState, number> | undefined = undefined;
  private onlyEntered: CompiledState | undefined = undefined;
  private tokens = 0;

  constructor(
    readonly environment: SimulatorEnvironment,
    readonly input: JsonValue,
    readonly inputText: string,
    /** The Map Run that started the execution, for a child of a distributed Map. */
    readonly mapRunArn: string | undefined,
  ) {
    this.startTime = environment.now();
  }

  /** Appends an event and returns its id. */
  append<Type extends EventType>(type: Type, previousEventId: number, details: EventDetails<Type>): number {
    const { events } = this;
    const id = events.length + 1;
    if (this.status === 'RUNNING') {
      this.environment.budget.countEvent();
      this.checkLimit(id);
    }
    events.push(makeEvent(this.environment.now(), type, id, previousEventId, details));
    return id;
  }

  /** The closing event is the last that the limit allows. Express has no limit of AWS's, but one of ours. */
  private checkLimit(id: number): void {
    const { events, expressEvents } = this.environment.limits;
    if (this.environment.settings.type === 'STANDARD' && id >= events) {
      throw new LimitReached(
        'States.Runtime',
        `The execution reached the maximum number of history events (${String(events)}).`,
      );
    }
    if (this.environment.settings.type === 'EXPRESS' && id >= expressEvents) {
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
    this.redriveTime = this.environment.now();
    this.failure = {};
    this.stopTime = undefined;
  }

  /** Counts an entry of a state and returns how many there were before. */
  countEntry(state: CompiledState): number {
    if (this.entries === undefined) {
      if (this.onlyEntered === undefined) {
        this.onlyEntered = state;
        return 0;
      }
      this.entries = new Map([[this.onlyEntered, 1]]);
    }
    const before = this.entries.get(state) ?? 0;
    this.entries.set(state, before + 1);
    return before;
  }

  get mapRuns(): Map<string, MapRunRecord> {
    return (this.ownMapRuns ??= new Map());
  }

  newTaskToken(): string {
    this.tokens++;
    if (this.environment.hooks.taskTokens !== undefined) return this.environment.hooks.taskTokens(this.tokens);
    return `${this.environment.settings.executionName}-${String(this.tokens)}-${this.environment.uuid()}`;
  }

  context(run: ContextSource, item: MapItem | undefined): JsonObject {
    const shown = this.ownContext(run, item);
    return this.environment.hooks.context?.(shown) ?? shown;
  }

  private ownContext(run: ContextSource, item: MapItem | undefined): JsonObject {
    const { settings } = this.environment;
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
        ...(this.redriveTime === undefined ? {} : { RedriveTime: timestampText(this.redriveTime) }),
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
