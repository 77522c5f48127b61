import { describe, expect, test } from 'vitest';
import { services } from '../../services/index';
import { newTask } from './newTask';
import { toBeFilled } from './toBeFilled';

const lambda = 'arn:aws:states:::lambda:invoke';

describe('what is still to be filled of a task', () => {
  test('is what the palette put there', () => {
    const invoke = services.flatMap(({ actions }) => actions).find(({ id }) => id === 'lambda.invoke');
    if (!invoke) throw new Error('Lambda is known.');
    expect(toBeFilled(newTask(invoke, 'JSONata'))).toEqual(['FunctionName']);
    expect(toBeFilled(newTask(invoke, 'JSONPath'))).toEqual(['FunctionName']);
  });

  test('counts an ARN whose account is the person’s own already', () => {
    const TopicArn = 'arn:aws:sns:eu-central-1:999988887777:my-topic';
    const publish = { Type: 'Task', Resource: 'arn:aws:states:::sns:publish' };
    expect(toBeFilled({ ...publish, Arguments: { TopicArn, Message: 'x' } })).toEqual(['TopicArn']);
    const own = TopicArn.replace('my-topic', 'alarms');
    expect(toBeFilled({ ...publish, Arguments: { TopicArn: own, Message: 'x' } })).toEqual([]);
  });

  test('is nothing where a name, an expression or a placeholder stands', () => {
    for (const FunctionName of ['charge', '{% $states.input.name %}', '${Charge}', 'my-own-function'])
      expect(toBeFilled({ Type: 'Task', Resource: lambda, Arguments: { FunctionName } })).toEqual([]);
  });

  test('is the ARN of an activity', () => {
    const activity = 'arn:aws:states:us-east-1:123456789012:activity:';
    expect(toBeFilled({ Type: 'Task', Resource: `${activity}my-activity` })).toEqual(['Resource']);
    expect(toBeFilled({ Type: 'Task', Resource: `${activity}Weld` })).toEqual([]);
  });
});
