import { expect, test } from 'vitest';
import type { JsonObject } from '../base/index';
import { WalkMemory } from './walk';
import { wayThrough } from './wayThrough';

const scopeOf = (states: JsonObject, start = 'A') => new WalkMemory().scope({ StartAt: start, States: states });
const choice = (...targets: readonly string[]): JsonObject => ({
  Type: 'Choice',
  Choices: targets.slice(1).map((Next) => ({ Variable: '$.a', IsNull: true, Next })),
  Default: targets[0] ?? '',
});

test('a state comes after all that lead to it, whatever the order of the text', () => {
  const scope = scopeOf({
    D: { Type: 'Succeed' },
    C: { Type: 'Pass', Next: 'D' },
    B: { Type: 'Pass', Next: 'C' },
    A: choice('D', 'B', 'C'),
  });
  expect(wayThrough(scope).order.map((index) => scope.states[index]?.name)).toEqual(['A', 'B', 'C', 'D']);
});

test('loops, missing targets and states that nothing leads to', () => {
  const scope = scopeOf({
    A: { Type: 'Pass', Next: 'B' },
    B: choice('A', 'Nowhere'),
    Alone: { Type: 'Pass', Next: 'A' },
  });
  const { order, targets, first } = wayThrough(scope);
  expect(order).toEqual([0, 1]);
  expect([...targets.slice(first[1], first[2])].sort()).toEqual([-1, 0]);
  expect(wayThrough(scopeOf({}, 'Nowhere')).order).toEqual([]);
});

test('a chain of 50,000 states', () => {
  const states = Object.fromEntries(
    Array.from({ length: 50_000 }, (_, index) => [`S${index}`, { Type: 'Pass', Next: `S${index + 1}` }]),
  );
  expect(wayThrough(scopeOf(states, 'S0')).order).toHaveLength(50_000);
});
