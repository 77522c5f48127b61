import type { Retrier } from './contract';

/**
 * The retrier that most actions recommend for errors that pass: three attempts after 2, 4 and 8 seconds at most, spread
 * at random, so that executions which failed together do not come back together.
 * Source: AWS developer guide, "Handling errors in Step Functions workflows": examples and best practices.
 */
export function retryTransient(...errors: readonly [string, ...string[]]): Retrier {
  return { ErrorEquals: errors, IntervalSeconds: 2, MaxAttempts: 3, BackoffRate: 2, JitterStrategy: 'FULL' };
}
