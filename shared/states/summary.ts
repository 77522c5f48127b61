import { type IntegrationPattern, isStateType } from '../asl/index';
import { type JsonObject, type JsonValue, duration, isArray, isObject, own } from '../base/index';
import { placeholderNames } from '../workflow/index';
import { toBeFilled } from './task/toBeFilled';
import { stateTypes } from './stateTypes';

export interface Badge {
  readonly kind: 'retry' | 'catch' | 'timeout' | 'callback' | 'sync' | 'placeholder' | 'fill';
  readonly text: string;
  readonly title: string;
}

/** What can be said of a state in the space of a card. */
export interface StateSummary {
  readonly icon: string;
  /** What the state does, in a few words. */
  readonly action: string;
  readonly badges: readonly Badge[];
}

const summaries = new WeakMap<JsonObject, StateSummary>();

/**
 * Sums a state up. Robust against fields of the wrong type: the text may be half written. States do not change, so asked
 * again for the same one it costs nothing.
 */
export function summarizeState(state: JsonObject): StateSummary {
  const known = summaries.get(state);
  if (known) return known;
  const made = summaryOf(state);
  summaries.set(state, made);
  return made;
}

function summaryOf(state: JsonObject): StateSummary {
  const type = own(state, 'Type');
  if (!isStateType(type))
    return { icon: 'task', action: typeof type === 'string' ? `Unknown type ${type}` : 'No type', badges: [] };
  const definition = stateTypes[type];
  const { icon = definition.icon, action, pattern } = definition.summary(state);
  return {
    icon,
    action,
    badges: [...patternBadge(pattern), ...commonBadges(state), ...placeholderBadge(state), ...fillBadge(state)],
  };
}

function patternBadge(pattern: IntegrationPattern | undefined): Badge[] {
  if (pattern === 'sync') return [{ kind: 'sync', text: 'sync', title: 'Waits until the job has ended (.sync)' }];
  if (pattern === 'waitForTaskToken') {
    return [{ kind: 'callback', text: 'callback', title: 'Waits until its task token comes back (.waitForTaskToken)' }];
  }
  return [];
}

/** Fields that hold states, which have cards of their own. */
const ofOthers: ReadonlySet<string> = new Set(['States', 'Branches']);

/** What a deployment fills in of the state itself. */
function placeholderBadge(state: JsonObject): Badge[] {
  const names = new Set<string>();
  const walk = (value: JsonValue): void => {
    if (typeof value === 'string') for (const name of placeholderNames(value)) names.add(name);
    else if (isArray(value)) value.forEach(walk);
    else if (isObject(value)) for (const [key, item] of Object.entries(value)) if (!ofOthers.has(key)) walk(item);
  };
  walk(state);
  if (names.size === 0) return [];
  const title = `Filled in at deployment: ${[...names].join(', ')}`;
  return [{ kind: 'placeholder', text: String(names.size), title }];
}

/** What a new task came with and is not the person's own yet. */
function fillBadge(state: JsonObject): Badge[] {
  const names = toBeFilled(state);
  return names.length === 0
    ? []
    : [{ kind: 'fill', text: String(names.length), title: `To be filled: ${names.join(', ')}` }];
}

function commonBadges(state: JsonObject): Badge[] {
  const badges: Badge[] = [];
  const retry = own(state, 'Retry');
  if (isArray(retry) && retry.length > 0) {
    const attempts = retry.map((item) => (isObject(item) ? own(item, 'MaxAttempts') : undefined));
    const most = Math.max(...attempts.map((n) => (typeof n === 'number' ? n : 3)));
    badges.push({ kind: 'retry', text: `${most}×`, title: `Retries up to ${most} times (${retry.length} retriers)` });
  }
  const catchers = own(state, 'Catch');
  if (isArray(catchers) && catchers.length > 0) {
    badges.push({
      kind: 'catch',
      text: String(catchers.length),
      title: `Catches errors (${catchers.length} catchers)`,
    });
  }
  const timeout = own(state, 'TimeoutSeconds');
  if (typeof timeout === 'number') {
    badges.push({ kind: 'timeout', text: duration(timeout), title: `Times out after ${duration(timeout)}` });
  }
  return badges;
}
