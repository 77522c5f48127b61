import { describe, expect, it } from 'vitest';
import type { MachineType } from '../asl/machineType';
import { isObject, own, type JsonObject, type JsonValue } from '../base/json';
import { readReference } from '../workflow/testing/reference';
import { validateDefinition } from './registry';

const entries = (file: string): readonly JsonObject[] => {
  const read = readReference(file);
  return Array.isArray(read) ? (read as readonly JsonValue[]).filter(isObject) : [];
};

const samples = entries('validation/samples.json');
const recorded = entries('conformance/open/cases.json');
const answers = entries('conformance/open/validation.json').filter(({ area }) => area === 'definition');
const workflows = entries('workflows/aws-samples.json');
const fieldCases = entries('cases/field.json').filter(({ expect: wanted }) => String(wanted).startsWith('validate'));
const engineCases = entries('cases/engine.json').filter(({ area }) => area === 'validator-invalid');

type Verdict = 'error' | 'warn' | 'ok';

function verdictOf(definition: JsonObject, type?: MachineType): Verdict {
  const found = validateDefinition(definition, null, type);
  if (found.some(({ severity }) => severity === 'error')) return 'error';
  return found.length > 0 ? 'warn' : 'ok';
}

function errorsOf(file: string, { id, definition, stateMachineType }: JsonObject): readonly string[] {
  if (!isObject(definition)) return [];
  const type = stateMachineType === 'EXPRESS' ? 'EXPRESS' : 'STANDARD';
  return validateDefinition(definition, null, type)
    .filter(({ severity }) => severity === 'error')
    .map(({ at, message }) => `${file} ${String(id)} ${at.join('/')}: ${message}`);
}

describe.runIf(samples.length > 0)('the reference samples', () => {
  it('are judged as AWS judges them', () => {
    const wrong = samples.flatMap(({ id, expected, definition, rule }) =>
      isObject(definition) && (verdictOf(definition) === 'error') !== (expected === 'invalid')
        ? [`${String(id)}: ${String(rule)}`]
        : [],
    );
    expect(wrong).toEqual([]);
  });
});

describe.runIf(recorded.length > 0)('what AWS took', () => {
  it('has no errors', () => {
    expect(workflows.flatMap((entry) => errorsOf('workflow', entry))).toEqual([]);
    expect(recorded.flatMap((entry) => errorsOf('recorded', entry))).toEqual([]);
  });
});

describe.runIf(answers.length > 0)("AWS's answers to definitions", () => {
  it.each(answers)('$id', ({ definition, request, expectedError, expected }) => {
    // What is no JSON is the work of the parser.
    if (!isObject(definition)) return void expect(isObject(expected) && own(expected, 'result')).toBe('FAIL');
    const type = isObject(request) && request['type'] === 'EXPRESS' ? 'EXPRESS' : 'STANDARD';
    const found = validateDefinition(definition, null, type).filter(({ severity }) => severity === 'error');
    const said = JSON.stringify(expectedError ?? expected);
    const code = /\b[A-Z]+(?:_[A-Z]+)+\b/.exec(said)?.[0];
    expect([...new Set(found.map((diagnostic) => diagnostic.code))]).toEqual(code === undefined ? [] : [code]);
  });
});

describe.runIf(fieldCases.length > 0)('cases out of public reports', () => {
  it.each(fieldCases)('$name: $expect', ({ definition, expect: wanted }) => {
    if (!isObject(definition)) throw new Error('a case of validation has a definition');
    expect(verdictOf(definition)).toBe(/validate: (\w+)/.exec(String(wanted))?.[1]);
    const code = /[A-Z]+_[A-Z_]+/.exec(String(wanted))?.[0];
    if (code !== undefined) expect(validateDefinition(definition).map((found) => found.code)).toContain(code);
  });
});

describe.runIf(engineCases.length > 0)('definitions that must be refused', () => {
  it.each(engineCases)('$name', ({ name, definition }) => {
    if (!isObject(definition)) throw new Error('a case of validation has a definition');
    // AWS's own samples have names of their own that begin with States., so this is a warning.
    const wanted = name === 'inv-catch-unknown-states-error' ? 'warn' : 'error';
    expect(verdictOf(definition)).toBe(wanted);
  });
});
