import { type JsonObject, type JsonValue, type Result, fail, isObject, ok, own } from '../base/index';
import type { MachineType } from '../asl/index';
import { readDrafts, remapDrafts, type Draft } from './drafts';
import type { StatePath } from './paths';

/** Where a state stands in its scope, in canvas units of its scope; pinned when a person put it there. */
export interface Position {
  readonly x: number;
  readonly y: number;
  readonly pinned: boolean;
}

/** Where a picture leads: from top to bottom, or from left to right. */
export type LayoutDirection = 'down' | 'right';

/** What ASL has no place for. Kept in `<name>.stepwright.json` beside the definition. */
export interface Sidecar {
  readonly positions: Readonly<Record<StatePath, Position>>;
  readonly direction: LayoutDirection;
  /** Whether the machine runs as Standard or as Express workflow. */
  readonly type: MachineType;
  readonly notes: Readonly<Record<StatePath, string>>;
  readonly breakpoints: readonly StatePath[];
  /** Sample results of tasks, used in runs where nothing else was set. */
  readonly mocks: Readonly<Record<StatePath, JsonValue>>;
  readonly tests: readonly JsonValue[];
  /** What starts executions: schedules, uploads, events, calls. */
  readonly triggers: readonly JsonValue[];
  /** Numbers that an estimate of cost needs and nobody can know, by state and name. */
  readonly assumptions: Readonly<Record<StatePath, Readonly<Record<string, number>>>>;
  /** What was typed into fields and is no value yet. It is here so that undo covers it; no file holds it, recovery does. */
  readonly drafts: readonly Draft[];
  /** What `${name}` stands for in runs, by name: as a text, which is JSON where the placeholder stands without quotes. */
  readonly placeholders: Readonly<Record<string, string>>;
  /** Codes of warnings that are not told of this machine. Errors are always told. */
  readonly switchedOff: readonly string[];
  /** What deployment templates need and ASL has no place for: name, logging, tracing, encryption, tags. Absent fields have their usual value. */
  readonly template: JsonObject;
  /** Fields that this version does not know; written back as they were. */
  readonly unknown: JsonObject;
}

export const sidecarVersion = 1;

export const emptySidecar: Sidecar = {
  positions: {},
  direction: 'down',
  type: 'STANDARD',
  notes: {},
  breakpoints: [],
  mocks: {},
  tests: [],
  triggers: [],
  assumptions: {},
  drafts: [],
  placeholders: {},
  switchedOff: [],
  template: {},
  unknown: {},
};

/** Steps from one version to the next: `migrations[n]` takes a sidecar of version n. */
const migrations: Readonly<Record<number, (old: JsonObject) => JsonObject>> = {
  // Version 0 is the form before there was a version field; its pinned positions were lists of two numbers.
  0: (old) => {
    const positions = own(old, 'positions');
    const entries = isObject(positions) ? Object.entries(positions) : [];
    return {
      ...old,
      version: 1,
      positions: Object.fromEntries(
        entries.map(([path, at]) => [path, Array.isArray(at) ? { x: at[0] as JsonValue, y: at[1] as JsonValue } : at]),
      ),
    };
  },
};

/** Reads the text of a sidecar. A sidecar that cannot be read costs no workflow: the caller goes on with an empty one. */
export function parseSidecar(text: string): Result<Sidecar, string> {
  let value: JsonValue;
  try {
    value = JSON.parse(text) as JsonValue;
  } catch {
    return fail('The sidecar is not JSON.');
  }
  if (!isObject(value)) return fail('The sidecar is not a JSON object.');
  let version = own(value, 'version') ?? 0;
  if (typeof version !== 'number' || !Number.isInteger(version) || version < 0) {
    return fail(`The sidecar has version ${JSON.stringify(version)}; a version is a whole number from 0 on.`);
  }
  if (version > sidecarVersion) {
    return fail(`The sidecar has version ${version}, which a newer Stepwright wrote.`);
  }
  for (; version < sidecarVersion; version++) value = migrations[version]?.(value) ?? value;
  return ok(read(value));
}

