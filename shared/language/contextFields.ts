import type { JsonObject } from '../base/index';

/**
 * The members of the context object, with values of their kinds. Source: AWS developer guide, "Accessing execution data
 * from the Context object".
 */
export const contextObject: JsonObject = {
  Execution: {
    Id: 'arn:aws:states:us-east-1:123456789012:execution:machine:name',
    Input: {},
    Name: 'name',
    RoleArn: 'arn:aws:iam::123456789012:role/name',
    StartTime: '2026-01-31T09:00:00.000Z',
    RedriveCount: 0,
    RedriveTime: '2026-01-31T09:00:00.000Z',
  },
  State: { EnteredTime: '2026-01-31T09:00:00.000Z', Name: 'name', RetryCount: 0 },
  StateMachine: { Id: 'arn:aws:states:us-east-1:123456789012:stateMachine:machine', Name: 'machine' },
  Task: { Token: 'token' },
  Map: { Item: { Index: 0, Key: 'key', Source: 'STATE_DATA', Value: {} } },
};

/** What a catcher gets. Source: ASL specification, "Error output". */
export const errorObject: JsonObject = { Error: 'States.TaskFailed', Cause: 'Why' };
