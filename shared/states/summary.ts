import { isArray, isObject, own, type JsonObject } from '../base/json';
import { conditionText } from './choice/conditionText';
import { readResource } from '../services/resource';
import { isStateType } from '../asl/stateFacts';
import { stateTypes } from './index';

export type Badge =
  | { readonly kind: 'retry'; readonly text: string; readonly title: string }
  | { readonly kind: 'catch'; readonly text: string; readonly title: string }
  | { readonly kind: 'timeout'; readonly text: string; readonly title: string }
  | { readonly kind: 'callback'; readonly text: string; readonly title: string }
  | { readonly kind: 'sync'; readonly text: string; readonly title: string };

export interface CardFacts {
  readonly icon: string;
  /** The line under the name: what the state does, in a few words. */
  readonly action: string;
  readonly badges: readonly Badge[];
}

/** What a card says about its state. Robust against fields of the wrong type: the text may be half written. */
export function cardFacts(state: JsonObject): CardFacts {
  const type = own(state, 'Type');
  if (!isStateType(type))
    return { icon: 'task', action: typeof type === 'string' ? `Unknown type ${type}` : 'No type', badges: [] };
  const { icon, label } = stateTypes[type];
  const badges = commonBadges(state);
  switch (type) {
    case 'Task':
      return taskFacts(state, badges);
    case 'Wait':
      return { icon, action: waitText(state), badges };
    case 'Choice': {
      const rules = own(state, 'Choices');
      const first = isArray(rules) ? rules[0] : undefined;
      const count = isArray(rules) ? rules.length : 0;
      return {
        icon,
        action: count === 1 && isObject(first) ? conditionText(first) : `Choice · ${count} rules`,
        badges,
      };
    }
    case 'Map':
      return { icon, action: mapText(state), badges };
    case 'Parallel': {
      const branches = own(state, 'Branches');
      const count = isArray(branches) ? branches.length : 0;
      return { icon, action: `Parallel · ${count} ${count === 1 ? 'branch' : 'branches'}`, badges };
    }
    case 'Fail': {
      const error = own(state, 'Error');
      return { icon, action: typeof error === 'string' ? `Fail · ${error}` : 'Fail', badges };
    }
    case 'Pass':
    case 'Succeed':
      return { icon, action: label, badges };
  }
}

function taskFacts(state: JsonObject, badges: readonly Badge[]): CardFacts {
  const resource = own(state, 'Resource');
  const read = readResource(typeof resource === 'string' ? resource : '');
  switch (read.kind) {
    case 'action':
      return {
        icon: read.service.icon,
        action: `${read.service.label} · ${read.action.label}`,
        badges: [...patternBadge(read.pattern), ...badges],
      };
    case 'integration': {
      const name = `${read.service} · ${read.action}`;
      return { icon: read.sdk ? 'sdk' : 'task', action: name, badges: [...patternBadge(read.pattern), ...badges] };
    }
    case 'function':
      return { icon: 'lambda', action: `Lambda · ${read.name}`, badges };
    case 'activity':
      return { icon: 'activity', action: `Activity · ${read.name}`, badges };
    case 'unknown':
      return {
        icon: 'task',
        action: typeof resource === 'string' && resource !== '' ? resource : 'No resource',
        badges,
      };
  }
}

function patternBadge(pattern: 'requestResponse' | 'sync' | 'waitForTaskToken'): Badge[] {
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

function waitText(state: JsonObject): string {
  for (const form of ['Seconds', 'Timestamp', 'SecondsPath', 'TimestampPath']) {
    const value = own(state, form);
    if (typeof value === 'number') return `Wait ${duration(value)}`;
    if (typeof value === 'string') return form.startsWith('Timestamp') ? `Wait until ${value}` : `Wait ${value} s`;
  }
  return 'Wait';
}

function mapText(state: JsonObject): string {
  const processor = own(state, 'ItemProcessor');
  const config = isObject(processor) ? own(processor, 'ProcessorConfig') : undefined;
  const distributed = isObject(config) && own(config, 'Mode') === 'DISTRIBUTED';
  const most = own(state, 'MaxConcurrency');
  const limit = typeof most === 'number' && most > 0 ? ` · ${most} at once` : '';
  return `Map · ${distributed ? 'distributed' : 'inline'}${limit}`;
}

/** Seconds in the largest units that read well: 90 → 1 min 30 s. */
export function duration(seconds: number): string {
  const units: readonly [number, string][] = [
    [86_400, 'd'],
    [3600, 'h'],
    [60, 'min'],
  ];
  for (const [size, unit] of units) {
    if (seconds < size) continue;
    const whole = Math.floor(seconds / size);
    const rest = seconds - whole * size;
    return rest > 0 ? `${whole} ${unit} ${duration(rest).split(' ').slice(0, 2).join(' ')}` : `${whole} ${unit}`;
  }
  return `${Number(seconds.toFixed(2))} s`;
}
