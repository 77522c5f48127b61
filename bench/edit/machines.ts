import type { JsonObject, JsonValue } from '../../shared/base/json';

/** Tasks in a row in one scope that all catch into one handler, as most workflows are written. */
export function sharedHandler(count: number): JsonObject {
  const tasks = Array.from({ length: count }, (_, index): [string, JsonValue] => [
    `Task ${index}`,
    {
      Type: 'Task',
      Resource: 'arn:aws:states:::lambda:invoke',
      Comment: 'What it does, in some words',
      Parameters: { FunctionName: 'arn:aws:lambda:us-east-1:123456789012:function:work', 'Payload.$': '$' },
      Retry: [{ ErrorEquals: ['States.TaskFailed'], IntervalSeconds: 1, MaxAttempts: 3, BackoffRate: 2 }],
      Catch: [{ ErrorEquals: ['States.ALL'], Next: 'Handle' }],
      Next: index === count - 1 ? 'Done' : `Task ${index + 1}`,
    },
  ]);
  const ends: [string, JsonValue][] = [
    ['Handle', { Type: 'Fail' }],
    ['Done', { Type: 'Succeed' }],
  ];
  return { StartAt: 'Task 0', States: Object.fromEntries([...tasks, ...ends]) };
}

/** Choices of twenty rules each that lead all over the machine: more lines than anybody can follow. */
export function denseChoices(count: number): JsonObject {
  const rule = (from: number, rule: number) => ({
    Variable: '$.n',
    NumericEquals: rule,
    Next: `Choice ${(from * 7 + rule * 13 + 1) % count}`,
  });
  const choices = Array.from({ length: count }, (_, from): [string, JsonValue] => [
    `Choice ${from}`,
    { Type: 'Choice', Default: 'Done', Choices: Array.from({ length: 20 }, (_none, index) => rule(from, index)) },
  ]);
  return { StartAt: 'Choice 0', States: Object.fromEntries([...choices, ['Done', { Type: 'Succeed' }]]) };
}

/** One Choice with a rule for every other state. */
export function wideChoice(count: number): JsonObject {
  const rules = Array.from({ length: count }, (_, i) => ({ Condition: `{% $n = ${i} %}`, Next: `Case ${i}` }));
  const cases = rules.map(({ Next }): [string, JsonValue] => [Next, { Type: 'Pass', End: true }]);
  return {
    QueryLanguage: 'JSONata',
    StartAt: 'Pick',
    States: Object.fromEntries<JsonValue>([['Pick', { Type: 'Choice', Choices: rules }], ...cases]),
  };
}
