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
