import type { JsonObject, JsonValue } from '../base/json';
import { jsonText } from '../base/jsonNumbers';
import type { Environment } from '../expressions/environment';
import { StateFailure } from '../expressions/failure';
import { assignVariables, type Variables } from '../expressions/variables';
import { stateEvents, type EventDetails, type EventType, type StateEvents } from '../history/eventTable';
import type { StateType } from '../asl/stateFacts';
import type {
  AbortedChild,
  ChildEnd,
  ChildExecutionStart,
  ChildStart,
  CompiledScope,
  CompiledState,
  Effect,
  Flow,
  KeptChildren,
  MapItem,
  MapRunRecord,
  StateOutcome,
} from '../states/execution';
import { exceedsBytes } from '../states/execution/payload';
import type { SimulatorEnvironment } from './environment';
import type { ExecutionRecord } from './execution';
import { Family } from './family';
import type { ResumePoint } from './resume';
import type { LineOfControl, LineOwner, Stoppable } from './lineOfControl';
import { placeFailure } from './placeFailure';

export interface ThreadOptions {
  readonly owner: LineOwner;
  readonly scope: CompiledScope;
  readonly input: JsonValue;
  /** The text of the input, where it was printed already. */
  readonly inputText: string | undefined;
  readonly variables: Variables;
  readonly previousEventId: number;
  readonly mapItem: MapItem | undefined;
  /** The line that started this one as a branch or an iteration, under an index. */
  readonly parent: LineOfControl | undefined;
  readonly index: number;
  readonly resume: ResumePoint | undefined;
}

/** One line of control: the root, a branch, or an iteration. It runs the states of one scope, one after the other. */
export class Thread implements LineOfControl {
  readonly owner: LineOwner;
  readonly environment: SimulatorEnvironment;
  readonly scope: CompiledScope;
  readonly mapItem: MapItem | undefined;
  readonly parent: LineOfControl | undefined;
  readonly index: number;
  readonly now: () => number;
  readonly random: () => number;
  readonly uuid: () => string;
  variables: Variables;
  lastEventId: number;
  private readonly record: ExecutionRecord;
  private readonly resume: ResumePoint | undefined;
  stateName = '';
  input: JsonValue;
  inputText: string | undefined;
  enteredEventId = 0;
  beforeEventId = 0;
  enteredTime = 0;
  entry = 0;
  retryCount = 0;
  taskToken: string | undefined = undefined;
  stateType: StateType | undefined = undefined;
  /** Set when the thread ended or was stopped; nothing may resume it then. */
  ended = false;
  /** The children of the running state; made when the first one starts. */
  private family: Family | undefined = undefined;
  /** True while the flow waits for the end of a child. */
  waitsForChild = false;
  flow: Generator<Effect, JsonValue, unknown>;
  private mapRunArn: string | undefined = undefined;
  private resuming = false;
  private kept: KeptChildren | undefined;
  private keptPoints: ReadonlyMap<number, ResumePoint> | undefined;

  constructor(options: ThreadOptions) {
    this.owner = options.owner;
    this.record = options.owner.record;
    const { environment } = this.record;
    this.environment = environment;
    this.now = environment.now;
    this.random = environment.random;
    this.uuid = environment.uuid;
    this.scope = options.scope;
    this.input = options.input;
    this.inputText = options.inputText;
    this.variables = options.variables;
    this.lastEventId = options.previousEventId;
    this.mapItem = options.mapItem;
    this.parent = options.parent;
    this.index = options.index;
    this.resume = options.resume;
    this.flow = this.main();
  }

  private *main(): Flow<JsonValue> {
    let name = this.scope.startAt;
    if (this.resume !== undefined) {
      name = this.resume.stateName;
      this.kept = { outputs: this.resume.outputs, mapRunArn: this.resume.mapRunArn };
      this.keptPoints = this.resume.children;
      this.resuming = true;
    }
    for (;;) {
      const state = this.scope.states.get(name);
      if (state === undefined) throw new StateFailure('States.Runtime', `There is no state named "${name}".`);
      this.enter(state);
      let outcome: StateOutcome;
      try {
        const result = state.run(this);
        outcome = 'output' in result ? result : yield* result;
      } catch (problem) {
        throw problem instanceof StateFailure ? this.place(problem) : problem;
      }
      this.exit(state, outcome);
      if (outcome.next === undefined) return outcome.output;
      name = outcome.next;
      yield step;
    }
  }

  private enter(state: CompiledState): void {
    this.record.countStep();
    this.stateName = state.name;
    this.stateType = state.type;
    this.retryCount = 0;
    this.taskToken = undefined;
    this.enteredTime = this.now();
    this.entry = this.record.countEntry(state);
    this.beforeEventId = this.lastEventId;
    this.takeChange(state.name);
    this.inputText ??= jsonText(this.input);
    this.mapRunArn = undefined;
    if (this.resuming) {
      // AWS goes on inside the state: it was entered before and is not entered again.
      this.resuming = false;
      this.enteredEventId = this.resume?.enteredEventId ?? 0;
      return;
    }
    this.family = undefined;
    this.enteredEventId = this.emit(stateEvents[state.type].entered, {
      name: state.name,
      input: this.inputText,
      inputDetails: notTruncated,
    });
  }

