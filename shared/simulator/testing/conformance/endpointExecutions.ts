import type { JsonObject, JsonValue } from '#shared/base/json';
import { jsonText } from '#shared/base/jsonNumbers';
import type { RecordedCase, RecordedMock } from './caseData';
import { parsed, type Comparer } from './comparer';
import { send } from './endpointClient';
import type { CaseResult } from './report';
import { valueOf } from './runCase';

const testCase = 'Recorded';
const nameOf = (index: number): string => `case-${index}`;

/**
 * Whether a case can be run by an endpoint that is given a mock file alone: without objects of S3, functions that are no
 * mocks, workers of activities, a stop from outside, and answers that the format of mock files has no word for.
 */
export function runsAtEndpoint(recorded: RecordedCase): boolean {
  const { setup, mocks = [], expectedStatus, stateMachineType, kind } = recorded;
  if (stateMachineType !== 'STANDARD' || expectedStatus === 'ABORTED' || kind === 'describe') return false;
  if (recorded.mocksComplete === false || (setup?.s3Objects ?? []).length > 0) return false;
  if ((setup?.otherStateMachines ?? []).length > 0 && mocks.length === 0) return false;
  if (isOfOlderAws(recorded)) return false;
  const needsWorker = JSON.stringify(recorded.definition).includes(':activity:');
  return (
    !needsWorker &&
    mocks.every(({ outcome }) => !('failedEvent' in outcome) || !/StartFailed/.test(String(outcome.failedEvent)))
  );
}

/** An endpoint is AWS of today: what distributed Maps wrote before November 2024 is another history. */
function isOfOlderAws({ area, recordedDate = '' }: RecordedCase): boolean {
  return area === 'distributed-map' && recordedDate.slice(0, 10).split('-').reverse().join('-') < '2024-11-01';
}

/** The recorded answers of cases as a mock configuration file of Step Functions Local: the endpoint is started with it. */
export function mockFileOf(cases: readonly RecordedCase[]): JsonObject {
  const machines: Record<string, JsonValue> = {};
  const responses: Record<string, JsonValue> = {};
  for (const [index, { mocks = [] }] of cases.entries()) {
    const states: Record<string, Record<string, JsonValue>> = {};
    for (const mock of mocks) {
      const calls = (states[mock.state] ??= {});
      calls[String(Object.keys(calls).length)] = responseOf(mock);
    }
    const named = Object.entries(states).map(([state, calls], i) => {
      responses[`${nameOf(index)}-${i}`] = calls;
      return [state, `${nameOf(index)}-${i}`] as const;
    });
    machines[nameOf(index)] = { TestCases: { [testCase]: Object.fromEntries(named) } };
  }
  return { StateMachines: machines, MockedResponses: responses };
}

function responseOf({ submitted, outcome }: RecordedMock): JsonValue {
  const call = submitted === undefined ? {} : { Submitted: valueOf(submitted) };
  if (outcome.kind === 'success')
    return { ...call, Return: valueOf(('output' in outcome ? outcome.output : undefined) ?? null) };
  if (outcome.kind !== 'failure') return { ...call, NoAnswer: true };
  const { error, cause } = outcome as { readonly error?: string; readonly cause?: JsonValue };
  const text = cause === undefined || typeof cause === 'string' ? cause : jsonText(cause);
  return {
    ...call,
    Throw: { ...(error === undefined ? {} : { Error: error }), ...(text === undefined ? {} : { Cause: text }) },
  };
}

/** Runs the cases at an endpoint that was started with their mock file on virtual time, and compares what it tells of each. */
export async function runCasesAtEndpoint(
  url: string,
  comparer: Comparer,
  cases: readonly RecordedCase[],
): Promise<readonly CaseResult[]> {
  const results: CaseResult[] = [];
  for (const [index, recorded] of cases.entries()) {
    const ended = await runAt(url, nameOf(index), recorded);
    const differences = typeof ended === 'string' ? [ended] : comparer.compareCase(recorded, ended);
    results.push({ file: 'cases.json (endpoint)', id: recorded.id, area: recorded.area, differences });
  }
  return results;
}

async function runAt(url: string, name: string, recorded: RecordedCase): Promise<object | string> {
  const { definitionText, definition, roleArn, inputText, inputOmitted, input } = recorded;
  const created = await send(url, 'CreateStateMachine', {
    name,
    definition: definitionText ?? jsonText(definition),
    roleArn,
  });
  if (!created.ok) return `CreateStateMachine: ${created.message}`;
  const started = await send(url, 'StartExecution', {
    stateMachineArn: `${String(created.reply['stateMachineArn'])}#${testCase}`,
    ...(inputOmitted === true ? {} : { input: inputText ?? jsonText(input ?? {}) }),
  });
  if (!started.ok) return `StartExecution: ${started.message}`;
  const { executionArn } = started.reply;
  for (let turn = 0; turn < 200; turn++) {
    const described = await send(url, 'DescribeExecution', { executionArn });
    if (!described.ok) return `DescribeExecution: ${described.message}`;
    const { status, output, error, cause } = described.reply;
    if (status !== 'RUNNING')
      return {
        status,
        output: parsed(output as string | undefined),
        error,
        cause,
        events: await historyOf(url, executionArn),
      };
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
  return 'The execution does not end.';
}

async function historyOf(url: string, executionArn: unknown): Promise<readonly unknown[]> {
  const events: unknown[] = [];
  let nextToken: unknown;
  do {
    const page = await send(url, 'GetExecutionHistory', {
      executionArn,
      maxResults: 1000,
      ...(nextToken === undefined ? {} : { nextToken }),
    });
    if (!page.ok) throw new Error(page.message);
    events.push(...(page.reply['events'] as unknown[]));
    nextToken = page.reply['nextToken'];
  } while (nextToken !== undefined);
  return events;
}
