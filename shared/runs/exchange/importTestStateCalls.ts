import { type JsonValue, isObject, own } from '../../base/index';
import { readJsonText } from '../jsonText';
import type { StepMock, StepTest } from '../stepTest';
import { shellCommands, type ShellCommand } from './shellCommands';

/** A `test-state` call as the test of a state; what has to come of it is not part of the call. */
export interface ImportedCall {
  readonly name: string;
  readonly test: StepTest;
}

/**
 * The `aws stepfunctions test-state` calls of a shell script as tests of states, and what was left out with why: calls
 * without `--state-name` say nothing of where their state stands, and files that a call reads are not at hand.
 */
export function importedCalls(script: string): {
  readonly calls: readonly ImportedCall[];
  readonly leftOut: readonly string[];
} {
  const calls: ImportedCall[] = [];
  const leftOut: string[] = [];
  let title = '';
  for (const command of shellCommands(script)) {
    title = titleOf(command) ?? title;
    if (!isTestState(command)) continue;
    const read = callOf(command);
    if (typeof read === 'string') leftOut.push(read);
    else calls.push({ name: freeName(title === '' ? read.state : `${title}: ${read.state}`, calls), test: read });
  }
  return { calls, leftOut };
}

/** The comment before a call that names the test which it is part of, as scripts that are exported have it. */
function titleOf({ comments }: ShellCommand): string | undefined {
  return comments.findLast((comment) => !/^(!|expects |$)|: see the states inside it\.$/.test(comment));
}

function isTestState({ words }: ShellCommand): boolean {
  const at = words.indexOf('stepfunctions');
  return words[0] === 'aws' && at > 0 && words[at + 1] === 'test-state';
}

function callOf({ words }: ShellCommand): StepTest | string {
  const given = optionsOf(words);
  const state = given.get('state-name');
  if (state === undefined) return 'a call without --state-name';
  const texts = ['input', 'variables', 'mock', 'state-configuration'].map((name) => [name, given.get(name)] as const);
  const file = texts.find(([, text]) => text !== undefined && /^(file|fileb|https?):\/\//.test(text));
  if (file !== undefined) return `${state}: its --${file[0]} is in the file ${file[1] ?? ''}`;
  const mock = mockOf(given.get('mock'));
  if (mock === null) return `${state}: its --mock is neither a result nor an error`;
  const configuration = readJsonText(given.get('state-configuration'));
  const retries = isObject(configuration) ? own(configuration, 'retrierRetryCount') : undefined;
  return {
    state,
    inputText: given.get('input') ?? '{}',
    variablesText: given.get('variables') ?? '',
    mock,
    retries: typeof retries === 'number' && retries > 0 ? retries : 0,
  };
}

/** Options by name, as `--name value` or `--name=value`. */
function optionsOf(words: readonly string[]): ReadonlyMap<string, string> {
  const options = new Map<string, string>();
  words.forEach((word, at) => {
    const [, name, value] = /^--([a-z-]+)(?:=([\s\S]*))?$/.exec(word) ?? [];
    if (name !== undefined) options.set(name, value ?? words[at + 1] ?? '');
  });
  return options;
}

function mockOf(text: string | undefined): StepMock | null {
  if (text === undefined) return { kind: 'stub' };
  const mock = readJsonText(text);
  if (!isObject(mock)) return null;
  const [result, failure] = [own(mock, 'result'), own(mock, 'errorOutput')];
  if (typeof result === 'string')
    return { kind: 'result', text: result, ...(own(mock, 'fieldValidationMode') === 'NONE' ? { anyShape: true } : {}) };
  if (!isObject(failure)) return null;
  return { kind: 'error', error: textOf(own(failure, 'error')), cause: textOf(own(failure, 'cause')) };
}

function textOf(value: JsonValue | undefined): string {
  return typeof value === 'string' ? value : '';
}

function freeName(name: string, calls: readonly ImportedCall[]): string {
  let free = name;
  for (let n = 2; calls.some((call) => call.name === free); n++) free = `${name} (${String(n)})`;
  return free;
}
