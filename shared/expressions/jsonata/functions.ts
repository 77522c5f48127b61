/** The functions that AWS adds to JSONata, and the one it takes away. */
import jsonata from 'jsonata';
import type { JsonValue } from '../../base/index';
import type { Environment } from '../environment';
import { hash } from '../hash';
import { javaRandom } from '../javaRandom';
import { MemoryExceeded, mostRangeItems } from './memory';

/** A function's refusal; JSONata reports it with the expression's place. */
export class JsonataFunctionError extends Error {}

type Made = (environment: Environment) => (...args: never[]) => unknown;

const makers: Readonly<Record<string, Made>> = {
  partition: () => partition,
  range: () => range,
  hash: () => digest,
  uuid: (environment) => () => environment.uuid(),
  random: (environment) => (seed?: unknown) => (typeof seed === 'number' ? javaRandom(seed)() : environment.random()),
  parse: () => parse,
  // JSONata's own take the host's clock and chance.
  millis: (environment) => () => Math.floor(environment.now()),
  now: (environment) => (picture?: string, timezone?: string) => now(environment, picture, timezone),
  shuffle: (environment) => (items: unknown) => shuffle(items, environment),
};

/** Makes what an expression calls besides JSONata's own functions, for one evaluation; only what its text names. */
export function awsFunctionsOf(text: string): (environment: Environment) => Readonly<Record<string, unknown>> {
  const named = Object.entries(makers).filter(([name]) => text.includes(`$${name}`));
  return (environment) => Object.fromEntries(named.map(([name, make]) => [name, make(environment)]));
}

/** The time in a picture of JSONata's, for the one call that cannot take the host's clock. */
const inPicture = jsonata('$fromMillis($t, $picture, $timezone)');

function now(environment: Environment, picture: string | undefined, timezone: string | undefined): unknown {
  const time = Math.floor(environment.now());
  if (picture === undefined && timezone === undefined) return new Date(time).toISOString();
  return inPicture.evaluate(undefined, { t: time, picture, timezone });
}

/** Fisher and Yates, with the run's own chance. */
function shuffle(items: unknown, environment: Environment): unknown {
  if (items === undefined) return undefined;
  const list: unknown[] = Array.isArray(items) ? [...(items as unknown[])] : [items];
  for (let i = list.length - 1; i > 0; i--) {
    const j = Math.floor(environment.random() * (i + 1));
    [list[i], list[j]] = [list[j], list[i]];
  }
  return list;
}

function partition(items: unknown, size: unknown): unknown {
  if (items === undefined) return undefined;
  const list: readonly unknown[] = Array.isArray(items) ? items : [items];
  if (typeof size !== 'number' || size < 1)
    throw new JsonataFunctionError('The second argument of $partition must be a positive number');
  const step = Math.floor(size);
  const chunks: unknown[] = [];
  for (let from = 0; from < list.length; from += step) chunks.push(list.slice(from, from + step));
  return chunks;
}

function range(first: unknown, last: unknown, step: unknown): unknown {
  if (typeof first !== 'number' || typeof last !== 'number' || typeof step !== 'number' || step === 0) {
    throw new JsonataFunctionError('$range takes three numbers, the last of them not zero');
  }
  // AWS rounds towards zero.
  const [from, to, by] = [Math.trunc(first) + 0, Math.trunc(last) + 0, Math.trunc(step)];
  if (by === 0) throw new JsonataFunctionError('The third argument of $range must not be zero');
  const count = Math.max(0, Math.floor((to - from) / by) + 1);
  if (count > mostRangeItems) throw new MemoryExceeded();
  const items = Array.from({ length: count }, (_, i) => from + i * by);
  // JSONata's own rule for sequences: one item stands for itself.
  return items.length === 1 ? items[0] : items;
}

function digest(data: unknown, algorithm: unknown): unknown {
  if (data === undefined) return undefined;
  const text = typeof data === 'string' ? data : JSON.stringify(data);
  const found = typeof algorithm === 'string' ? hash(text, algorithm) : undefined;
  if (found === undefined)
    throw new JsonataFunctionError('The algorithm of $hash must be MD5, SHA-1, SHA-256, SHA-384 or SHA-512');
  return found;
}

function parse(text: unknown): JsonValue | undefined {
  if (typeof text !== 'string') return undefined;
  // JSONata calculates with plain numbers alone, so none comes in with its text.
  try {
    return JSON.parse(text) as JsonValue;
  } catch {
    // The words of JSON.parse differ from host to host.
    throw new JsonataFunctionError('The argument of $parse is not valid JSON');
  }
}
