import * as v from 'valibot';
import type { JsonValue } from '#shared/base/index';
import { readTaskMocks } from '#shared/runs/index';

const policy = v.object({
  id: v.string(),
  name: v.string(),
  kind: v.picklist(['role', 'user', 'group', 'boundary', 'session']),
  text: v.string(),
});

const mocks = v.pipe(
  v.unknown(),
  v.transform((value) => readTaskMocks(value as JsonValue)),
);

const conditions = v.record(v.string(), v.object({ nth: v.nullable(v.number()), expression: v.string() }));

/**
 * What is kept on this computer, besides files, recovery and runs: the one table of it. A value that has not the form of its
 * version is passed over. `older[n]` makes a value of version n + 1 out of one of version n; `former` is the key of the time
 * before there were versions (version 0), with how its text became a value.
 */
const table = {
  theme: { version: 1, schema: v.picklist(['system', 'light', 'dark']), former: { key: 'theme', read: asText } },
  paletteOpen: { version: 1, schema: v.boolean(), former: { key: 'palette', read: notClosed } },
  inspectorOpen: { version: 1, schema: v.boolean(), former: { key: 'inspector', read: notClosed } },
  /** Whether the app was started before. */
  started: { version: 1, schema: v.boolean(), former: { key: 'started', read: () => true } },
  foldedGroups: { version: 1, schema: v.array(v.string()), former: { key: 'palette-folded', read: asJson } },
  recentArns: { version: 1, schema: v.array(v.string()), former: { key: 'recent-arns', read: asJson } },
  settings: {
    version: 1,
    schema: v.object({
      queryLanguage: v.picklist(['JSONata', 'JSONPath']),
      region: v.string(),
      account: v.string(),
      autosave: v.boolean(),
      wheel: v.picklist(['pan', 'zoom']),
      motion: v.picklist(['system', 'reduced']),
      codeSize: v.number(),
      direction: v.optional(v.picklist(['down', 'right']), 'down'),
    }),
  },
  /** Prices that the person changed, in US dollars by key. */
  prices: { version: 1, schema: v.record(v.string(), v.number()), former: { key: 'prices', read: asJson } },
} satisfies Record<string, Entry>;

/** The same by workflow. Their former keys ended in the name of its file. */
const tableByWorkflow = {
  runConfiguration: {
    version: 1,
    schema: v.object({
      inputText: v.string(),
      seed: v.number(),
      type: v.picklist(['STANDARD', 'EXPRESS']),
      mocks,
      conditions: v.optional(conditions, {}),
      breakOnError: v.optional(v.boolean(), false),
      withPolicies: v.optional(v.boolean(), false),
      watches: v.optional(v.pipe(v.array(v.string()), v.readonly()), []),
    }),
    former: { key: 'bench:', read: (text) => withMocks(asJson(text)) },
  },
  /**
   * Policies are kept on this computer, not in the files of a workflow: they hold account numbers and names of other
   * resources, which have no business in a repository unless somebody puts them there.
   */
  access: {
    version: 1,
    schema: v.object({
      policies: v.optional(v.pipe(v.array(policy), v.readonly()), []),
      logging: v.optional(v.boolean(), true),
      tracing: v.optional(v.boolean(), false),
    }),
    former: { key: 'access:', read: asJson },
  },
} satisfies Record<string, Entry>;

interface Entry {
  readonly version: number;
  readonly schema: v.GenericSchema<unknown, unknown>;
  readonly older?: Readonly<Record<number, (value: unknown) => unknown>>;
  readonly former?: Former;
}

interface Former {
  readonly key: string;
  readonly read: (text: string) => unknown;
}

type Table = typeof table;
type TableByWorkflow = typeof tableByWorkflow;
export type SettingName = keyof Table;
export type WorkflowSettingName = keyof TableByWorkflow;
export type Setting<Name extends SettingName> = v.InferOutput<Table[Name]['schema']>;
export type WorkflowSetting<Name extends WorkflowSettingName> = v.InferOutput<TableByWorkflow[Name]['schema']>;

/** A setting of this computer; null when there is none that can be read. */
export function readSetting<Name extends SettingName>(name: Name): Setting<Name> | null {
  const entry: Entry = table[name];
  return (read(entry, `stepwright:${name}`) ??
    (entry.former ? taken(entry.schema, entry.former) : null)) as Setting<Name> | null;
}

export function writeSetting<Name extends SettingName>(name: Name, value: Setting<Name>): void {
  write(table[name], `stepwright:${name}`, value);
}

/** What is kept of a workflow, by its identity; null when there is nothing. */
export function readOfWorkflow<Name extends WorkflowSettingName>(
  name: Name,
  workflow: string,
): WorkflowSetting<Name> | null {
  return read(tableByWorkflow[name], `stepwright:${name}:${workflow}`) as WorkflowSetting<Name> | null;
}

export function writeOfWorkflow<Name extends WorkflowSettingName>(
  name: Name,
  workflow: string,
  value: WorkflowSetting<Name>,
): void {
  write(tableByWorkflow[name], `stepwright:${name}:${workflow}`, value);
}

/**
 * Hands what earlier versions kept by the name of a file to the first workflow of that name that is opened, once: two files
 * of one name shared it, and from then on each has its own.
 */
export function claimFormer(workflow: string, name: string): void {
  for (const [key, entry] of Object.entries<Entry>(tableByWorkflow)) {
    if (!entry.former) continue;
    const formerKey = `${entry.former.key}${name}`;
    const value = taken(entry.schema, { ...entry.former, key: formerKey });
    if (value === null) continue;
    if (localStorage.getItem(`stepwright:${key}:${workflow}`) === null)
      write(entry, `stepwright:${key}:${workflow}`, value);
    localStorage.removeItem(formerKey);
  }
}

/** Lets a document that was saved to another place have there what it had before. */
export function copyToWorkflow(from: string, to: string): void {
  for (const key of Object.keys(tableByWorkflow)) {
    const text = localStorage.getItem(`stepwright:${key}:${from}`);
    if (text !== null) localStorage.setItem(`stepwright:${key}:${to}`, text);
  }
}

function read({ version, schema, older }: Entry, key: string): unknown {
  const stored = parsed(localStorage.getItem(key));
  if (typeof stored !== 'object' || stored === null || !('version' in stored) || !('value' in stored)) return null;
  const { version: found, value: old } = stored;
  if (typeof found !== 'number' || !Number.isInteger(found) || found < 1 || found > version) return null;
  let value = old;
  for (let step = found; step < version; step++) value = older?.[step]?.(value) ?? value;
  return checked(schema, value);
}

function write({ version }: Entry, key: string, value: unknown): void {
  try {
    localStorage.setItem(key, JSON.stringify({ version, value }));
  } catch {
    // A store that is full costs the remembering, not the work.
  }
}

/** The value under a key of the time before there were versions. */
function taken(schema: Entry['schema'], former: Former): unknown {
  const text = localStorage.getItem(former.key);
  return text === null ? null : checked(schema, former.read(text));
}

function checked(schema: Entry['schema'], value: unknown): unknown {
  const result = v.safeParse(schema, value);
  return result.success ? result.output : null;
}

function parsed(text: string | null): unknown {
  if (text === null) return null;
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return null;
  }
}

function asText(text: string): unknown {
  return text;
}

function notClosed(text: string): unknown {
  return text !== 'closed';
}

function asJson(text: string): unknown {
  return parsed(text);
}

/** Earlier versions called the mocks of a run its answers. */
function withMocks(value: unknown): unknown {
  if (typeof value !== 'object' || value === null) return value;
  return { ...value, mocks: 'answers' in value ? value.answers : {} };
}
