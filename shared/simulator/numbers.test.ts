import { describe, expect, it } from 'vitest';
import { isObject, jsonEqual } from '../base/json';
import { jsonText, parseJsonText } from '../base/jsonNumbers';
import { compile } from './compile';
import { Simulation } from './simulation';
import { lambda, runMachine, runState, succeed } from './testing/runMachine';
import { testState } from './testState/testState';

/** Numbers that JavaScript would print differently, so that they carry their text. */
const written = ['1.0', '1e3', '-0', '12345678901234567890', '2.50'] as const;

describe('a number that carries its text is a number', () => {
  it.each(written)('%s is no object of JSON, prints as it was written and equals its value', (text) => {
    const value = parseJsonText(text);
    expect(isObject(value)).toBe(false);
    expect(jsonText(value)).toBe(text);
    expect(jsonEqual(value, Number(text))).toBe(true);
    expect(jsonEqual(value, {})).toBe(false);
  });

  it.each(written)('%s has no members for ResultPath to write into at the root', async (text) => {
    const result = await runState({ Type: 'Pass', Result: 5, ResultPath: '$.k' }, { inputText: text });
    expect(result).toMatchObject({ status: 'FAILED', error: 'States.ResultPathMatchFailure' });
    expect(result.cause).toBe(
      `An error occurred while executing the state 'State' (entered at the event id #2). Unable to apply step "$.k" to input ${text}`,
    );
  });

  it.each(['1', ...written])('ResultPath inside %s fails as inside any other number', async (text) => {
    const result = await runState({ Type: 'Pass', Result: 5, ResultPath: '$.n.k' }, { inputText: `{"n":${text}}` });
    expect(result.status).toBe('FAILED');
    expect(result.error).toBe('States.ResultPathMatchFailure');
  });

  it.each(['1', ...written])('a path into %s leads nowhere', async (text) => {
    const inputText = `{"n":${text}}`;
    for (const path of ['$.n.text', '$.n.value']) {
      expect(await runState({ Type: 'Pass', InputPath: path }, { inputText })).toMatchObject({
        status: 'FAILED',
        error: 'States.Runtime',
      });
    }
    for (const path of ['$.n.*', '$.n..text', '$.n[?(@.value)]']) {
      expect((await runState({ Type: 'Pass', InputPath: path }, { inputText })).outputText).toBe('[]');
    }
  });

  it.each(['1', ...written])('IsPresent finds nothing in %s', async (text) => {
    const choice = { Type: 'Choice', Choices: [{ Variable: '$.n.text', IsPresent: true, Next: 'Yes' }], Default: 'No' };
    const states = { Ask: choice, Yes: { Type: 'Pass', End: true }, No: { Type: 'Succeed' } };
    const result = await runMachine({ StartAt: 'Ask', States: states }, { inputText: `{"n":${text}}` });
    expect(result.events.at(-2)?.type).toBe('SucceedStateExited');
  });

  it.each(['1', ...written])('States.JsonMerge refuses %s', async (text) => {
    const state = { Type: 'Pass', Parameters: { 'v.$': 'States.JsonMerge($.n, $.o, false)' } };
    const result = await runState(state, { inputText: `{"n":${text},"o":{}}` });
    expect(result).toMatchObject({ status: 'FAILED', error: 'States.IntrinsicFailure' });
  });

  it('intrinsic functions compare by value and hand texts on', async () => {
    const inputText = '{"n":1.0,"list":[1.0,1,2.50]}';
    const state = {
      Type: 'Pass',
      Parameters: {
        'contains.$': 'States.ArrayContains($.list, 2.5)',
        'unique.$': 'States.ArrayUnique($.list)',
        'json.$': 'States.JsonToString($.list)',
        'item.$': 'States.ArrayGetItem($.list, $.n)',
        'sum.$': 'States.MathAdd($.n, 2)',
      },
    };
    expect((await runState(state, { inputText })).outputText).toBe(
      '{"contains":true,"unique":[1.0,2.50],"json":"[1.0,1,2.50]","item":1,"sum":3}',
    );
  });

  it('a payload template hands its literals and what it reads on as written', async () => {
    const program = compile(
      '{"StartAt":"P","States":{"P":{"Type":"Pass","Parameters":{"a":1.0,"b":[1e3],"c.$":"$.n"},"End":true}}}',
    );
    if (!program.ok) throw new Error('The machine does not compile');
    const run = Simulation.create(program.value, { startTime: 0, worker: () => succeed({}), inputText: '{"n":2.50}' });
    expect((await run.runToEnd()).outputText).toBe('{"a":1.0,"b":[1e3],"c":2.50}');
  });

  it.each(['1', ...written])('JSONata calculates with %s, read from input or by $parse', async (text) => {
    const output =
      '{% [$type($states.input.n), $states.input.n = $parse($states.input.t), $parse($states.input.t) * 0 + 7] %}';
    const result = await runState(
      { Type: 'Pass', QueryLanguage: 'JSONata', Output: output },
      { inputText: `{"n":${text},"t":"${text}"}` },
    );
    expect(result.output).toEqual(['number', true, 7]);
  });

  it.each(written)('a Map does not take %s for its items', async (text) => {
    const map = {
      Type: 'Map',
      ItemsPath: '$.n',
      ItemProcessor: { StartAt: 'P', States: { P: { Type: 'Pass', End: true } } },
    };
    expect(await runState(map, { inputText: `{"n":${text}}` })).toMatchObject({
      status: 'FAILED',
      error: 'States.Runtime',
    });
    const jsonata = { ...map, ItemsPath: undefined, QueryLanguage: 'JSONata', Items: '{% $states.input.n %}' };
    const refused = await runState(jsonata, { inputText: `{"n":${text}}` });
    expect(refused.error).toBe('States.QueryEvaluationError');
    expect(refused.cause).toContain("Expected 'array', but was 'number'");
  });

  it.each(written)('an item reader does not read members out of %s', async (text) => {
    const map = {
      Type: 'Map',
      ItemReader: {
        Resource: 'arn:aws:states:::s3:getObject',
        ReaderConfig: { InputType: 'JSON', ItemsPointer: '/n' },
        Parameters: { Bucket: 'b', Key: 'k' },
      },
      ItemProcessor: {
        ProcessorConfig: { Mode: 'DISTRIBUTED', ExecutionType: 'STANDARD' },
        StartAt: 'P',
        States: { P: { Type: 'Pass', End: true } },
      },
    };
    const result = await runState(map, { store: () => `{"n":${text}}` });
    expect(result).toMatchObject({ status: 'FAILED', error: 'States.ItemReaderFailed' });
  });

  it.each(written)('a worker that answers %s gives a result that is a number', async (text) => {
    const state = { Type: 'Task', Resource: lambda, ResultSelector: { 'v.$': '$.value' } };
    const result = await runState(state, { worker: () => succeed(parseJsonText(text)) });
    expect(result).toMatchObject({ status: 'FAILED', error: 'States.Runtime' });
  });

  it('TestState refuses to write into a number with a text', async () => {
    const answer = await testState(
      { definition: '{"Type":"Pass","Result":5,"ResultPath":"$.n.k","End":true}', input: '{"n":1.0}' },
      { startTime: 0 },
    );
    expect(answer).toMatchObject({ ok: true, value: { status: 'FAILED', error: 'States.ResultPathMatchFailure' } });
  });
});
