import { describe, expect, it } from 'vitest';
import type { JsonObject } from '../base/index';
import { indexText } from './documentIndex';
import { fieldCompletion, type FieldText } from './fieldText';
import { fieldValue, stageOfField } from './fieldValue';

const definition = {
  QueryLanguage: 'JSONata',
  StartAt: 'Each',
  States: {
    Each: {
      Type: 'Map',
      Assign: { total: 1 },
      ItemProcessor: { StartAt: 'In', States: { In: { Type: 'Pass', Output: 'x', End: true } } },
      Next: 'Pick',
    },
    Pick: { Type: 'Choice', Choices: [{ Condition: '{% true %}', Next: 'Old' }] },
    Old: { Type: 'Task', QueryLanguage: 'JSONPath', Resource: 'arn:aws:states:::lambda:invoke', End: true },
  },
};
const index = indexText(JSON.stringify(definition), 'json');
const output = ['States', 'Each', 'ItemProcessor', 'States', 'In', 'Output'];
const data = (state: string) => (state === 'In' ? { input: { order: { id: 7 } } } : { input: { size: 2 } });

/** What is offered at the mark, and the field once the first of a label was chosen. */
function at(place: FieldText['place'], marked: string, form: FieldText['form'], label: string) {
  const offset = marked.indexOf('‸');
  const text = marked.replace('‸', '');
  const { items } = fieldCompletion(index, { place, text, offset, form }, { data });
  const item = items.find((each) => each.label === label);
  if (!item) return items.map((each) => each.label);
  const { insert, caret = insert.length, replace } = item;
  return `${text.slice(0, replace.start)}${insert.slice(0, caret)}‸${insert.slice(caret)}${text.slice(replace.end)}`;
}

describe('completion in a field', () => {
  it.each<[string, FieldText['place'], string, FieldText['form'], string, string]>([
    [
      'data in JSON',
      output,
      '{ "a": "{% $states.input.or‸ %}" }',
      'json',
      'order',
      '{ "a": "{% $states.input.order‸ %}" }',
    ],
    [
      'data in an expression without quotes',
      output,
      '{% $states.input.or‸',
      'json',
      'order',
      '{% $states.input.order‸',
    ],
    ['data in a text', output, '{% $states.input.order.‸ %}', 'text', 'id', '{% $states.input.order.id‸ %}'],
    [
      'data behind quotes',
      output,
      '{% "a\\"b" & $states.input.‸ %}',
      'text',
      'order',
      '{% "a\\"b" & $states.input.order‸ %}',
    ],
    [
      'a condition without its marks',
      ['States', 'Pick', 'Choices', 0, 'Condition'],
      '$states.input.‸ > 1',
      'expression',
      'size',
      '$states.input.size‸ > 1',
    ],
    ['a variable of another state', output, '{% $to‸ %}', 'text', '$total', '{% $total‸ %}'],
    ['a function', output, '{% $su‸ %}', 'text', '$sum', '{% $sum(‸) %}'],
    ['a new expression', output, '‸', 'text', '{% %}', '{% ‸ %}'],
    ['a path', ['States', 'Old', 'InputPath'], '$.‸', 'text', 'size', '$.size‸'],
    ['an argument', ['States', 'Old', 'Parameters'], '{ "Fun‸" }', 'json', 'FunctionName', '{ "FunctionName": "‸" }'],
  ])('%s', (_what, place, marked, form, label, chosen) => {
    expect(at(place, marked, form, label)).toBe(chosen);
  });

  it('is none where nothing is known', () => {
    expect(at(['Comment'], '‸', 'text', '')).toEqual([]);
    expect(at(output, 'text ‸', 'text', '')).not.toContain('order');
  });
});

describe('the value of a field', () => {
  const chance = { random: () => 0.5, uuid: () => 'uuid', now: () => 0 };
  const ask = (state: JsonObject, language: 'JSONata' | 'JSONPath', field: string) =>
    fieldValue(
      {
        state: { Type: 'Task', ...state },
        language,
        at: [field],
        data: { input: { a: [1, 2] }, result: { ok: true } },
        variables: { n: 3 },
      },
      chance,
    );

  it('is what it gives with the data of its stage', async () => {
    expect(
      await ask({ Arguments: { s: '{% $sum($states.input.a) + $n %}', t: 'text' } }, 'JSONata', 'Arguments'),
    ).toEqual({ ok: true, value: { s: 6, t: 'text' } });
    expect(await ask({ Output: '{% $states.result.ok %}' }, 'JSONata', 'Output')).toEqual({ ok: true, value: true });
    expect(await ask({ InputPath: '$.a[1]' }, 'JSONPath', 'InputPath')).toEqual({ ok: true, value: 2 });
    expect(await ask({ ResultSelector: { 'r.$': '$.ok' } }, 'JSONPath', 'ResultSelector')).toEqual({
      ok: true,
      value: { r: true },
    });
    expect(await ask({ Parameters: { 'r.$': 'States.MathAdd($.a[0], $n)' } }, 'JSONPath', 'Parameters')).toEqual({
      ok: true,
      value: { r: 4 },
    });
  });

  it('of a part is that of the part', async () => {
    const state = { Type: 'Task', Arguments: { s: { t: '{% $n * 2 %}' } }, Parameters: { 'a.$': '$.a[0]', b: 1 } };
    const ask = (language: 'JSONata' | 'JSONPath', at: string[]) =>
      fieldValue({ state, language, at, data: { input: { a: [5] } }, variables: { n: 3 } }, chance);
    expect(await ask('JSONata', ['Arguments', 's', 't'])).toEqual({ ok: true, value: 6 });
    expect(await ask('JSONPath', ['Parameters', 'a.$'])).toEqual({ ok: true, value: 5 });
    expect(await ask('JSONata', ['Arguments', 'none'])).toBeNull();
  });

  it('is a reason where it gives none', async () => {
    expect(await ask({ Output: '{% $number("x") %}' }, 'JSONata', 'Output')).toMatchObject({ ok: false });
    expect(await ask({ InputPath: '$.nothing' }, 'JSONPath', 'InputPath')).toEqual({
      ok: false,
      problem: 'The path leads to nothing in this data.',
    });
    expect(await ask({ Output: '{% ( %}' }, 'JSONata', 'Output')).toMatchObject({ ok: false });
  });

  it('is not there for what is not evaluated, reads the context object, or has no data', async () => {
    expect(await ask({ Comment: '{% 1 %}' }, 'JSONata', 'Comment')).toBeNull();
    expect(await ask({ Output: 'text' }, 'JSONata', 'Output')).toBeNull();
    expect(await ask({ Output: '{% $states.context.State.Name %}' }, 'JSONata', 'Output')).toBeNull();
    expect(await ask({ Catch: [{ Output: '{% 1 %}' }] }, 'JSONata', 'Catch')).toBeNull();
  });

  it('has the stage of its field', () => {
    expect(stageOfField({ state: { Type: 'Task', Output: 1 }, language: 'JSONata', at: ['Output'] })).toBe('result');
    expect(stageOfField({ state: { Type: 'Pass', Output: 1 }, language: 'JSONata', at: ['Output'] })).toBe('input');
    expect(stageOfField({ state: { Type: 'Pass', Comment: 'a' }, language: 'JSONata', at: ['Comment'] })).toBeNull();
  });
});
