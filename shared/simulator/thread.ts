import { type JsonObject, type JsonValue, jsonText } from '../base/index';
import { type Environment, StateFailure, type Variables, assignVariables } from '../expressions/index';
import type { EventDetails, EventType } from '../history/index';
import type { StateType } from '../asl/index';
import {
  type AnswerAtOnce,
  type ChildStart,
  type CompiledScope,
  type CompiledState,
  type Effect,
  type Flow,
  type MapItem,
  type StateOutcome,
  type TaskRequest,
  exceedsBytes,
  tooLarge,
} from '../states/index';
import type { SimulatorEnvironment } from './environment';
import type { ExecutionRecord } from './execution';
import { exitedDetails, exitedEvent } from './exitEvent';
import { LineChildren } from './lineChildren';
import type { ResumePoint } from './resume';
import type { LineOfControl, LineOwner, Stoppable } from './lineOfControl';
import { placeFailure } from './placeFailure';
import { type VariableSizes, sizesAfterAssign } from './variableLimits';

export interface ThreadOptions {
  readonly owner: LineOwner;
  readonly scope: CompiledScope;
  readonly input: JsonValue;
  /** The text of the input, where it was printed already. */
  readonly inputText: string | undefined;
  readonly variables: Variables;
  /** Of the variables, as far as they are known. */
  readonly sizes: VariableSizes;
  readonly previousEventId: number;
  readonly mapItem: MapItem | undefined;
  readonly mapIndex: number | undefined;
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
  private readonly mapItem: MapItem | undefined;
  readonly mapIndex: number | undefined;
  readonly parent: LineOfControl | undefined;
  readonly index: number;
  readonly now: () => number;
  readonly random: () => number;
  readonly uuid: () => string;
  variables: Variables;
  private sizes: VariableSizes;
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
  /** The children of the running state; made when they are first asked for, which most states never do. */
  private ownChildren: LineChildren | undefined = undefined;
  /** True while the flow waits for the end of a child. */
  waitsForChild = false;
  flow: Generator<Effect, JsonValue, unknown>;
  private resuming: boolean;

  constructor(options: ThreadOptions) {
    this.owner = options.owner;
    this.record = options.owner.record;
    this.environment = this.record.environment;
    this.now = this.environment.now;
    this.random = this.environment.random;
    this.uuid = this.environment.uuid;
    this.scope = options.scope;
    this.input = options.input;
    this.inputText = options.inputText;
    this.variables = options.variables;
    this.sizes = options.sizes;
    this.lastEventId = options.previousEventId;
    this.mapItem = options.mapItem;
    this.mapIndex = options.mapIndex;
    this.parent = options.parent;
    this.index = options.index;
    this.resume = options.resume;
    this.resuming = options.resume !== undefined;
    this.flow = this.main();
  }

  private *main(): Flow<JsonValue> {
    let name = this.resume?.stateName ?? this.scope.startAt;
    for (;;) {
      const state = this.scope.states.get(name);
      if (state === undefined) throw new StateFailure('States.Runtime', `There is no state named "${name}".`);
      this.enter(state);
      let outcome: StateOutcome;
      try {
        const result = state.run(this);
        outcome = 'output' in result ? result : yield* result;
        this.exit(state, outcome);
      } catch (problem) {
        throw problem instanceof StateFailure ? this.place(problem) : problem;
      }
      if (outcome.next === undefined) return outcome.output;
      this.environment.hooks.watch?.took(state.name, outcome.slot ?? nextSlot);
      name = outcome.next;
      yield step;
    }
  }

  private enter(state: CompiledState): void {
    this.environment.budget.countStep();
    this.stateName = state.name;
    this.stateType = state.type;
    this.retryCount = 0;
    this.taskToken = undefined;
    this.enteredTime = this.now();
    this.entry = this.record.countEntry(state);
    this.beforeEventId = this.lastEventId;
    this.takeChange(state.name);
    this.environment.hooks.watch?.entered(state.name, this.input, this.variables);
    this.inputText ??= jsonText(this.input);
    this.ownChildren = undefined;
    if (this.resuming) {
      // AWS goes on inside the state: it was entered before and is not entered again.
      this.resuming = false;
      this.ownChildren = new LineChildren(this, (start, resume) => this.startChild(start, resume), this.resume);
      this.enteredEventId = this.resume?.enteredEventId ?? 0;
      return;
    }
    this.enteredEventId = this.emit(state.events.entered, {
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
    if (change?.variables === undefined) return;
    this.variables = change.variables;
    this.sizes = {};
  }

  private exit(state: CompiledState, outcome: StateOutcome): void {
    const text = outcome.outputText ?? jsonText(outcome.output);
    if (exceedsBytes(text, this.environment.limits.payloadBytes)) throw tooLarge('returned a result', state.name);
    this.environment.budget.countText(text.length);
    const { assigned } = outcome;
    if (assigned !== undefined) this.assign(assigned);
    this.emit(exitedEvent(state), exitedDetails(state.name, text, assigned));
    this.input = outcome.output;
    this.inputText = text;
    this.stateType = undefined;
  }

  private assign(assigned: JsonObject): void {
    const { stateName, variables, parent } = this;
    const line = { stateName, variables, outer: parent?.variables };
    this.sizes = sizesAfterAssign(assigned, line, this.sizes, this.environment.limits);
    this.variables = assignVariables(variables, assigned);
  }

  newTaskToken(): string {
    return this.record.newTaskToken();
  }

  answerAtOnce(request: TaskRequest): AnswerAtOnce | undefined {
    return this.owner.runner.answerAtOnce(request);
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

  get children(): LineChildren {
    return (this.ownChildren ??= new LineChildren(this, (start, resume) => this.startChild(start, resume), undefined));
  }

  private startChild(start: ChildStart, resume: ResumePoint | undefined): Stoppable {
    const child = new Thread({
      owner: this.owner,
      scope: start.scope,
      input: resume?.input ?? start.input,
      inputText: resume === undefined ? start.inputText : undefined,
      variables: resume?.variables ?? this.variables,
      sizes: resume === undefined ? this.sizes : {},
      previousEventId: resume?.lastEventId ?? start.previousEventId,
      mapItem: start.mapItem ?? this.mapItem,
      mapIndex: start.mapItem?.index ?? this.mapIndex,
      parent: this,
      index: start.index,
      resume,
    });
    this.owner.runner.start(child);
    return child;
  }

  get line(): LineOfControl {
    return this;
  }

  /** Where a redrive of this thread goes on. */
  resumePoint(): ResumePoint {
    return {
      stateName: this.stateName,
      enteredEventId: this.enteredEventId,
      lastEventId: this.lastEventId,
      input: this.input,
      variables: this.variables,
      ...(this.ownChildren?.resume() ?? nothingKept),
    };
  }

  /** Ends the thread where it stands, and everything it started. */
  stop(): void {
    if (this.ended) return;
    this.ended = true;
    this.ownChildren?.stop();
    this.owner.runner.forget(this);
  }
}

const nextSlot = { kind: 'next' } as const;
const step: Effect = { kind: 'step' };
const nothingKept: Pick<ResumePoint, 'outputs' | 'children'> = { outputs: new Map(), children: new Map() };
const notTruncated = Object.freeze({ truncated: false });
