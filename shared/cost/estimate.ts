import { type JsonObject, type JsonValue, isObject, own as ownField } from '../base/index';
import type { IntegrationPattern } from '../asl/index';
import type { RunView, StateVisit } from '../history/index';
import { type PriceModel, type PricedCall, readResource, services } from '../services/index';
import { type StatePath, allStates } from '../workflow/index';
import type { PriceTable } from './prices';

/** What a run is judged by. */
export interface CostBasis {
  readonly definition: JsonObject;
  readonly type: 'STANDARD' | 'EXPRESS';
  readonly prices: PriceTable;
  /** What the person set, by state and name of the assumption. */
  readonly assumptions: Readonly<Record<StatePath, Readonly<Record<string, number>>>>;
}

/** One line of a bill. */
export interface CostLine {
  readonly price: string;
  readonly label: string;
  readonly unit: string;
  readonly units: number;
  readonly usd: number;
}

/** A number that was taken because nobody knows it. */
export interface Assumed {
  readonly name: string;
  readonly label: string;
  readonly unit: string;
  readonly value: number;
  readonly help?: string;
  /** Whether the person set it. */
  readonly set: boolean;
}

/** An execution that a distributed Map started. */
export interface ChildCost {
  readonly view: RunView;
  readonly type: 'STANDARD' | 'EXPRESS';
}

export interface StepCost {
  readonly name: string;
  readonly path: StatePath | null;
  /** Attempts that were priced. */
  readonly calls: number;
  readonly usd: number;
  readonly lines: readonly CostLine[];
  readonly assumed: readonly Assumed[];
  /** What the figure leaves out or nobody can know, in sentences. */
  readonly unknown: readonly string[];
}

export interface Estimate {
  readonly usd: number;
  /** The price of Step Functions itself. */
  readonly own: readonly CostLine[];
  readonly steps: readonly StepCost[];
}

/**
 * What a run costs up to the moment of its view, from its history and those of the children of its distributed Maps: each
 * attempt of a task is priced by its service with its duration, arguments and payload sizes; what the history does not say is
 * assumed, and said. Standard executions pay for every state that is
 * entered and every retry, Express ones for requests and memory over time (AWS Step Functions pricing).
 */
export function estimateRun(basis: CostBasis, view: RunView, children: readonly ChildCost[] = []): Estimate {
  const { prices } = basis;
  const states = new Map(allStates(basis.definition).map((entry) => [entry.name, entry]));
  const byState = new Map<string, PricedAttempt[]>();
  for (const { visits, time } of [view, ...children.map((child) => child.view)]) {
    for (const visit of visits) {
      if (visit.type !== 'Task') continue;
      const known = byState.get(visit.name) ?? [];
      known.push(...attemptsOf(visit, time));
      byState.set(visit.name, known);
    }
  }
  const steps = [...byState].map(([name, attempts]): StepCost => {
    const state = states.get(name);
    const resource = state && ownField(state.state, 'Resource');
    const { model, pattern } = modelOf(typeof resource === 'string' ? resource : '');
    const path = state?.path ?? null;
    return stepCost({ name, path }, attempts, model, pattern, basis);
  });
  const own = ownLines(prices, [{ view, type: basis.type }, ...children]);
  const usd = sum(own) + steps.reduce((total, step) => total + step.usd, 0);
  return { usd, own, steps: steps.sort((a, b) => b.usd - a.usd) };
}

/** What Step Functions itself takes. */
function ownLines(prices: PriceTable, executions: readonly ChildCost[]): CostLine[] {
  let transitions = 0;
  let requests = 0;
  let memory = 0;
  for (const { view, type } of executions) {
    if (type === 'STANDARD') {
      const retries = view.visits.reduce((count, { attempts }) => count + Math.max(0, attempts.length - 1), 0);
      transitions += view.visits.length + retries;
    } else {
      const seconds = ((view.time ?? 0) - (view.startTime ?? view.time ?? 0)) / 1000;
      requests += 1;
      // Memory counts in chunks of 64 MB, time in tenths of a second.
      memory += Math.max(0.1, Math.ceil(seconds * 10) / 10) * (64 / 1024);
    }
  }
  return [
    lineOf(prices, 'states.transition', transitions),
    lineOf(prices, 'states.expressRequest', requests),
    lineOf(prices, 'states.expressGbSecond', memory),
  ].filter(({ units }) => units > 0);
}

const lambda = services.flatMap(({ actions }) => actions).find(({ id }) => id === 'lambda.invoke');

