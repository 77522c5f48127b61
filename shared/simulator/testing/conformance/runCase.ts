import { own, type JsonObject, type JsonValue } from '#shared/base/json';
import { jsonText, parseJsonText } from '#shared/base/jsonNumbers';
import { compile } from '#shared/simulator/compile';
import { Simulation, type ExecutionResult } from '#shared/simulator/simulation';
import { StoreProblem, type ObjectStore, type TaskAnswer } from '#shared/simulator/worker';
import type { TaskRequest } from '#shared/states/execution';
import type { RecordedCase, RecordedMock, RecordedSetup } from './caseData';
import { answerAsLambda } from './lambdaHandlers';

/** The time of every run: any will do, since times are redacted in the recordings. */
const startTime = Date.UTC(2024, 0, 2, 3, 4, 5);

/** Runs a recorded case with its recorded answers. Throws what keeps it from running. */
export async function runCase(recorded: RecordedCase): Promise<ExecutionResult> {
  const program = compile(recorded.definitionText ?? recorded.definition);
  if (!program.ok)
    throw new Error(program.problem.map((one) => `${one.code} ${one.at.join('/')}: ${one.message}`).join('; '));
  const simulation = Simulation.create(program.value, {
    inputText: recorded.inputText ?? jsonText(recorded.inputOmitted === true ? {} : (recorded.input ?? {})),
    settings: {
      accountId: '111111111111',
      roleArn: recorded.roleArn,
      type: recorded.stateMachineType,
      stateMachineName: 'state-machine',
      awsAsOf: dayOf(recorded.recordedDate),
    },
    startTime,
    worker: (request) => answer(recorded, request),
    store: storeOf(recorded.setup),
    // Tokens that read as the redacted ones do.
    hooks: {
      refuseTask: (request) => refuse(recorded, request),
      taskTokens: (count) => `<task_token:${String(count)}>`,
    },
  });
  // A recording that was stopped was stopped while it waited: before any time had passed for us.
  if (recorded.expectedStatus === 'ABORTED') {
    await simulation.runToEnd(() => simulation.now > startTime);
    simulation.stop();
  }
  return simulation.runToEnd();
}

function answer(recorded: RecordedCase, request: TaskRequest): TaskAnswer {
  const mock = findMock(recorded, request);
  if (mock !== undefined) {
    const workerName = workerNameOf(recorded, mock);
    return { ...answerOf(mock), ...(workerName === undefined ? {} : { workerName }) };
  }
  const handled = answerAsLambda(recorded.setup, request);
  if (handled !== undefined) return handled;
  throw new Error(
    `No recorded answer for ${request.stateName}, entry ${String(request.entry)}, attempt ${String(request.attempt)}`,
  );
}

/** Who polled for an activity's task was outside AWS: an input of the run, which only the history tells. */
function workerNameOf(recorded: RecordedCase, mock: RecordedMock): string | undefined {
  const started = recorded.expectedEvents?.find(
    (event) => event.type === 'ActivityStarted' && event.previousEventId === mock.scheduledEventId,
  );
  return started === undefined ? undefined : (started.details?.workerName ?? '');
}

/** `21-03-2024, 15:34:54` as `2024-03-21`; the day decides which AWS was recorded. */
function dayOf(recordedDate: string | undefined): string {
  return (recordedDate ?? '31-12-9999').slice(0, 10).split('-').reverse().join('-');
}

/** An activity that nothing was ever scheduled for does not exist any more. */
function refuse(recorded: RecordedCase, request: TaskRequest): string | undefined {
  if (request.resourceType !== 'activity' || findMock(recorded, request) !== undefined) return undefined;
  return `The activity ${request.resource} does not exist.`;
}

function findMock(recorded: RecordedCase, request: TaskRequest): RecordedMock | undefined {
  return recorded.mocks?.find(
    (mock) => mock.state === request.stateName && mock.entry === request.entry && mock.attempt === request.attempt,
  );
}

function answerOf(mock: RecordedMock): TaskAnswer {
  const submitted = mock.submitted === undefined ? {} : { submitted: valueOf(mock.submitted) };
  const { outcome } = mock;
  if (outcome.kind === 'success') {
    const output = 'output' in outcome ? outcome.output : undefined;
    return { ...submitted, outcome: { kind: 'success', output: valueOf(output ?? null) } };
  }
  if (outcome.kind === 'timeout') return submitted;
  const { error, cause, failedEvent } = outcome as { error?: string; cause?: JsonValue; failedEvent?: string };
  return {
    ...submitted,
    outcome: {
      kind: 'failure',
      ...(error === undefined ? {} : { error }),
      ...(cause === undefined ? {} : { cause: typeof cause === 'string' ? cause : jsonText(cause) }),
      ...(failedEvent === 'TaskStartFailed' || failedEvent === 'LambdaFunctionStartFailed'
        ? { stage: 'start' as const }
        : {}),
    },
  };
}

/** Outputs were recorded as text where they did not begin with `{`. */
export function valueOf(recorded: JsonValue): JsonValue {
  if (typeof recorded !== 'string') return recorded;
  try {
    return parseJsonText(recorded);
  } catch {
    return recorded;
  }
}

function storeOf(setup: RecordedSetup | undefined): ObjectStore {
  const objects = setup?.s3Objects ?? [];
  return (request) => {
    const inBucket = objects.filter((one) => own(one, 'Bucket') === request.bucket);
    switch (request.kind) {
      case 'getObject': {
        const found = inBucket.find((one) => own(one, 'Key') === request.key);
        if (found === undefined) throw new StoreProblem('NoSuchKey', 'The specified key does not exist.');
        return bodyOf(found);
      }
      case 'listObjects':
        return inBucket
          .filter((one) => String(own(one, 'Key')).startsWith(request.prefix))
          .map((one) => ({
            Etag: '"00000000000000000000000000000000"',
            Key: String(own(one, 'Key')),
            LastModified: startTime,
            Size: bodyOf(one).length,
            StorageClass: 'STANDARD',
          }));
      case 'putObject':
        return undefined;
    }
  };
}

function bodyOf(object: JsonObject): string {
  const body = own(object, 'Body');
  return typeof body === 'string' ? body : jsonText(body ?? '');
}
