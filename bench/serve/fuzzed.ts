import { seededRandom } from '../../shared/base/index';
import { randomRequest } from '../../shared/stepFunctionsApi/testing/randomRequest';
import { RawClient } from './rawClient';
import type { Running } from './servers';

/**
 * Sends requests in which something is wrong, a tenth of them no JSON at all.
 * @returns how many were answered as a fault of the endpoint, or not at all
 */
export async function fuzzed({ url }: Running, count: number): Promise<number> {
  const client = new RawClient(url);
  const random = seededRandom(1);
  let [sent, faults] = [0, 0];
  const work = async (): Promise<void> => {
    while (sent++ < count) {
      const { operation, request } = randomRequest(random);
      // It would wait a minute for a task.
      if (operation === 'GetActivityTask') continue;
      const text = JSON.stringify(request);
      const body = random() < 0.1 ? text.slice(0, Math.floor(random() * text.length)) : text;
      const status = await client.status(operation, body).catch(() => 0);
      if (status !== 200 && status !== 400) faults++;
    }
  };
  await Promise.all(Array.from({ length: 8 }, work));
  const { status } = await fetch(`${url}/health`);
  client.close();
  return status === 200 ? faults : Infinity;
}
