import { isArray, isObject, nearest, own } from '../../base/index';
import type { Rule } from '../contract';
import { machineOf, type RuleSamples } from '../samples';

/** Source: ASL specification, appendix "Predefined Error Codes"; AWS developer guide, "Handling errors". */
const known = [
  'States.ALL',
  'States.BranchFailed',
  'States.DataLimitExceeded',
  'States.ExceedToleratedFailureThreshold',
  'States.HeartbeatTimeout',
  'States.Http.Socket',
  'States.IntrinsicFailure',
  'States.ItemReaderFailed',
  'States.NoChoiceMatched',
  'States.ParameterPathFailure',
  'States.Permissions',
  'States.QueryEvaluationError',
  'States.ResultPathMatchFailure',
  'States.ResultWriterFailed',
  'States.Runtime',
  'States.TaskFailed',
  'States.Timeout',
];

const httpStatus = /^States\.Http\.StatusCode\.\d{3}$/;

export const reservedErrorNames: Rule = {
  name: 'UNKNOWN_STATES_ERROR',
  code: 'UNKNOWN_STATES_ERROR',
  severity: 'warning',
  source: 'ASL specification, "Errors": names that begin with States. are reserved',
  state({ state }, report) {
    for (const field of ['Retry', 'Catch'] as const) {
      const items = own(state, field);
      if (!isArray(items)) continue;
      for (const [index, item] of items.entries()) {
        const names = isObject(item) ? own(item, 'ErrorEquals') : undefined;
        if (!isArray(names)) continue;
        for (const [place, name] of names.entries()) {
          if (typeof name !== 'string' || !name.startsWith('States.')) continue;
          if (known.includes(name) || httpStatus.test(name)) continue;
          const meant = nearest(known, name);
          const hint = meant === null ? 'It matches nothing.' : `Did you mean ${meant}?`;
          report([field, index, 'ErrorEquals', place], `There is no error ${name}. ${hint}`);
        }
      }
    }
  },
};

const caught = (...ErrorEquals: readonly string[]) =>
  machineOf({
    A: {
      Type: 'Task',
      Resource: 'arn:aws:lambda:us-east-1:123456789012:function:Call',
      Retry: [{ ErrorEquals, MaxAttempts: 2 }],
      Catch: [{ ErrorEquals, Next: 'B' }],
      End: true,
    },
    B: { Type: 'Succeed' },
  });

export const samples: RuleSamples = {
  valid: {
    'errors of the language, of HTTP calls and of functions': caught(
      'States.Timeout',
      'States.Http.StatusCode.404',
      'Lambda.TooManyRequestsException',
      'MyError',
    ),
  },
  invalid: {
    'a name that the language does not have': {
      definition: caught('States.TimeOut', 'MyError'),
      breaches: ['/States/A/Retry/0/ErrorEquals/0', '/States/A/Catch/0/ErrorEquals/0'],
    },
  },
};
