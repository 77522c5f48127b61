import type { ApiState } from './apiState';
import type { RunningExecutions } from './runningExecutions';
import type { OperationName, Reply, Request } from './types';

/** Who calls, and what the operations work on. */
export interface Call {
  readonly state: ApiState;
  readonly running: RunningExecutions;
  readonly region: string;
  /** Calls back when the caller has hung up. */
  gone(work: () => void): void;
}

/** What carries operations out: each takes a request that was checked, and throws an ApiError for what AWS refuses. */
export type Handlers<Name extends OperationName = OperationName> = {
  readonly [Each in Name]: (call: Call, request: Request<Each>) => Reply<Each> | Promise<Reply<Each>>;
};

/** The ARN of something in the region of the caller. */
export function arnIn({ state, region }: Call, kind: string, name: string): string {
  const partition = region.startsWith('cn-') ? 'aws-cn' : region.startsWith('us-gov-') ? 'aws-us-gov' : 'aws';
  return `arn:${partition}:states:${region}:${state.settings.accountId}:${kind}:${name}`;
}

/** Whether an ARN is of the region of the caller: lists are by region. */
export const isIn = ({ region }: Call, arn: string): boolean => arn.split(':')[3] === region;