function modelOf(resource: string): { readonly model: PriceModel; readonly pattern: IntegrationPattern } {
  const read = readResource(resource);
  switch (read.kind) {
    case 'action':
      return { model: read.action.price, pattern: read.pattern };
    case 'function':
      return { model: lambda?.price ?? unpriced(resource), pattern: 'requestResponse' };
    case 'activity':
      return {
        model: { kind: 'noPrice', why: 'Your own program does the work.' },
        pattern: 'waitForTaskToken',
      };
    default:
      return { model: unpriced(resource), pattern: 'pattern' in read ? read.pattern : 'requestResponse' };
  }
}

function unpriced(resource: string): PriceModel {
  return { kind: 'noPrice', why: `There is no price model for ${resource.split(':::').at(-1) ?? 'this resource'}.` };
}

interface PricedAttempt {
  readonly parameters: string | undefined;
  readonly result: string | undefined;
  readonly seconds: number;
}

/** What has been used up to the moment of the view: an attempt under way counts for as long as it goes, one just begun not. */
function attemptsOf({ attempts, exitedTime }: StateVisit, now: number | undefined): readonly PricedAttempt[] {
  return attempts.flatMap(({ status, scheduledTime, endedTime, parameters, result }) => {
    const end = endedTime ?? exitedTime ?? now ?? scheduledTime;
    const seconds = Math.max(0, end - scheduledTime) / 1000;
    return status === 'running' && seconds === 0 ? [] : [{ parameters, result, seconds }];
  });
}

function stepCost(
  { name, path }: Pick<StepCost, 'name' | 'path'>,
  attempts: readonly PricedAttempt[],
  model: PriceModel,
  pattern: IntegrationPattern,
  { prices, assumptions }: CostBasis,
): StepCost {
  if (model.kind === 'noPrice') {
    return { name, path, calls: attempts.length, usd: 0, lines: [], assumed: [], unknown: [model.why] };
  }
  const set = (path === null ? undefined : assumptions[path]) ?? {};
  const used = new Set<string>();
  const units = new Map<string, number>();
  for (const { parameters, result, seconds } of attempts) {
    const call: PricedCall = {
      pattern,
      arguments: readObject(parameters),
      seconds,
      inputBytes: bytesOf(parameters),
      outputBytes: bytesOf(result),
      assume: (wanted) => {
        used.add(wanted);
        return set[wanted] ?? model.assumptions.find((each) => each.name === wanted)?.default ?? 0;
      },
    };
    for (const charge of model.charges(call)) {
      units.set(charge.price, (units.get(charge.price) ?? 0) + charge.units);
    }
  }
  const unknown = [...units.keys()].filter((price) => !Object.hasOwn(prices.prices, price));
  const lines = [...units].map(([price, amount]) => lineOf(prices, price, amount));
  return {
    name,
    path,
    calls: attempts.length,
    usd: sum(lines),
    lines,
    assumed: model.assumptions
      .filter((each) => used.has(each.name))
      .map(({ name: wanted, label, unit, default: usual, help }) => ({
        name: wanted,
        label,
        unit,
        value: set[wanted] ?? usual,
        ...(help === undefined ? {} : { help }),
        set: set[wanted] !== undefined,
      })),
    unknown: [
      ...unknown.map((price) => `The price table has no ${price}: add it to count it.`),
      ...(model.leavesOut === undefined ? [] : [`Not counted: ${model.leavesOut}`]),
    ],
  };
}

function lineOf({ prices }: PriceTable, price: string, units: number): CostLine {
  const known = Object.hasOwn(prices, price) ? prices[price] : undefined;
  return {
    price,
    label: known?.label ?? price,
    unit: known?.unit ?? 'unit',
    units,
    usd: units * (known?.usd ?? 0),
  };
}

const sum = (lines: readonly CostLine[]) => lines.reduce((total, { usd }) => total + usd, 0);

function readObject(text: string | undefined): JsonObject {
  if (text === undefined) return {};
  try {
    const value = JSON.parse(text) as JsonValue;
    return isObject(value) ? value : {};
  } catch {
    return {};
  }
}

/** Bytes of a text in UTF-8. */
function bytesOf(text: string | undefined): number {
  let bytes = 0;
  for (const letter of text ?? '') {
    const code = letter.codePointAt(0) ?? 0;
    bytes += code < 0x80 ? 1 : code < 0x800 ? 2 : code < 0x10000 ? 3 : 4;
  }
  return bytes;
}
