import type { JsonObject } from '../../shared/base/json';

/** How many states a unit of the workflow has. */
const unit = 10;

/**
 * A workflow of about `states` states that uses most of the language: integrations with retriers and catchers, choices,
 * waits, passes, a Map and a Parallel with states inside. JSONPath, because not every validator reads JSONata.
 */
export function workflowOf(states: number): JsonObject {
  const units = Math.max(1, Math.round(states / unit));
  const all: Record<string, JsonObject> = {};
  for (let index = 0; index < units; index++) {
    const name = (what: string) => `${what} ${index}`;
    const retry = [{ ErrorEquals: ['States.ALL'], IntervalSeconds: 1, MaxAttempts: 3, BackoffRate: 2 }];
    const caught = [{ ErrorEquals: ['States.ALL'], ResultPath: '$.error', Next: 'Failed' }];
    all[name('Store')] = {
      Type: 'Task',
      Resource: 'arn:aws:states:::dynamodb:putItem',
      Parameters: { TableName: 'orders', Item: { id: { 'S.$': '$.id' } } },
      Retry: retry,
      Catch: caught,
      ResultPath: null,
      Next: name('Charge'),
    };
    all[name('Charge')] = {
      Type: 'Task',
      Resource: 'arn:aws:states:::lambda:invoke',
      OutputPath: '$.Payload',
      Parameters: { FunctionName: 'charge', 'Payload.$': '$' },
      TimeoutSeconds: 60,
      HeartbeatSeconds: 20,
      Retry: retry,
      Catch: caught,
      Next: name('Decide'),
    };
    all[name('Decide')] = {
      Type: 'Choice',
      Choices: [
        {
          And: [
            { Variable: '$.total', NumericGreaterThan: 100 },
            { Variable: '$.vip', IsPresent: true },
          ],
          Next: name('Pause'),
        },
        { Variable: '$.kind', StringEquals: 'gift', Next: name('Wrap') },
      ],
      Default: name('Each'),
    };
    all[name('Pause')] = { Type: 'Wait', Seconds: 30, Next: name('Each') };
    all[name('Wrap')] = { Type: 'Pass', Result: { wrapped: true }, ResultPath: '$.gift', Next: name('Each') };
    all[name('Each')] = {
      Type: 'Map',
      ItemsPath: '$.items',
      MaxConcurrency: 5,
      ItemProcessor: {
        StartAt: name('Pick'),
        States: { [name('Pick')]: { Type: 'Pass', End: true } },
      },
      ResultPath: '$.picked',
      Next: name('Both'),
    };
    all[name('Both')] = {
      Type: 'Parallel',
      Branches: [
        {
          StartAt: name('Tell'),
          States: {
            [name('Tell')]: {
              Type: 'Task',
              Resource: 'arn:aws:states:::sns:publish',
              Parameters: { TopicArn: 'arn:aws:sns:us-east-1:123456789012:orders', 'Message.$': '$.id' },
              End: true,
            },
          },
        },
      ],
      Next: index + 1 < units ? `Store ${index + 1}` : 'Done',
    };
  }
  return {
    StartAt: 'Store 0',
    States: { ...all, Failed: { Type: 'Fail', Error: 'Failed' }, Done: { Type: 'Succeed' } },
  };
}

/** The same in JSONata: references, calls, conditions, and a variable that goes through the whole workflow. */
export function jsonataWorkflowOf(states: number): JsonObject {
  const units = Math.max(1, Math.round(states / unit));
  const all: Record<string, JsonObject> = { Begin: { Type: 'Pass', Assign: { done: 0 }, Next: 'Store 0' } };
  for (let index = 0; index < units; index++) {
    const name = (what: string) => `${what} ${index}`;
    const caught = [{ ErrorEquals: ['States.ALL'], Output: '{% $states.errorOutput.Cause %}', Next: 'Failed' }];
    all[name('Store')] = {
      Type: 'Task',
      Resource: 'arn:aws:states:::dynamodb:putItem',
      Arguments: { TableName: 'orders', Item: { id: { S: '{% $states.input.id %}' } } },
      Output: '{% $states.input %}',
      Catch: caught,
      Next: name('Charge'),
    };
    all[name('Charge')] = {
      Type: 'Task',
      Resource: 'arn:aws:states:::lambda:invoke',
      Arguments: {
        FunctionName: 'charge',
        Payload: `{% $merge([$states.input, {"unit": ${index}, "done": $done}]) %}`,
      },
      TimeoutSeconds: '{% $states.input.patience %}',
      Assign: { done: '{% $done + 1 %}' },
      Output: '{% $states.result.Payload %}',
      Catch: caught,
      Next: name('Decide'),
    };
    all[name('Decide')] = {
      Type: 'Choice',
      Choices: [
        { Condition: '{% $states.input.total > 100 and $exists($states.input.vip) %}', Next: name('Pause') },
        { Condition: "{% $states.input.kind = 'gift' %}", Next: name('Wrap') },
      ],
      Default: name('Each'),
    };
    all[name('Pause')] = { Type: 'Wait', Seconds: 30, Next: name('Each') };
    all[name('Wrap')] = { Type: 'Pass', Output: { wrapped: '{% $states.input.id %}' }, Next: name('Each') };
    all[name('Each')] = {
      Type: 'Map',
      Items: '{% $states.input.items[price > 10] %}',
      ItemProcessor: {
        StartAt: name('Pick'),
        States: { [name('Pick')]: { Type: 'Pass', Output: '{% $states.input.id & $done %}', End: true } },
      },
      Next: index + 1 < units ? `Store ${index + 1}` : 'Done',
    };
  }
  return {
    QueryLanguage: 'JSONata',
    StartAt: 'Begin',
    States: { ...all, Failed: { Type: 'Fail', Error: 'Failed' }, Done: { Type: 'Succeed' } },
  };
}
