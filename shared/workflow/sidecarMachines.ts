import { type JsonObject, type JsonValue, isObject, own } from '../base/index';
import { sidecarVersion } from './sidecar';

/*
 * The sidecar of a file that holds several state machines has one for each of them, by its name in the file:
 * `{ "version": 1, "machines": { "OrderMachine": { "version": 1, … } } }`.
 */

/** The text of what a sidecar keeps of one machine; null when that is nothing. One that cannot be read is given as it is, to be told of. */
export function sidecarOfMachine(text: string | null, machine: string): string | null {
  if (text === null) return null;
  const whole = readable(text);
  if (!whole) return text;
  const machines = own(whole, 'machines');
  const kept = isObject(machines) ? own(machines, machine) : undefined;
  return kept === undefined ? null : print(kept);
}

/**
 * The text of a sidecar with another part for one machine; null when nothing is left to keep.
 * @param part as {@link sidecarOfMachine} gives it; null takes it away
 */
export function withSidecarOfMachine(text: string | null, machine: string, part: string | null): string | null {
  if (part === sidecarOfMachine(text, machine)) return text;
  const whole = (text === null ? null : readable(text)) ?? { version: sidecarVersion };
  const before = own(whole, 'machines');
  const others = Object.entries(isObject(before) ? before : {}).filter(([name]) => name !== machine);
  const machines = part === null ? others : [...others, [machine, JSON.parse(part) as JsonValue] as const];
  const { version, machines: _replaced, ...rest } = whole;
  if (machines.length === 0 && Object.keys(rest).length === 0) return null;
  const next = machines.length === 0 ? rest : { machines: Object.fromEntries(machines), ...rest };
  return print({ version: version ?? sidecarVersion, ...next });
}

/** Null when it is no sidecar, or of a version that is newer than ours. */
function readable(text: string): JsonObject | null {
  try {
    const value = JSON.parse(text) as JsonValue;
    if (!isObject(value)) return null;
    const version = own(value, 'version') ?? 0;
    return typeof version === 'number' && version <= sidecarVersion ? value : null;
  } catch {
    return null;
  }
}

/** As `printSidecar` does it. */
function print(value: JsonValue): string {
  return `${JSON.stringify(value, null, 2)}\n`;
}
