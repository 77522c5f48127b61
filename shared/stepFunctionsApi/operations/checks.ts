import { ApiError } from '../apiError';
import type { Handlers } from '../call';
import { findingsOf } from '../definitions';
import { stubStore, stubWorker, testState, type TestStateRequest } from '../../simulator/index';
import type { Reply } from '../types';

export const checks: Handlers<'TestState' | 'ValidateStateMachineDefinition'> = {
  async TestState({ state, region }, request) {
    const { settings } = state;
    const stub = stubWorker(1);
    const tested = await testState(request as TestStateRequest, {
      startTime: state.now(),
      accountId: settings.accountId,
      region,
      worker: (task) => settings.worker?.(task) ?? stub(task),
      store: stubStore(state.now()),
    });
    if (tested.ok) return tested.value as Reply<'TestState'>;
    const { code, message } = tested.problem;
    throw new ApiError(code === 'ParamValidationError' ? 'ValidationException' : code, message);
  },

  ValidateStateMachineDefinition({ state }, { definition, type = 'STANDARD', severity = 'ERROR', maxResults = 0 }) {
    const found = findingsOf(definition, type, state.settings.catalogue).filter(
      (finding) => severity === 'WARNING' || finding.severity === 'ERROR',
    );
    // Source: AWS API reference: 0 means the default of 100.
    const most = maxResults === 0 ? 100 : maxResults;
    const failed = found.some((finding) => finding.severity === 'ERROR');
    return { result: failed ? 'FAIL' : 'OK', diagnostics: found.slice(0, most), truncated: found.length > most };
  },
};