  /** Where a person changed what a state gets, it gets that. */
  private takeChange(name: string): void {
    const change = this.environment.hooks.changeEntry?.(name, this.entry);
    if (change?.input !== undefined) {
      this.input = change.input;
      this.inputText = undefined;
    }
    if (change?.variables !== undefined) this.variables = change.variables;
  }

  private exit(state: CompiledState, outcome: StateOutcome): void {
    const text = outcome.outputText ?? jsonText(outcome.output);
    if (exceedsBytes(text, this.environment.limits.payloadBytes)) {
      throw new StateFailure(
        'States.DataLimitExceeded',
        `The state/task '${state.name}' returned a result with a size exceeding the maximum number of bytes service limit.`,
      );
    }
    this.record.countText(text.length);
    const { assigned } = outcome;
    if (assigned !== undefined) this.variables = assignVariables(this.variables, assigned);
    const { exited }: StateEvents = stateEvents[state.type];
    if (exited === undefined) throw new Error(`A ${state.type} state is never exited`);
    this.emit(
      exited,
      assigned === undefined
        ? { name: state.name, output: text, outputDetails: notTruncated }
        : {
            name: state.name,
            output: text,
            outputDetails: notTruncated,
            assignedVariables: Object.fromEntries(
              Object.entries(assigned).map(([key, value]) => [key, jsonText(value)]),
            ),
            assignedVariablesDetails: notTruncated,
          },
    );
    this.input = outcome.output;
    this.inputText = text;
    this.stateType = undefined;
  }

  newTaskToken(): string {
    return this.record.newTaskToken();
  }

  context(): JsonObject {
    return this.record.context(this, this.mapItem);
  }

  forItem(item: MapItem): Environment {
    return {
      variables: this.variables,
      context: () => this.record.context(this, item),
      random: this.random,
      uuid: this.uuid,
      now: this.now,
    };
  }

  emit<Type extends EventType>(type: Type, details: EventDetails<Type>): number {
    return (this.lastEventId = this.record.append(type, this.lastEventId, details));
  }

  emitAside<Type extends EventType>(previousEventId: number, type: Type, details: EventDetails<Type>): number {
    return this.record.append(type, previousEventId, details);
  }

  continueFrom(eventId: number): void {
    this.lastEventId = eventId;
  }

  place(failure: StateFailure): StateFailure {
    return placeFailure(this, failure);
  }

  startChild(start: ChildStart): void {
    const resume = this.takeResume(start.index);
    const child = new Thread({
      owner: this.owner,
      scope: start.scope,
      input: resume?.input ?? start.input,
      inputText: undefined,
      variables: resume?.variables ?? this.variables,
      previousEventId: resume?.lastEventId ?? start.previousEventId,
      mapItem: start.mapItem ?? this.mapItem,
      parent: this,
      index: start.index,
      resume,
    });
    this.owner.runner.start(child);
    this.family ??= new Family();
    this.family.add(start.index, child);
  }

  startChildExecution(start: ChildExecutionStart): void {
    this.family ??= new Family();
    this.family.add(start.index, this.owner.runner.startChildExecution(this, start));
  }

  abortChildren(): readonly AbortedChild[] {
    return this.family?.abort() ?? [];
  }

  recordMapRun(record: MapRunRecord): void {
    this.mapRunArn = record.mapRunArn;
    this.record.mapRuns.set(record.mapRunArn, record);
  }

  takeKept(): KeptChildren | undefined {
    const { kept } = this;
    this.kept = undefined;
    if (kept !== undefined) this.family = new Family(kept.outputs);
    return kept;
  }

  /** Where a child goes on after a redrive; taken once. */
  private takeResume(index: number): ResumePoint | undefined {
    const point = this.keptPoints?.get(index);
    if (point !== undefined) this.keptPoints = new Map([...(this.keptPoints ?? [])].filter(([key]) => key !== index));
    return point;
  }

  /** A child ended; the state takes it when it asks for it. */
  childEnded(end: ChildEnd): void {
    this.family?.ended(end);
  }

  /** Takes the next end of a child for the state, in the order they ended. */
  takeChildEnd(): ChildEnd | undefined {
    return this.family?.take();
  }

  get line(): LineOfControl {
    return this;
  }

  /** The branches, iterations and child executions of the running state that run themselves. */
  get runningChildren(): ReadonlyMap<number, Stoppable> {
    return this.family?.alive ?? noChildren;
  }

  /** Where a redrive of this thread goes on. */
  resumePoint(): ResumePoint {
    const { outputs, children } = this.family?.resume() ?? nothingKept;
    return {
      stateName: this.stateName,
      enteredEventId: this.enteredEventId,
      lastEventId: this.lastEventId,
      mapRunArn: this.mapRunArn,
      input: this.input,
      variables: this.variables,
      outputs,
      children,
    };
  }

  /** Ends the thread where it stands, and everything it started. */
  stop(): void {
    if (this.ended) return;
    this.ended = true;
    this.family?.stop();
    this.owner.runner.forget(this);
  }
}

const step: Effect = { kind: 'step' };

const noChildren: ReadonlyMap<number, Stoppable> = new Map();

const nothingKept: Pick<ResumePoint, 'outputs' | 'children'> = { outputs: new Map(), children: new Map() };

const notTruncated = Object.freeze({ truncated: false });
