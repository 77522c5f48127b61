import type { JsonObject } from '../../base/json';

/** Numbers that look random and are the same every time. */
function numbersFrom(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    // Park and Miller, "Random number generators: good ones are hard to find".
    state = (state * 48_271) % 2_147_483_647;
    return state % below;
  };
}

const names = [
  'Read orders',
  'Load the profiles of all customers',
  'Train',
  'Tell operations',
  'Pay',
  'Write to catalogue',
];

/**
 * A workflow as people draw them: chains with Choices, catchers, loops back, Maps and Parallels.
 * @param seed the same seed gives the same workflow
 */
export function generatedWorkflow(seed: number): JsonObject {
  const next = numbersFrom(seed * 7919 + 17);
  let count = 0;
  const scope = (size: number, depth: number): JsonObject => {
    const own = Array.from({ length: size }, () => `${names[next(names.length)] ?? ''} ${++count}`);
    const ahead = (index: number) => own[Math.min(size - 1, index + 1 + next(3))] ?? '';
    const states = own.map((name, index): readonly [string, JsonObject] => {
      if (index === size - 1) return [name, { Type: 'Pass', End: true }];
      const onward = { Next: own[index + 1] ?? '' };
      const kind = next(10);
      if (kind < 3) {
        const rules = 1 + next(3);
        const back = index > 1 && next(4) === 0 ? own[next(index)] : undefined;
        const Choices = Array.from({ length: rules }, (_, rule) => ({
          Variable: `$.order.part${rule}`,
          NumericGreaterThan: next(1000),
          Next: rule === 0 && back !== undefined ? back : ahead(index),
        }));
        return [name, { Type: 'Choice', Choices, Default: onward.Next }];
      }
      if (kind === 3 && depth < 2)
        return [name, { Type: 'Map', ItemProcessor: scope(1 + next(4), depth + 1), ...onward }];
      if (kind === 4 && depth < 2) {
        const Branches = Array.from({ length: 2 + next(2) }, () => scope(1 + next(3), depth + 1));
        return [name, { Type: 'Parallel', Branches, ...onward }];
      }
      const Catch = [{ ErrorEquals: ['States.ALL'], Next: next(2) === 0 ? (own[size - 1] ?? '') : ahead(index) }];
      const task = { Type: 'Task', Resource: 'arn:aws:states:::lambda:invoke', Parameters: { FunctionName: 'work' } };
      return [name, { ...task, ...(next(3) === 0 ? { Catch } : {}), ...onward }];
    });
    return { StartAt: own[0] ?? '', States: Object.fromEntries(states) };
  };
  return scope(5 + next(16), 0);
}
