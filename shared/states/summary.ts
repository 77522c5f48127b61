import { type IntegrationPattern, isStateType } from '../asl/index';
import { type JsonObject, duration, isArray, isObject, own } from '../base/index';
import { stateTypes } from './stateTypes';

export interface Badge {
  readonly kind: 'retry' | 'catch' | 'timeout' | 'callback' | 'sync';
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

/** Sums a state up. Robust against fields of the wrong type: the text may be half written. */
export function summarizeState(state: JsonObject): StateSummary {
  const type = own(state, 'Type');
  if (!isStateType(type))
    return { icon: 'task', action: typeof type === 'string' ? `Unknown type ${type}` : 'No type', badges: [] };
  const definition = stateTypes[type];
  const { icon = definition.icon, action, pattern } = definition.summary(state);
  return { icon, action, badges: [...patternBadge(pattern), ...commonBadges(state)] };
}

function patternBadge(pattern: IntegrationPattern | undefined): Badge[] {
  if (pattern === 'sync') return [{ kind: 'sync', text: 'sync', title: 'Waits until the job has ended (.sync)' }];
  if (pattern === 'waitForTaskToken') {
    return [{ kind: 'callback', text: 'callback', title: 'Waits until its task token comes back (.waitForTaskToken)' }];
  }
  return [];
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
