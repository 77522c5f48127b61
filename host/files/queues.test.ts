import { setTimeout as wait } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import { Queues } from './queues';

describe('work in queues', () => {
  it('runs the tasks of one key in order, also after one that failed', async () => {
    const queues = new Queues();
    const log: string[] = [];
    const task = (name: string, time: number) => async () => {
      await wait(time);
      log.push(name);
      if (name === 'b') throw new Error('b');
    };
    const all = [queues.run('k', task('a', 20)), queues.run('k', task('b', 5)), queues.run('k', task('c', 0))];
    const outcomes = await Promise.allSettled(all);
    expect(log).toEqual(['a', 'b', 'c']);
    expect(outcomes.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled']);
  });

  it('does not let one key wait for another', async () => {
    const queues = new Queues();
    const log: string[] = [];
    const slow = queues.run('slow', () => wait(20).then(() => log.push('slow')));
    await Promise.all([slow, queues.run('fast', async () => log.push('fast'))]);
    expect(log).toEqual(['fast', 'slow']);
  });
});
