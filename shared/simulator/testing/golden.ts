import type { JsonObject, JsonValue } from '#shared/base/json';
import { jsonText } from '#shared/base/jsonNumbers';
import type { HistoryEvent } from '#shared/history/events';
import type { TaskFailureStage, TaskRequest } from '#shared/states/execution';
import type { EngineLimits, StateMachineType } from '#shared/simulator/settings';
import { StoreProblem, type ObjectStore, type TaskAnswer, type Worker } from '#shared/simulator/worker';
import { startMachine } from './runMachine';

/** One answer of a mocked task. Without `output` and `error` it succeeds with an empty object. */
interface GoldenAnswer {
  readonly output?: JsonValue;
  readonly error?: string;
  readonly cause?: string;
  readonly stage?: TaskFailureStage;
  readonly delayMs?: number;
  readonly submitted?: JsonValue;
  readonly heartbeatsMs?: readonly number[];
  readonly workerName?: string;
  /** The task never ends by itself. */
  readonly never?: boolean;
}

/** A machine of our own with what it is run on, and what has to come of it. */
export interface Golden {
  /** The behaviour that it stands for, in a sentence. */
  readonly about: string;
  readonly definition: JsonObject;
  readonly input?: JsonValue;
  readonly inputText?: string;
  readonly type?: StateMachineType;
  readonly startTime?: number;
  readonly seed?: number;
  readonly limits?: Partial<EngineLimits>;
  /** By state, or by state and item (`Call#1`): answers in the order of the calls; the last one is repeated. */
  readonly answers?: Readonly<Record<string, readonly GoldenAnswer[]>>;
  /** Texts of objects by `bucket/key`; a bucket without an object does not exist. */
  readonly store?: Readonly<Record<string, string>>;
  /** Pauses once there are so many events; what follows is done then. */
  readonly pauseAt?: number;
  /** What is done when the execution has come to its end or waits for good. */
  readonly then?: readonly ('redrive' | { readonly stop: { readonly error?: string; readonly cause?: string } })[];
  readonly expected?: GoldenResult;
}

interface GoldenRun {
  readonly status: string;
  readonly output?: string;
  readonly error?: string;
  readonly cause?: string;
  readonly events: readonly HistoryEvent[];
}

export interface GoldenResult extends GoldenRun {
  readonly children?: readonly (GoldenRun & { readonly index: number })[];
  /** What was written to the store. */
  readonly written?: Readonly<Record<string, string>>;
  /** The redrives that were refused, by their codes. */
  readonly refused?: readonly string[];
}

/** Carries a golden machine out, redrives and stops included. */
export async function runGolden(golden: Golden): Promise<GoldenResult> {
  const written: Record<string, string> = {};
  const simulation = startMachine(golden.definition, {
    startTime: golden.startTime ?? 1_700_000_000_000,
    seed: golden.seed ?? 1,
    worker: mockWorker(golden.answers ?? {}),
    store: mockStore(golden.store ?? {}, written),
    limits: golden.limits ?? {},
    settings: { executionName: 'golden', stateMachineName: 'golden', type: golden.type ?? 'STANDARD' },
    ...(golden.input === undefined ? {} : { input: golden.input }),
    ...(golden.inputText === undefined ? {} : { inputText: golden.inputText }),
  });
  const refused: string[] = [];
  const { pauseAt } = golden;
  await simulation.runToEnd(pauseAt === undefined ? undefined : () => simulation.events.length >= pauseAt);
  for (const step of golden.then ?? []) {
    if (step === 'redrive') {
      const redriven = simulation.redrive();
      if (!redriven.ok) refused.push(redriven.problem.code);
      await simulation.runToEnd();
    } else simulation.stop(step.stop);
  }
  const children = simulation.childExecutions().map((child) => ({ index: child.index, ...partOf(child) }));
  return {
    ...partOf(simulation.result()),
    ...(children.length === 0 ? {} : { children }),
    ...(Object.keys(written).length === 0 ? {} : { written }),
    ...(refused.length === 0 ? {} : { refused }),
  };
}

function partOf(result: {
  readonly status: string;
  readonly outputText?: string;
  readonly error?: string;
  readonly cause?: string;
  readonly events: readonly HistoryEvent[];
}): GoldenRun {
  return {
    status: result.status,
    ...(result.outputText === undefined ? {} : { output: result.outputText }),
    ...(result.error === undefined ? {} : { error: result.error }),
    ...(result.cause === undefined ? {} : { cause: result.cause }),
    events: result.events,
  };
}

function mockWorker(answers: NonNullable<Golden['answers']>): Worker {
  const calls = new Map<string, number>();
  return (request: TaskRequest): TaskAnswer => {
    const ofItem = `${request.stateName}#${String(request.mapIndex)}`;
    const key = ofItem in answers ? ofItem : request.stateName;
    const call = calls.get(key) ?? 0;
    calls.set(key, call + 1);
    const given = answers[key] ?? [];
    const answer = given[Math.min(call, given.length - 1)] ?? {};
    const { output, error, cause, stage, never, ...rest } = answer;
    if (never === true) return rest;
    if (error === undefined) return { ...rest, outcome: { kind: 'success', output: output ?? {} } };
    return {
      ...rest,
      outcome: {
        kind: 'failure',
        error,
        ...(cause === undefined ? {} : { cause }),
        ...(stage === undefined ? {} : { stage }),
      },
    };
  };
}

function mockStore(objects: Readonly<Record<string, string>>, written: Record<string, string>): ObjectStore {
  return (request) => {
    if (!Object.keys(objects).some((place) => place.startsWith(`${request.bucket}/`)))
      throw new StoreProblem('NoSuchBucket', 'The specified bucket does not exist');
    if (request.kind === 'putObject') {
      written[`${request.bucket}/${request.key}`] = request.body;
      return undefined;
    }
    const text = request.kind === 'getObject' ? objects[`${request.bucket}/${request.key}`] : undefined;
    if (text === undefined) throw new StoreProblem('NoSuchKey', 'The specified key does not exist.');
    return text;
  };
}

/** A golden as a file: one line for each part of what is given, and one for each event. */
export function goldenText(golden: Golden, result: GoldenResult): string {
  const { expected: _expected, ...given } = golden;
  const { events, children, ...rest } = result;
  const lines = Object.entries(given).map(([key, value]) => `  ${JSON.stringify(key)}: ${jsonText(value)},`);
  const inside = Object.entries(rest).map(([key, value]) => `    ${JSON.stringify(key)}: ${jsonText(value)},`);
  if (children !== undefined) {
    const texts = children.map(({ events: own, ...child }) => {
      const members = Object.entries(child).map(([key, value]) => `${JSON.stringify(key)}: ${jsonText(value)}, `);
      return `      { ${members.join('')}"events": [\n${eventLines(own, '        ')}\n      ] }`;
    });
    inside.push(`    "children": [\n${texts.join(',\n')}\n    ],`);
  }
  inside.push(`    "events": [\n${eventLines(events, '      ')}\n    ]`);
  return `{\n${lines.join('\n')}\n  "expected": {\n${inside.join('\n')}\n  }\n}\n`;
}

function eventLines(events: readonly HistoryEvent[], indent: string): string {
  return events.map((event) => `${indent}${jsonText(event)}`).join(',\n');
}
