import { expect, it } from 'vitest';
import { type JsonObject, withValueAt } from '../base/index';
import { allFixes } from './allFixes';
import type { Diagnostic } from './contract';
import { validateDefinition } from './registry';
import { machineOf } from './samples';

const repaired = (definition: JsonObject, code: string): JsonObject =>
  allFixes(definition, code, validateDefinition).reduce<JsonObject>(
    (left, { at, value }) => withValueAt(left, at, value) as JsonObject,
    definition,
  );

it('repairs every breach of a code, and leaves others', () => {
  const definition = machineOf({
    Start: { Type: 'Pass', Next: 'Dome' },
    Again: { Type: 'Pass', Next: 'Donne' },
    Done: { Type: 'Choice', Choices: [{ Variable: '$.a', IsPresent: true, Next: 'Again' }], Default: 'Fail' },
    Fail: { Type: 'Fail', Error: '$.error' },
  });
  const after = repaired(definition, 'MISSING_TRANSITION_TARGET');
  expect(after).toMatchObject({ States: { Start: { Next: 'Done' }, Again: { Next: 'Done' } } });
  expect(validateDefinition(after).map(({ code }) => code)).toEqual(['NO_PATH']);
});

it('repairs what meets: two keys of one state', () => {
  const definition = machineOf({ A: { Type: 'Fail', Error: '$.error', Cause: '$.cause' } });
  expect(repaired(definition, 'NO_PATH')).toMatchObject({
    States: { A: { Type: 'Fail', ErrorPath: '$.error', CausePath: '$.cause' } },
  });
});

it('ends where a repair does not end its breach', () => {
  const stubborn: Diagnostic = {
    code: 'STUBBORN',
    rule: 'STUBBORN',
    severity: 'warning',
    at: ['Comment'],
    state: null,
    message: '',
    fix: { at: ['Comment'], value: 'x' },
  };
  expect(allFixes(machineOf({}), 'STUBBORN', () => [stubborn])).toEqual([stubborn.fix]);
});
