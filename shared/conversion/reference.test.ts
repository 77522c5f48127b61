import { describe, expect, it } from 'vitest';
import { isArray, isObject, own, type JsonObject, type JsonValue } from '../base/json';
import { readReference } from '../workflow/testing/reference';
import { bothForms, work } from './testing/bothForms';

/** Cases of conversion, where they are; each right value is a test of its own besides. */
const read = readReference('cases/services.json');
const cases = (isArray(read) ? (read as readonly JsonValue[]) : [])
  .filter(isObject)
  .filter(({ area }) => String(area as string).startsWith('conversion to '));

/** A state of a case, which leaves out what every state of its type has. */
function stateOf(input: JsonObject): JsonObject {
  const given = own(input, 'state') as JsonObject;
  const processor: JsonObject = { StartAt: 'I', States: { I: { Type: 'Pass', End: true } } };
  return {
    ...given,
    ...(given['Type'] === 'Task' ? { Resource: work } : {}),
    ...(own(given, 'ItemProcessor') === 'pass' ? { ItemProcessor: processor } : {}),
    ...('Next' in given || 'End' in given || given['Type'] === 'Choice' ? {} : { End: true }),
  };
}

describe.runIf(cases.length > 0)('the reference cases of conversion', () => {
  it('give the same, are refused or told', async () => {
    const silent: string[] = [];
    for (const { name, area, input } of cases) {
      if (!isObject(input)) throw new Error('a case has an input');
      const to = String(area as string).endsWith('JSONata') ? 'JSONata' : 'JSONPath';
      const { before, after, why, differences } = await bothForms(stateOf(input), own(input, 'input') ?? {}, to);
      const same = JSON.stringify(before) === JSON.stringify(after);
      if (why === null && !same && differences.length === 0) silent.push(String(name as string));
    }
    expect(cases.length).toBeGreaterThan(15);
    expect(silent).toEqual([]);
  });
});
