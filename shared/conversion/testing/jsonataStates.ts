import type { JsonObject, JsonValue } from '../../base/index';
import { type Chance, pick, randomPlace, randomValue } from './randomValues';

/** A random state of JSONata whose expressions are mostly paths: what JSONPath can say. */
export function randomJsonataState(chance: Chance, input: JsonValue): JsonObject {
  const path = () => expression(randomPath(chance, input, '$states.input'));
  const some = (likely: number, fields: () => JsonObject): JsonObject => (chance() < likely ? fields() : {});
  const value = (root: string) => randomTemplate(chance, input, root);
  const assigned = (root: string) =>
    some(0.3, () => ({
      Assign: { v: chance() < 0.5 ? randomValue(chance, 1) : expression(randomPath(chance, input, root)) },
    }));
  switch (Math.floor(chance() * 7)) {
    case 0:
    case 1:
      return {
        Type: 'Pass',
        ...some(0.9, () => ({ Output: chance() < 0.4 ? path() : value('$states.input') })),
        ...assigned('$states.input'),
        Next: 'Y',
      };
    case 2:
    case 3:
      return {
        Type: 'Task',
        Resource: 'arn:aws:lambda:us-east-1:123456789012:function:work',
        ...some(0.8, () => ({ Arguments: chance() < 0.3 ? path() : objectOf(chance, input) })),
        ...some(0.1, () => ({ TimeoutSeconds: path() })),
        ...some(0.6, () => ({ Output: randomOutput(chance, input) })),
        ...assigned('$states.result'),
        ...some(0.5, () => ({
          Catch: [
            {
              ErrorEquals: [pick(chance, ['States.ALL', 'Boom', 'States.QueryEvaluationError'])],
              ...some(0.6, () => ({
                Output: pick(chance, [
                  '{% $states.input %}',
                  '{% $states.errorOutput %}',
                  '{% $merge([$states.input, {"error": $states.errorOutput}]) %}',
                ]),
              })),
              Next: 'Caught',
            },
          ],
        })),
        Next: 'Y',
      };
    case 4:
      return {
        Type: 'Choice',
        Choices: [
          {
            Condition: expression(
              `${randomPath(chance, input, '$states.input')} ${pick(chance, ['=', '<', '<=', '>', '>='])} ${pick(chance, ['1', "'a'", '"hi"', 'true', '2.5'])}`,
            ),
            Next: 'Y',
            ...assigned('$states.input'),
          },
        ],
        Default: 'N',
        ...some(0.2, () => ({ Output: path() })),
      };
    case 5:
      return {
        Type: 'Map',
        ...some(0.8, () => ({ Items: chance() < 0.5 ? '{% $states.input.list %}' : path() })),
        ...some(0.5, () => ({ ItemSelector: { item: '{% $states.context.Map.Item.Value %}', n: path() } })),
        ItemProcessor: { StartAt: 'I', States: { I: { Type: 'Pass', QueryLanguage: 'JSONata', End: true } } },
        ...some(0.5, () => ({ Output: randomOutput(chance, input) })),
        ...assigned('$states.result'),
        Next: 'Y',
      };
    default:
      return pick<() => JsonObject>(chance, [
        () => ({
          Type: 'Wait',
          Seconds: path(),
          ...some(0.5, () => ({ Output: path() })),
          ...assigned('$states.input'),
          Next: 'Y',
        }),
        () => ({ Type: 'Fail', Error: path(), Cause: 'why' }),
        () => ({ Type: 'Succeed', ...some(0.7, () => ({ Output: path() })) }),
      ])();
  }
}

const expression = (text: string): string => `{% ${text} %}`;

function randomPath(chance: Chance, input: JsonValue, from: string): string {
  const root =
    chance() < 0.85 ? from : pick(chance, ['$v', '$states.context.Execution.Input', '$states.input', '$states.result']);
  return (
    root +
    randomPlace(chance, input)
      .map((step) => (typeof step === 'number' ? `[${String(step)}]` : `.${step}`))
      .join('')
  );
}

function randomOutput(chance: Chance, input: JsonValue): JsonValue {
  return pick<() => JsonValue>(chance, [
    () => '{% $states.input %}',
    () => '{% $states.result %}',
    () => '{% $merge([$states.input, {"r": $states.result}]) %}',
    () => ({
      got: expression(
        pick(chance, ['$states.result.got', '$states.result.got.x', '$states.result.sent', '$states.result[0]']),
      ),
      one: 1,
    }),
    () => expression(randomPath(chance, input, '$states.input')),
    () => '{% $states.result.sent %}',
    () => randomValue(chance, 1),
  ])();
}

function objectOf(chance: Chance, input: JsonValue): JsonObject {
  return Object.fromEntries(
    ['p', 'q', 'k.$']
      .filter((key) => chance() < (key === 'k.$' ? 0.1 : 0.6))
      .map((key) => [key, randomTemplate(chance, input, '$states.input', 1)]),
  );
}

function randomTemplate(chance: Chance, input: JsonValue, root: string, depth = 2): JsonValue {
  const inner = () => (depth > 0 ? randomTemplate(chance, input, root, depth - 1) : 1);
  return pick<() => JsonValue>(chance, [
    () => expression(randomPath(chance, input, root)),
    () => expression(randomPath(chance, input, root)),
    () => randomValue(chance, 1),
    () => ({ x: inner(), y: inner() }),
    () => [inner(), { z: inner() }],
    () => ({ 'x.$': pick(chance, ['$.n', 'hi']) }),
  ])();
}
