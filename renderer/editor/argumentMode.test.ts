import { describe, expect, it } from 'vitest';
import { listOf, may, need, objectOf, string, text } from '#shared/services/contract';
import { initialValue, readArgument, withMode } from './argumentMode';

describe('how an argument is given', () => {
  it('is read from the key and the value', () => {
    expect(readArgument({ 'A.$': '$.a' }, 'A', 'JSONPath')).toMatchObject({ key: 'A.$', mode: 'path' });
    expect(readArgument({ 'A.$': 'States.UUID()' }, 'A', 'JSONPath').mode).toBe('intrinsic');
    expect(readArgument({ A: '{% 1 %}' }, 'A', 'JSONata').mode).toBe('expression');
    expect(readArgument({ A: '{% 1 %}' }, 'A', 'JSONPath').mode).toBe('value');
    expect(readArgument({}, 'A', 'JSONata')).toEqual({ key: 'A', value: undefined, mode: 'value' });
  });

  it('changes in place: the order of the arguments stays', () => {
    const values = { First: 'x', Second: 'y', Third: 'z' };
    const byPath = withMode(values, 'Second', string, 'path', 'JSONPath');
    expect(JSON.stringify(byPath)).toBe('{"First":"x","Second.$":"$","Third":"z"}');
    expect(withMode(byPath, 'Second', string, 'value', 'JSONPath')).toEqual({ First: 'x', Second: '', Third: 'z' });
    expect(withMode(values, 'Third', string, 'expression', 'JSONata')['Third']).toBe('{% $states.input %}');
  });

  it('adds an argument that was not there', () => {
    expect(withMode({ A: 1 }, 'B', string, 'path', 'JSONPath')).toEqual({ A: 1, 'B.$': '$' });
  });

  it('starts objects with their required members', () => {
    const type = objectOf(need('Key', text(1, 9)), may('Value', string), need('All', listOf(string)));
    expect(initialValue(type)).toEqual({ Key: '', All: [] });
  });
});