function read(value: JsonObject): Sidecar {
  const {
    version: _version,
    type,
    positions,
    direction,
    notes,
    breakpoints,
    mocks,
    tests,
    triggers,
    assumptions,
    drafts,
    placeholders,
    switchedOff,
    template,
    ...unknown
  } = value;
  return {
    positions: mapEntries(positions, (at) => {
      const x = isObject(at) ? own(at, 'x') : undefined;
      const y = isObject(at) ? own(at, 'y') : undefined;
      if (typeof x !== 'number' || typeof y !== 'number' || !Number.isFinite(x) || !Number.isFinite(y))
        return undefined;
      return { x: withinCanvas(x), y: withinCanvas(y), pinned: true };
    }),
    direction: direction === 'right' ? 'right' : 'down',
    type: type === 'EXPRESS' ? 'EXPRESS' : 'STANDARD',
    notes: mapEntries(notes, (note) => (typeof note === 'string' ? note : undefined)),
    breakpoints: Array.isArray(breakpoints)
      ? breakpoints.filter((path): path is StatePath => typeof path === 'string')
      : [],
    mocks: mapEntries(mocks, (mock) => mock),
    tests: Array.isArray(tests) ? (tests as JsonValue[]) : [],
    triggers: Array.isArray(triggers) ? (triggers as JsonValue[]) : [],
    assumptions: mapEntries(assumptions, (numbers) =>
      isObject(numbers)
        ? Object.fromEntries(
            Object.entries(numbers).filter((entry): entry is [string, number] => typeof entry[1] === 'number'),
          )
        : undefined,
    ),
    drafts: readDrafts(drafts),
    placeholders: mapEntries(placeholders, (text) => (typeof text === 'string' ? text : undefined)),
    switchedOff: Array.isArray(switchedOff)
      ? switchedOff.filter((code): code is string => typeof code === 'string')
      : [],
    template: isObject(template) ? template : {},
    unknown,
  };
}

/** As far from the origin as a state may stand; far beyond it, adding a pixel to a number no longer changes it. */
export const canvasLimit = 1e6;

function withinCanvas(value: number): number {
  return Math.max(-canvasLimit, Math.min(canvasLimit, value));
}

function mapEntries<Value>(
  record: JsonValue | undefined,
  take: (value: JsonValue) => Value | undefined,
): Record<StatePath, Value> {
  if (!isObject(record)) return {};
  const entries: [string, Value][] = [];
  for (const [path, value] of Object.entries(record)) {
    const taken = take(value);
    if (taken !== undefined) entries.push([path, taken]);
  }
  return Object.fromEntries(entries);
}

/** The text to write beside the definition; null when there is nothing to keep. Only pinned positions are kept. */
export function printSidecar(sidecar: Sidecar): string | null {
  return print(sidecar, {});
}

/** The sidecar with the drafts of fields, as the recovery store keeps it. */
export function printSidecarForRecovery(sidecar: Sidecar): string | null {
  const drafts = sidecar.drafts.map(({ at, text, problem }): JsonObject => ({ at: [...at], text, problem }));
  return print(sidecar, drafts.length > 0 ? { drafts } : {});
}

function print(sidecar: Sidecar, more: JsonObject): string | null {
  const pinned = Object.entries<Position>(sidecar.positions)
    .filter(([, position]) => position.pinned)
    .map(([path, { x, y }]) => [path, { x, y }] as const)
    .sort(([a], [b]) => (a < b ? -1 : 1));
  const parts: Record<string, JsonValue> = { ...more };
  if (sidecar.type !== emptySidecar.type) parts['type'] = sidecar.type;
  if (sidecar.direction !== emptySidecar.direction) parts['direction'] = sidecar.direction;
  if (pinned.length > 0) parts['positions'] = Object.fromEntries(pinned);
  if (Object.keys(sidecar.notes).length > 0) parts['notes'] = sidecar.notes;
  if (sidecar.breakpoints.length > 0) parts['breakpoints'] = sidecar.breakpoints;
  if (Object.keys(sidecar.mocks).length > 0) parts['mocks'] = sidecar.mocks;
  if (sidecar.tests.length > 0) parts['tests'] = sidecar.tests;
  if (sidecar.triggers.length > 0) parts['triggers'] = sidecar.triggers;
  if (Object.keys(sidecar.assumptions).length > 0) parts['assumptions'] = sidecar.assumptions;
  if (Object.keys(sidecar.placeholders).length > 0) parts['placeholders'] = sidecar.placeholders;
  if (sidecar.switchedOff.length > 0) parts['switchedOff'] = sidecar.switchedOff;
  if (Object.keys(sidecar.template).length > 0) parts['template'] = sidecar.template;
  if (Object.keys(parts).length === 0 && Object.keys(sidecar.unknown).length === 0) return null;
  return `${JSON.stringify({ version: sidecarVersion, ...parts, ...sidecar.unknown }, null, 2)}\n`;
}

/** Follows states to their new paths; null drops what was kept for them. */
export function remapSidecar(
  sidecar: Sidecar,
  move: (path: StatePath) => StatePath | null,
  keepPosition = true,
): Sidecar {
  const remap = <Value>(record: Readonly<Record<StatePath, Value>>, keep = true): Record<StatePath, Value> => {
    const entries: [StatePath, Value][] = [];
    for (const [path, value] of Object.entries<Value>(record)) {
      const to = move(path as StatePath);
      if (to !== null && (keep || to === path)) entries.push([to, value]);
    }
    return Object.fromEntries(entries) as Record<StatePath, Value>;
  };
  return {
    ...sidecar,
    positions: remap(sidecar.positions, keepPosition),
    notes: remap(sidecar.notes),
    breakpoints: sidecar.breakpoints.flatMap((path) => move(path) ?? []),
    mocks: remap(sidecar.mocks),
    assumptions: remap(sidecar.assumptions),
    drafts: remapDrafts(sidecar.drafts, move),
  };
}
