import { own, type JsonObject } from '#shared/base/json';
import { recordedResults } from './recordedResults';
import { testState } from '#shared/simulator/testState/testState';
import type { TestStateRequest } from '#shared/simulator/testState/request';
import type { RecordedTestState } from './caseData';
import type { Comparer } from './comparer';
import { answerAsLambda } from './lambdaHandlers';

/** Runs a recorded TestState call; the differences of its answer from the recorded one. */
export async function differencesOfTestState(
  comparer: Comparer,
  recorded: RecordedTestState,
): Promise<readonly string[]> {
  const answer = await testState(recorded.request as unknown as TestStateRequest, {
    accountId: '111111111111',
    startTime: Date.UTC(2024, 0, 2, 3, 4, 5),
    results: recordedResults,
    worker: (request) => answerAsLambda(recorded.setup, request) ?? {},
  });
  const { placeholders } = recorded;
  if (recorded.expectedError !== undefined) {
    if (answer.ok)
      return [`error: expected ${JSON.stringify(recorded.expectedError)}, got ${JSON.stringify(answer.value)}`];
    return comparer
      .match(own(recorded.expectedError, 'message'), answer.problem.message, placeholders, 'message')
      .concat(comparer.match(own(recorded.expectedError, 'code'), answer.problem.code, placeholders, 'code'));
  }
  if (!answer.ok) return [`error: ${JSON.stringify(answer.problem)}`];
  return comparer.match(recorded.expected ?? {}, answer.value as unknown as JsonObject, placeholders);
}
