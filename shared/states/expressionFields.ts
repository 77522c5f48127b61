import type { QueryLanguage, StateType } from '../asl/index';
import { type JsonObject, type JsonPath, type JsonValue, isArray, isObject, own } from '../base/index';

/**
 * What `$states` holds where an expression stands: the input and the context object always, the result of the work
 * once it has succeeded, the error output in a catcher. In JSONPath it is what `$` stands for.
 */
export type DataStage = 'input' | 'result' | 'error';

/** A field of a state that is evaluated; all others (Comment, Label, Result ...) are taken as they stand. */
export type EvaluatedField = {
  readonly at: JsonPath;
  readonly value: JsonValue;
} & (
  | {
      /** A path, or a payload template, whose keys that end in `.$` are evaluated. */
      readonly kind: 'path' | 'template';
    }
  /** A value of JSONata: its texts inside `{% %}` are evaluated. */
  | { readonly kind: 'jsonata'; readonly stage: DataStage }
);

const pathFields: ReadonlySet<string> = new Set([
  'InputPath',
  'OutputPath',
  'ItemsPath',
  'SecondsPath',
  'TimestampPath',
  'TimeoutSecondsPath',
  'HeartbeatSecondsPath',
  'MaxConcurrencyPath',
  'ToleratedFailureCountPath',
  'ToleratedFailurePercentagePath',
  'ErrorPath',
  'CausePath',
]);

const templateFields: ReadonlySet<string> = new Set([
  'Parameters',
  'ItemSelector',
  'ResultSelector',
  'Assign',
  'Credentials',
]);

/** Fields of JSONata that are evaluated before the work of the state, and after it. */
const jsonataFields: ReadonlyMap<string, 'before' | 'after'> = new Map<string, 'before' | 'after'>([
  ...(
    [
      'Arguments',
      'Credentials',
      'Items',
      'ItemSelector',
      'Seconds',
      'Timestamp',
      'TimeoutSeconds',
      'HeartbeatSeconds',
      'MaxConcurrency',
      'ToleratedFailureCount',
      'ToleratedFailurePercentage',
      'Error',
      'Cause',
    ] as const
  ).map((name): [string, 'before'] => [name, 'before']),
  ['Output', 'after'],
  ['Assign', 'after'],
]);

/** Every evaluated field of one state, its rules, catchers and Map fields included; not those of the states inside it. */
export function evaluatedFields(
  state: JsonObject,
  type: StateType,
  language: QueryLanguage,
): readonly EvaluatedField[] {
  const jsonata = language === 'JSONata';
  const found: EvaluatedField[] = [];
  // Only these do work of their own that has a result.
  const after: DataStage = type === 'Task' || type === 'Parallel' || type === 'Map' ? 'result' : 'input';
  for (const name of Object.keys(state)) {
    const value = state[name] ?? null;
    if (jsonata) {
      const when = jsonataFields.get(name);
      if (when !== undefined) {
        found.push({ kind: 'jsonata', at: [name], value, stage: when === 'after' ? after : 'input' });
        continue;
      }
    } else if (pathFields.has(name)) {
      found.push({ kind: 'path', at: [name], value });
      continue;
    } else if (templateFields.has(name)) {
      found.push({ kind: 'template', at: [name], value });
      continue;
    }
    if (name === 'Choices') addRules(value, ['Choices'], jsonata, found);
    else if (name === 'Catch') addCatchers(value, jsonata, found);
    else if (type === 'Map' && isObject(value)) addMapField(name, value, jsonata, found);
  }
  return found;
}

function addRules(rules: JsonValue, at: JsonPath, jsonata: boolean, found: EvaluatedField[]): void {
  if (!isArray(rules)) return;
  for (const [index, rule] of rules.entries()) if (isObject(rule)) addRule(rule, [...at, index], jsonata, found);
}

function addRule(rule: JsonObject, at: JsonPath, jsonata: boolean, found: EvaluatedField[]): void {
  for (const name of Object.keys(rule)) {
    const value = rule[name] ?? null;
    if (jsonata) {
      if (name === 'Condition' || name === 'Assign' || name === 'Output')
        found.push({ kind: 'jsonata', at: [...at, name], value, stage: 'input' });
    } else if (name === 'Variable' || name.endsWith('Path')) found.push({ kind: 'path', at: [...at, name], value });
    else if (name === 'Assign') found.push({ kind: 'template', at: [...at, name], value });
    else if (name === 'And' || name === 'Or') addRules(value, [...at, name], jsonata, found);
    else if (name === 'Not' && isObject(value)) addRule(value, [...at, name], jsonata, found);
  }
}

function addCatchers(catchers: JsonValue, jsonata: boolean, found: EvaluatedField[]): void {
  if (!isArray(catchers)) return;
  for (const [index, catcher] of catchers.entries()) {
    if (!isObject(catcher)) continue;
    for (const name of ['Assign', 'Output'] as const) {
      const value = own(catcher, name);
      if (value === undefined) continue;
      if (jsonata) found.push({ kind: 'jsonata', at: ['Catch', index, name], value, stage: 'error' });
      else if (name === 'Assign') found.push({ kind: 'template', at: ['Catch', index, name], value });
    }
  }
}

/** Reader, batcher and writer of a distributed Map: their resources and modes are fixed, the rest is evaluated. */
function addMapField(field: string, value: JsonObject, jsonata: boolean, found: EvaluatedField[]): void {
  if (field !== 'ItemReader' && field !== 'ItemBatcher' && field !== 'ResultWriter') return;
  for (const name of Object.keys(value)) {
    const member = value[name] ?? null;
    const at = [field, name];
    if (name === 'ReaderConfig') {
      for (const option of isObject(member) ? Object.keys(member) : []) {
        const set = (isObject(member) ? own(member, option) : undefined) ?? null;
        if (jsonata) found.push({ kind: 'jsonata', at: [...at, option], value: set, stage: 'input' });
        else if (option.endsWith('Path')) found.push({ kind: 'path', at: [...at, option], value: set });
      }
    } else if (jsonata) {
      if (name !== 'Resource' && name !== 'WriterConfig')
        found.push({ kind: 'jsonata', at, value: member, stage: 'input' });
    } else if (name === 'Parameters' || name === 'BatchInput') found.push({ kind: 'template', at, value: member });
    else if (name.endsWith('Path')) found.push({ kind: 'path', at, value: member });
  }
}

/** Calls `visit` for every text of a value of JSONata, with its place. */
export function visitTexts(value: JsonValue, at: JsonPath, visit: (text: string, at: JsonPath) => void): void {
  if (typeof value === 'string') visit(value, at);
  else if (isArray(value)) for (const [index, item] of value.entries()) visitTexts(item, [...at, index], visit);
  else if (isObject(value)) for (const key of Object.keys(value)) visitTexts(value[key] ?? null, [...at, key], visit);
}
