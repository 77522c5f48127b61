import { describe, expect, it } from 'vitest';
import type { JsonObject } from '../base/json';
import { defaultPrices } from '../cost/prices';
import { estimateRun } from '../cost/estimate';
import { costBasis } from '../cost/costBasis';
import { foldHistory } from '../history/fold';
import { services } from '../services/registry';
import { typicalDuration } from '../services/durations';
import { parseDocument } from '../workflow/parse';
import type { WorkflowDocument } from '../workflow/document';
import { carryOut } from './carryOut';
import { usualChances, type ChanceOutcome } from './chances';
import { taskDurations, timedTasks } from './durations';
import { runManyTimes } from './manyRuns';
import type { TaskMocks } from './mocks';
import { requestFor, type RunRequest } from './request';
import { judge, readTests, testOf } from './workflowTest';

const glue = 'arn:aws:states:::glue:startJobRun.sync';
const bedrock = 'arn:aws:states:::bedrock:invokeModel';
const lambda = 'arn:aws:states:::lambda:invoke';

function documentOf(definition: JsonObject, sidecar: JsonObject = {}): WorkflowDocument {
  const text = JSON.stringify(definition);
  const parsed = parseDocument({ text, format: 'json', sidecar: JSON.stringify({ version: 1, ...sidecar }) });
  if (!parsed.ok) throw new Error(parsed.problem.message);
  return parsed.value.document;
}

const oneTask = (state: JsonObject, machine: JsonObject = {}): JsonObject => ({
  ...machine,
  StartAt: 'Work',
  States: { Work: { Type: 'Task', Resource: glue, Parameters: { JobName: 'j' }, ...state, End: true } },
});

interface How {
  readonly mocks?: TaskMocks;
  readonly type?: 'STANDARD' | 'EXPRESS';
  readonly sidecar?: JsonObject;
}

function requestOf(definition: JsonObject, { mocks = {}, type = 'STANDARD', sidecar = {} }: How = {}): RunRequest {
  const document = documentOf(definition, sidecar);
  const durations = taskDurations(document);
  const settings = { inputText: '{}', seed: 1, type, mocks, durations };
  return requestFor(document, settings, { name: 'w', startTime: 0 });
}

async function run(request: RunRequest) {
  const ended = await carryOut(request);
  if (!ended.ok) throw new Error(ended.problem);
  const view = foldHistory(ended.value.events);
  return { view, status: view.status, error: view.error, ms: (view.stopTime ?? 0) - (view.startTime ?? 0) };
}

const step = (seconds: number, name = 'Work') => ({ assumptions: { [`/States/${name}`]: { seconds } } });

describe('what a call typically takes', () => {
  it.each([
    [glue, 180],
    [lambda, 0.2],
    ['arn:aws:lambda:us-east-1:123456789012:function:f', 0.2],
    ['${FunctionArn}', 0.2],
    ['arn:aws:states:::ecs:runTask.sync', 90],
    ['arn:aws:states:::batch:submitJob.sync', 180],
    ['arn:aws:states:::sagemaker:createTrainingJob.sync', 900],
    ['arn:aws:states:::sagemaker:createProcessingJob.sync', 480],
    ['arn:aws:states:::sagemaker:createTransformJob.sync', 600],
    ['arn:aws:states:::sagemaker:createHyperParameterTuningJob.sync', 3600],
    ['arn:aws:states:::athena:startQueryExecution.sync', 6],
    ['arn:aws:states:::elasticmapreduce:addStep.sync', 600],
    ['arn:aws:states:::emr-serverless:startJobRun.sync', 240],
    ['arn:aws:states:::codebuild:startBuild.sync', 120],
    ['arn:aws:states:::bedrock:invokeModel', 3],
    ['arn:aws:states:::dynamodb:getItem', 0.02],
    ['arn:aws:states:::sqs:sendMessage', 0.05],
    ['arn:aws:states:::sns:publish', 0.05],
    ['arn:aws:states:::events:putEvents', 0.05],
    ['arn:aws:states:::http:invoke', 0.5],
    ['arn:aws:states:::states:startExecution.sync', 10],
    ['arn:aws:states:::states:startExecution.sync:2', 10],
    ['arn:aws:states:::sqs:sendMessage.waitForTaskToken', 300],
    // Only the call that starts it.
    ['arn:aws:states:::glue:startJobRun', 0.2],
    ['arn:aws:states:::aws-sdk:textract:detectDocumentText', 0.2],
  ])('%s: %d s', (resource, seconds) => {
    expect(typicalDuration(resource).seconds).toBe(seconds);
  });

  it('lies within its spread, for every action and pattern, and says who says so', () => {
    const resources = services.flatMap(({ actions }) => actions.flatMap((action) => Object.values(action.resources)));
    expect(resources.length).toBeGreaterThan(100);
    for (const resource of resources) {
      const { least, seconds, most, source } = typicalDuration(resource);
      expect([resource, least < seconds && seconds < most && least > 0, source !== '']).toEqual([resource, true, true]);
    }
  });
});

