/** How an execution stands. Source: the API reference of DescribeExecution, without its PENDING_REDRIVE. */
export const executionStatuses = ['RUNNING', 'SUCCEEDED', 'FAILED', 'TIMED_OUT', 'ABORTED'] as const;

export type ExecutionStatus = (typeof executionStatuses)[number];

export function isExecutionStatus(value: unknown): value is ExecutionStatus {
  return (executionStatuses as readonly unknown[]).includes(value);
}
