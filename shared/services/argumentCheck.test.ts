import { describe, expect, it } from 'vitest';
import type { JsonObject } from '../base/json';
import type { QueryLanguage } from '../asl/queryLanguage';
import { checkArguments } from './argumentCheck';
import { arn, integer, listOf, mapOf, may, need, objectOf, oneOf, string, text } from './contract';

const fields = [
  need('Name', text(1, 5)),
  may('Topic', arn('sns.topic')),
  may('Size', integer(1, 10)),
  may('Mode', oneOf('FAST', 'SLOW')),
  may('Tags', listOf(objectOf(need('Key', string), may('Value', string)))),
  may('Variables', mapOf(string)),
];

const check = (values: JsonObject, language: QueryLanguage = 'JSONPath') =>
  checkArguments(fields, values, language).map(({ at, message }) => `${at.join('/')}: ${message}`);

describe('arguments against their fields', () => {
  it('takes what fits, at any depth', () => {
    expect(
      check({
        Name: 'a',
        Topic: 'arn:aws:sns:us-east-1:123456789012:t',
        Size: 3,
        Mode: 'FAST',
        Tags: [{ Key: 'k' }],
        Variables: { A: 'x', 'B.$': '$.b' },
      }),
    ).toEqual([]);
  });

  it('takes what only a run or a deployment knows', () => {
    expect(check({ 'Name.$': '$.name', Topic: '${Topic}', 'Size.$': 'States.MathAdd($.a, 1)' })).toEqual([]);
    expect(check({ Name: '{% $states.input.name %}', Size: '{% 1 %}', Tags: '{% [] %}' }, 'JSONata')).toEqual([]);
  });

  it.each([
    [{}, ': Name is required.'],
    [{ Name: 'abcdef' }, 'Name: Name has at most 5 characters.'],
    [{ Name: 'a', Size: '3' }, 'Size: Size must be a whole number.'],
    [{ Name: 'a', Size: 11 }, 'Size: Size must be at most 10.'],
    [{ Name: 'a', Mode: 'FSAT' }, 'Mode: Mode: “FSAT” is not known; did you mean FAST?'],
    [{ Name: 'a', Mode: 'x' }, 'Mode: Mode must be one of FAST, SLOW.'],
    [{ Name: 'a', Sise: 1 }, 'Sise: “Sise” is not an argument of this call: did you mean Size?'],
    [{ Name: 'a', 'Sise.$': '$' }, 'Sise.$: “Sise” is not an argument of this call: did you mean Size?'],
    [{ Name: 'a', Tags: [{ Value: 'v' }] }, 'Tags/0: Key is required.'],
    [{ Name: 'a', Tags: {} }, 'Tags: Tags must be a list.'],
    [{ Name: 'a', Variables: { A: 1 } }, 'Variables/A: Variables.A must be text.'],
  ] as [JsonObject, string][])('says where and what is wrong with %j', (values, problem) => {
    expect(check(values)).toEqual([problem]);
  });

  it('says what is wrong with an ARN', () => {
    expect(check({ Name: 'a', Topic: 'arn:aws:sqs:us-east-1:123456789012:t' })[0]).toContain('expected arn:aws:sns');
  });

  it('gives the right name for a misspelt one, with its ending', () => {
    expect(checkArguments(fields, { Name: 'a', 'Sise.$': '$' }, 'JSONPath')[0]?.rename).toBe('Size.$');
  });
});
