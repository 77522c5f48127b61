import { expect, it } from 'vitest';
import { seededRandom } from '../base/seededRandom';
import { apiOf, ask } from './testing/callApi';
import { randomRequest } from './testing/randomRequest';

it('answers 5,000 requests of the right form in which something is wrong, each in AWS’s words', async () => {
  const random = seededRandom(7);
  // Nobody works on the activities: whoever asks for a task hears at once that there is none.
  const api = apiOf({
    after: (_ms, work) => {
      void Promise.resolve().then(work);
      return () => undefined;
    },
  });
  const answers = new Map<string, number>();
  for (let i = 0; i < 5000; i++) {
    const { operation, request } = randomRequest(random);
    const answer = await ask(api, operation, request);
    const code = String(answer['code'] ?? 'answered');
    answers.set(code, (answers.get(code) ?? 0) + 1);
  }
  // It came behind the first check: many were carried out, and what is refused is refused for many reasons.
  expect(answers.get('answered')).toBeGreaterThan(500);
  expect(answers.size).toBeGreaterThan(15);
});
