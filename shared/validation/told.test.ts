import { expect, it } from 'vitest';
import { validateDefinition } from './registry';
import { machineOf } from './samples';
import { told } from './told';

const definition = machineOf({
  A: { Type: 'Fail', Error: '$.error', Cause: '$.cause' },
});

it('leaves out the warnings whose code is switched off, and no others', () => {
  const found = validateDefinition(definition);
  expect(found.map(({ code }) => code)).toEqual(['NO_PATH', 'NO_PATH']);
  expect(told(found, [])).toBe(found);
  expect(told(found, ['NO_DOLLAR'])).toEqual(found);
  expect(told(found, ['NO_PATH'])).toEqual([]);
});

it('tells errors whatever is switched off', () => {
  const found = validateDefinition(machineOf({ A: { Type: 'Pass', Next: 'Nowhere' } }));
  expect(found.length).toBeGreaterThan(0);
  expect(told(found, [...new Set(found.map(({ code }) => code))])).toEqual(
    found.filter(({ severity }) => severity === 'error'),
  );
  expect(
    told(
      found,
      found.map(({ code }) => code),
    ).length,
  ).toBeGreaterThan(0);
});
