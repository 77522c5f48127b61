/** Random valid machines for property tests: every state type but those that need services, nested two deep. */
import fc from 'fast-check';
import { lambda } from './runMachine';

interface Shape {
  readonly kind: 'Pass' | 'Task' | 'Choice' | 'Wait' | 'Succeed' | 'Fail' | 'Parallel' | 'Map';
  /** Picks what differs inside a kind. */
  readonly variant: number;
  /** Where it goes on, as an offset from itself: mostly forward. */
  readonly jump: number;
  readonly inner: readonly (readonly Shape[])[];
}

const leaf = (depth: number): fc.Arbitrary<Shape> =>
  fc.record({
    kind: fc.constantFrom<Shape['kind']>('Pass', 'Task', 'Choice', 'Wait', 'Pass', 'Task', 'Succeed', 'Fail'),
    variant: fc.nat(5),
    jump: fc.oneof({ weight: 9, arbitrary: fc.constant(1) }, { weight: 1, arbitrary: fc.integer({ min: -2, max: 2 }) }),
    inner: fc.constant<readonly (readonly Shape[])[]>(depth < 0 ? [] : []),
  });

function shape(depth: number): fc.Arbitrary<Shape> {
  if (depth === 0) return leaf(depth);
  const nested = fc.record({
    kind: fc.constantFrom<Shape['kind']>('Parallel', 'Map'),
    variant: fc.nat(5),
    jump: fc.constant(1),
    inner: fc.array(scope(depth - 1), { minLength: 1, maxLength: 3 }),
  });
  return fc.oneof({ weight: 3, arbitrary: leaf(depth) }, { weight: 1, arbitrary: nested });
}

function scope(depth: number): fc.Arbitrary<readonly Shape[]> {
  return fc.array(shape(depth), { minLength: 1, maxLength: 5 });
}

/** Definitions as objects. State names are unique in the whole machine, as AWS wants them. */
export const machines: fc.Arbitrary<object> = scope(2).map((shapes) => {
  let count = 0;
  const name = (): string => `S${String(count++)}`;
  const build = (states: readonly Shape[]): object => {
    const names = states.map(name);
    return {
      StartAt: names[0],
      States: Object.fromEntries(states.map((one, i) => [names[i], buildState(one, i, names, build)])),
    };
  };
  return build(shapes);
});

function buildState(
  one: Shape,
  i: number,
  names: readonly string[],
  build: (states: readonly Shape[]) => object,
): object {
  const next = names[Math.max(0, i + one.jump)];
  const ends = next === undefined || next === names[i] ? { End: true } : { Next: next };
  const retry = one.variant < 3 ? { Retry: [{ ErrorEquals: ['Flaky'], MaxAttempts: one.variant }] } : {};
  const after = names[i + 1];
  const caught =
    one.variant % 2 === 0 && after !== undefined ? { Catch: [{ ErrorEquals: ['States.ALL'], Next: after }] } : {};
  switch (one.kind) {
    case 'Pass':
      return { Type: 'Pass', Result: one.variant === 0 ? [1, 2] : { n: one.variant }, ...ends };
    case 'Task':
      return { Type: 'Task', Resource: lambda, TimeoutSeconds: 10, ...retry, ...caught, ...ends };
    case 'Choice':
      return {
        Type: 'Choice',
        Choices: [{ Variable: '$.n', IsPresent: one.variant > 2, Next: next ?? names[i] }],
        Default: names[names.length - 1],
      };
    case 'Wait':
      return { Type: 'Wait', Seconds: one.variant, ...ends };
    case 'Succeed':
      return { Type: 'Succeed' };
    case 'Fail':
      return { Type: 'Fail', Error: one.variant < 3 ? 'Flaky' : 'Fatal' };
    case 'Parallel':
      return { Type: 'Parallel', Branches: one.inner.map(build), ...retry, ...caught, ...ends };
    case 'Map':
      return {
        Type: 'Map',
        Parameters: { 'n.$': '$$.Map.Item.Value' },
        ItemsPath: '$$.Execution.Input',
        MaxConcurrency: one.variant,
        ItemProcessor: build(one.inner[0] ?? []),
        ...retry,
        ...caught,
        ...ends,
      };
  }
}