describe('the durations of a run', () => {
  it('are those of the services, the same in every run', async () => {
    const request = requestOf(oneTask({}));
    expect([(await run(request)).ms, (await run(request)).ms]).toEqual([180_000, 180_000]);
  });

  it('give way to the delay of a mock and to what the person set', async () => {
    const mocks = { Work: { kind: 'succeed', output: {}, delaySeconds: 7 } } as const;
    expect((await run(requestOf(oneTask({}), { mocks }))).ms).toBe(7000);
    expect((await run(requestOf(oneTask({}), { mocks: { Work: { kind: 'stub' } }, sidecar: step(42) }))).ms).toBe(
      42_000,
    );
    expect((await run(requestOf(oneTask({}), { sidecar: step(0) }))).ms).toBe(0);
  });

  it('of a job that fails are its own, of a call that is refused those of a call', async () => {
    const fail = (error: string) => ({ mocks: { Work: { kind: 'fail', error, cause: '' } } as const });
    expect((await run(requestOf(oneTask({}), fail('States.TaskFailed')))).ms).toBe(180_000);
    expect((await run(requestOf(oneTask({}), fail('Glue.ConcurrentRunsExceededException')))).ms).toBe(200);
  });

  it.each<[string, JsonObject, How, number]>([
    ['TimeoutSeconds of the state', oneTask({ TimeoutSeconds: 60 }), {}, 54_000],
    ['its heartbeat', oneTask({ TimeoutSeconds: 60, HeartbeatSeconds: 10 }), {}, 9000],
    ['TimeoutSeconds of the machine', oneTask({}, { TimeoutSeconds: 100 }), {}, 50_000],
  ])('stay below %s while they are assumed', async (_what, definition, how, ms) => {
    expect(await run(requestOf(definition, how))).toMatchObject({ status: 'SUCCEEDED', ms });
  });

  it('make no Express execution last five minutes, however many tasks it has', async () => {
    const names = Array.from({ length: 150 }, (_, index) => `T${index}`);
    const States = Object.fromEntries(
      names.map((name, index) => {
        const next = names[index + 1];
        return [name, { Type: 'Task', Resource: bedrock, Parameters: {}, ...(next ? { Next: next } : { End: true }) }];
      }),
    );
    const { status, ms } = await run(requestOf({ StartAt: 'T0', States }, { type: 'EXPRESS' }));
    expect(status).toBe('SUCCEEDED');
    // At 3 s each they would take 450 s.
    expect(ms).toBeLessThan(300_000);
  });

  it('that a person set may run into a timeout', async () => {
    const set = { sidecar: step(90) };
    expect(await run(requestOf(oneTask({ TimeoutSeconds: 60 }), set))).toMatchObject({ error: 'States.Timeout' });
  });

  it('are none in a request of an earlier version', async () => {
    const { durations: _none, ...earlier } = requestOf(oneTask({}));
    expect((await run(earlier)).ms).toBe(0);
  });

  it('take over what an earlier version assumed for the bill, where the state waits for the job', async () => {
    const sidecar = { assumptions: { '/States/Work': { jobMinutes: 20, dpu: 4 } } };
    expect((await run(requestOf(oneTask({}), { sidecar }))).ms).toBe(1_200_000);
    expect((await run(requestOf(oneTask({ Resource: glue.replace('.sync', '') }), { sidecar }))).ms).toBe(200);
    const [task] = timedTasks(documentOf(oneTask({}), sidecar));
    expect([task?.with(30), task?.with(null)]).toEqual([{ dpu: 4, seconds: 30 }, { dpu: 4 }]);
  });

  it('are what the bill goes by', async () => {
    const definition = oneTask({ Parameters: { JobName: 'j', WorkerType: 'G.1X', NumberOfWorkers: 10 } });
    const bill = async (sidecar: JsonObject) => {
      const document = documentOf(definition, sidecar);
      const { view } = await run(requestOf(definition, { sidecar }));
      return estimateRun(costBasis(document, 'STANDARD', defaultPrices), view).steps[0]?.usd;
    };
    // 10 DPU for 3 minutes and for an hour, at 0.44 an hour.
    expect(await bill({})).toBeCloseTo(0.22, 8);
    expect(await bill(step(3600))).toBeCloseTo(4.4, 8);
    // The run time that the bill once had for itself changes nothing beside it.
    expect(await bill({ assumptions: { '/States/Work': { seconds: 3600, jobMinutes: 5 } } })).toBeCloseTo(4.4, 8);
  });
});

