import { describe, expect, it } from 'vitest';
import { isObject, type JsonObject } from '../base/json';
import { readReference } from '../workflow/testing/reference';
import { validateDefinition } from './registry';

const samples = readReference('validation/samples.json');
const workflows = readReference('workflows/aws-samples.json');

describe.runIf(samples !== null)('the reference samples', () => {
  it('are judged as AWS judges them, but for expressions and functions, which are not parsed yet', () => {
    const wrong: string[] = [];
    let judged = 0;
    for (const sample of (samples as JsonObject[]).filter(isObject)) {
      const { id, expected, definition, category } = sample;
      if (!isObject(definition)) continue;
      judged++;
      const errors = validateDefinition(definition).filter((diagnostic) => diagnostic.severity === 'error');
      const verdict = errors.length === 0 ? 'valid' : 'invalid';
      if (verdict !== expected)
        wrong.push(`${String(category)} ${String(id)}: ${errors.map((e) => e.message).join(' ') || 'no error found'}`);
    }
    // Those left need the parsers of JSONata, JSONPath and intrinsic functions; none of them is a false alarm.
    expect(wrong.filter((text) => !text.endsWith('no error found'))).toEqual([]);
    expect(judged).toBeGreaterThan(200);
    expect(wrong.length).toBeLessThanOrEqual(33);
  });
});

describe.runIf(workflows !== null)("AWS's own samples", () => {
  it('have no errors', () => {
    const wrong = (workflows as JsonObject[]).flatMap(({ id, definition }) =>
      isObject(definition)
        ? validateDefinition(definition)
            .filter((d) => d.severity === 'error')
            .map((d) => `${String(id)} ${d.at.join('/')}: ${d.message}`)
        : [],
    );
    expect(wrong).toEqual([]);
  });
});
