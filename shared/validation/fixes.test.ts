import { expect, it } from 'vitest';
import { type JsonObject, withValueAt } from '../base/json';
import { validateDefinition } from './registry';
import { machineOf, oneState } from './samples';

it.each<[string, JsonObject]>([
  ['a path under a plain key', oneState({ Type: 'Pass', Parameters: { a: 1, b: [{ c: '$.d' }] } })],
  ['a path as the name of an error', machineOf({ A: { Type: 'Fail', Error: '$.error', Cause: 'Why' } })],
  [
    'a path that a rule compares with',
    machineOf({
      A: { Type: 'Choice', Choices: [{ Not: { Variable: '$.a', StringEquals: '$.b' }, Next: 'B' }], Default: 'B' },
      B: { Type: 'Succeed' },
    }),
  ],
  [
    'a target that is misspelt',
    machineOf({
      A: { Type: 'Choice', Choices: [{ Variable: '$.a', IsNull: true, Next: 'Load' }], Default: 'Laod' },
      Load: { Type: 'Succeed' },
    }),
  ],
  ['a StartAt that is misspelt', { StartAt: 'Lood', States: { Load: { Type: 'Succeed' } } }],
  ['a space before an expression', oneState({ Type: 'Pass', Output: ' {% 1 %}' }, { QueryLanguage: 'JSONata' })],
  ['a line break after one', oneState({ Type: 'Pass', Output: ['{% 1 %}\n'] }, { QueryLanguage: 'JSONata' })],
])('the fix of %s puts it right', (_, definition) => {
  const [found, ...others] = validateDefinition(definition);
  expect(others).toEqual([]);
  const { fix } = found ?? {};
  if (!fix) throw new Error('there is no fix');
  expect(validateDefinition(withValueAt(definition, fix.at, fix.value) as JsonObject)).toEqual([]);
});
