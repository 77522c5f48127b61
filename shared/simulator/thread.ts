import type { JsonObject, JsonValue } from '../base/json';
import { jsonText } from '../base/jsonNumbers';
import type { Environment } from '../expressions/environment';
import { StateFailure } from '../expressions/failure';
import { assignVariables, type Variables } from '../expressions/variables';
import { stateEvents, type EventDetails, type EventType, type StateEvents } from '../history/eventTable';
import type { StateType } from '../states';
import type {
  AbortedChild,
  ChildEnd,
  ChildExecutionStart,
  ChildStart,
  CompiledScope,
  CompiledState,
  Effect,
  Flow,
  InspectionStage,
  KeptChildren,
  MapItem,
  MapRunRecord,
  MockedChildren,
  RunLimits,
  RunSettings,
  StateOutcome,
  StateRun,
  TaskRequest,
} from '../states/execution';
import { exceedsBytes } from '../states/execution/payload';
import { Family } from './family';
import type { ResumePoint } from './resume';
import type { Stoppable, ThreadHost } from './threadHost';

/** One line of control: the root, a branch, or an iteration. It runs the states of one scope, one after the other. */
export class Thread implements StateRun, Stoppable {
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

  constructor(
    readonly host: ThreadHost,
    readonly scope: CompiledScope,
    input: JsonValue,
    inputText: string | undefined,
    public variables: Variables,
    public lastEventId: number,
    readonly mapItem: MapItem | undefined,
    readonly parent: Thread | undefined,
    readonly index: number,
    readonly resume: ResumePoint | undefined,
  ) {
    this.input = input;
    this.inputText = inputText;
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
    const { host } = this;
    host.countStep();
    this.stateName = state.name;
    this.stateType = state.type;
    this.retryCount = 0;
    this.taskToken = undefined;
    this.enteredTime = host.now();
    this.entry = host.countEntry(state);
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
    const change = this.host.changeEntry?.(name, this.entry);
    if (change?.input !== undefined) {
      this.input = change.input;
      this.inputText = undefined;
    }
    if (change?.variables !== undefined) this.variables = change.variables;
  }

  private exit(state: CompiledState, outcome: StateOutcome): void {
    const text = outcome.outputText ?? jsonText(outcome.output);
    if (exceedsBytes(text, this.limits.payloadBytes)) {
      throw new StateFailure(
        'States.DataLimitExceeded',
        `The state/task '${state.name}' returned a result with a size exceeding the maximum number of bytes service limit.`,
      );
    }
    this.host.countText(text.length);
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

  get limits(): RunLimits {
    return this.host.limits;
  }

  get settings(): RunSettings {
    return this.host.settings;
  }

  get express(): boolean {
    return this.host.settings.type === 'EXPRESS';
  }

  get inspect(): ((stage: InspectionStage, value: JsonValue) => void) | undefined {
    return this.host.inspect;
  }

  get mockedChildren(): MockedChildren | undefined {
    return this.host.mockedChildren;
  }

  get retriesBefore(): number | undefined {
    return this.host.retriesBefore;
  }

  get refuseTask(): ((request: TaskRequest) => string | undefined) | undefined {
    return this.host.refuseTask;
  }

  now(): number {
    return this.host.now();
  }

  random(): number {
    return this.host.random();
  }

  uuid(): string {
    return this.host.uuid();
  }

  newTaskToken(): string {
    return this.host.newTaskToken();
  }

  context(): JsonObject {
    return this.host.context(this, this.mapItem);
  }

  forItem(item: MapItem): Environment {
    return {
      variables: this.variables,
      context: () => this.host.context(this, item),
      random: () => this.random(),
      uuid: () => this.uuid(),
      now: () => this.now(),
    };
  }

  emit<Type extends EventType>(type: Type, details: EventDetails<Type>): number {
    return (this.lastEventId = this.host.record(type, this.lastEventId, details));
  }

  emitAside<Type extends EventType>(previousEventId: number, type: Type, details: EventDetails<Type>): number {
    return this.host.record(type, previousEventId, details);
  }

  continueFrom(eventId: number): void {
    this.lastEventId = eventId;
  }

  place(failure: StateFailure): StateFailure {
    const { details } = failure;
    if (details.placed !== true) return failure;
    const cause = `An error occurred while executing the state '${this.stateName}' (entered at the event id #${String(this.enteredEventId)}). ${failure.cause ?? ''}`;
    if (details.evaluation !== undefined) {
      const { location } = details.evaluation;
      // AWS lets EvaluationFailed point to the event before StateEntered, but for Wait to StateEntered itself.
      if (this.stateType !== 'Wait') this.lastEventId = this.beforeEventId;
      this.emit('EvaluationFailed', {
        ...(failure.error === undefined ? {} : { error: failure.error }),
        cause,
        ...(location === undefined ? {} : { location }),
        state: this.stateName,
      });
    }
    return new StateFailure(failure.error, cause, details.task === true ? { task: true } : {});
  }

  startChild(start: ChildStart): void {
    this.family ??= new Family();
    this.family.add(start.index, this.host.startChild(this, start));
  }

  startChildExecution(start: ChildExecutionStart): void {
    this.family ??= new Family();
    this.family.add(start.index, this.host.startChildExecution(this, start));
  }

  abortChildren(): readonly AbortedChild[] {
    return this.family?.abort() ?? [];
  }

  recordMapRun(record: MapRunRecord): void {
    this.mapRunArn = record.mapRunArn;
    this.host.recordMapRun(record);
  }

  takeKept(): KeptChildren | undefined {
    const { kept } = this;
    this.kept = undefined;
    if (kept !== undefined) this.family = new Family(kept.outputs);
    return kept;
  }

  /** Where the child goes on after a redrive; taken once. */
  childResume(index: number): ResumePoint | undefined {
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
    this.host.forget(this);
  }
}

const step: Effect = { kind: 'step' };

const noChildren: ReadonlyMap<number, Stoppable> = new Map();

const nothingKept: Pick<ResumePoint, 'outputs' | 'children'> = { outputs: new Map(), children: new Map() };

const notTruncated = Object.freeze({ truncated: false });