describe('the durations of chances', () => {
  async function outcomes(sidecar: JsonObject = {}, state: JsonObject = {}): Promise<readonly ChanceOutcome[]> {
    const definition = oneTask(state);
    const document = documentOf(definition, sidecar);
    const [task] = timedTasks(document);
    if (!task) throw new Error('no task');
    const chances = { Work: { ...usualChances(task, 'Broken'), failureRate: 0 } };
    const found: ChanceOutcome[] = [];
    const cost = costBasis(document, 'STANDARD', defaultPrices);
    const asked = { request: requestOf(definition, { sidecar }), chances, firstSeed: 1, count: 400, cost };
    const done = await runManyTimes(asked, (some) => found.push(...some));
    if (!done.ok) throw new Error(done.problem);
    return found.toSorted((a, b) => a.duration - b.duration);
  }
  const median = (sorted: readonly ChanceOutcome[]) => (sorted[Math.floor(sorted.length / 2)]?.duration ?? 0) / 1000;

  it('are spread around the duration that the timeline has', async () => {
    const found = await outcomes();
    expect(Math.abs(median(found) - 180)).toBeLessThan(30);
    expect(found[0]?.duration).toBeGreaterThanOrEqual(60_000);
    expect(found.at(-1)?.duration).toBeLessThanOrEqual(900_000);
    expect(Math.abs(median(await outcomes(step(3600))) - 3600)).toBeLessThan(600);
  });

  it('fail no state by its timeout while they are assumed', async () => {
    const found = await outcomes({}, { TimeoutSeconds: 100 });
    expect(new Set(found.map(({ status }) => status))).toEqual(new Set(['SUCCEEDED']));
  });
});

describe('a test', () => {
  const sleepy = (name: string, Resource: string) => ({
    StartAt: name,
    States: {
      [name]: { Type: 'Task', Resource, Parameters: {}, Next: `${name} done` },
      [`${name} done`]: { Type: 'Succeed' },
    },
  });
  const definition: JsonObject = {
    StartAt: 'Both',
    States: { Both: { Type: 'Parallel', Branches: [sleepy('Slow', glue), sleepy('Fast', lambda)], End: true } },
  };

  it('keeps the durations of its run, by which the order of its path is', async () => {
    const request = requestOf(definition);
    const test = testOf('t', request, (await run(request)).view);
    expect(test.expected.path).toEqual(['Both', 'Slow', 'Fast', 'Fast done', 'Slow done']);
    const [read] = readTests([JSON.parse(JSON.stringify(test)) as JsonObject]);
    if (!read) throw new Error('unread');
    expect(read).toEqual(test);
    const again = await run(requestFor(documentOf(definition, step(0.1, 'Both')), read, { name: 'w', startTime: 0 }));
    expect(await judge(read, again.view)).toEqual([]);
  });

  it('of an earlier version has none', async () => {
    const { durations: _none, ...earlier } = testOf('t', requestOf(definition), foldHistory([]));
    const [read] = readTests([earlier]);
    if (!read) throw new Error('unread');
    expect((await run(requestFor(documentOf(definition), read, { name: 'w', startTime: 0 }))).ms).toBe(0);
  });
});
