import { RawClient } from './rawClient';
import { startOurs, type Running } from './servers';

const role = 'arn:aws:iam::123456789012:role/r';
const base = 'arn:aws:states:us-east-1:123456789012';

/** Waits a little, has somebody work, waits again. */
const definition = JSON.stringify({
  StartAt: 'Before',
  States: {
    Before: { Type: 'Wait', SecondsPath: '$.wait', Next: 'Work' },
    Work: { Type: 'Task', Resource: `${base}:activity:work`, ResultPath: '$.done', Next: 'Call' },
    Call: {
      Type: 'Task',
      Resource: 'arn:aws:states:::lambda:invoke',
      Parameters: { FunctionName: 'f' },
      Next: 'After',
    },
    After: { Type: 'Pass', End: true },
  },
});

interface Event {
  readonly id: number;
  readonly type: string;
}

export interface KillFindings {
  readonly accepted: number;
  /** Executions whose start was answered and that are not there, or never end. */
  readonly lost: number;
  /** Histories that do not go on where they were seen before. */
  readonly repeated: number;
}

/** Ends the endpoint with SIGKILL at random moments while executions go on, and looks what became of those it had accepted. */
export async function killRounds(data: string, rounds: number, executions = 100): Promise<KillFindings> {
  let [accepted, lost, repeated] = [0, 0, 0];
  for (let round = 0; round < rounds; round++) {
    let running = await startOurs(data, 'scaled:10');
    const seen = await until(running, round, executions);
    await running.end('SIGKILL');
    running = await startOurs(data, 'scaled:10');
    const found = await after(running, seen);
    accepted += seen.size;
    lost += found.lost;
    repeated += found.repeated;
    await running.end('SIGKILL');
  }
  return { accepted, lost, repeated };
}

type Seen = Map<string, readonly Event[]>;

/** Starts executions and works on them until the endpoint is ended; the histories that were seen of those it accepted. */
async function until({ url, process: child }: Running, round: number, executions: number): Promise<Seen> {
  const client = new RawClient(url);
  const seen: Seen = new Map();
  await client.call('CreateActivity', { name: 'work' });
  const { stateMachineArn } = await client.call('CreateStateMachine', { name: 'kill', definition, roleArn: role });
  let isOver = false;
  // Whatever is under way when the endpoint dies was not answered, and may be lost.
  const forgiving = async (work: () => Promise<void>): Promise<void> => {
    await work().catch((problem: unknown) => {
      if (!isOver) throw problem;
    });
  };
  const start = async (from: number): Promise<void> => {
    for (let i = from; i < executions && !isOver; i += 4) {
      const asked = { stateMachineArn, name: `r${round}-${i}`, input: JSON.stringify({ wait: i % 3 }) };
      const { executionArn } = await client.call('StartExecution', asked);
      seen.set(String(executionArn), []);
    }
  };
  const look = async (): Promise<void> => {
    while (!isOver) {
      for (const executionArn of [...seen.keys()]) {
        if (isOver) return;
        const { events } = await client.call('GetExecutionHistory', { executionArn });
        seen.set(executionArn, events as readonly Event[]);
      }
      await new Promise((resolve) => setTimeout(resolve, 1));
    }
  };
  const jobs = [0, 1, 2, 3].map((from) => forgiving(() => start(from)));
  jobs.push(
    forgiving(look),
    forgiving(() => workOn(client, () => isOver)),
  );
  // Anywhere between the first start and the end of the last execution.
  await new Promise((resolve) => setTimeout(resolve, 20 + Math.random() * 400));
  isOver = true;
  child.kill('SIGKILL');
  client.close();
  await Promise.all(jobs);
  return seen;
}

/** Takes tasks of the activity and ends them. */
async function workOn(client: RawClient, isOver: () => boolean): Promise<void> {
  while (!isOver()) {
    const { taskToken } = await client.call('GetActivityTask', { activityArn: `${base}:activity:work` });
    if (taskToken === undefined) continue;
    await client.call('SendTaskSuccess', { taskToken, output: '"done"' }).catch((problem: unknown) => {
      // The task of an execution that somebody stopped.
      if (!String(problem).includes('TaskTimedOut')) throw problem;
    });
  }
}

/** What became of the executions: all have to be there, to go on where they were, and to end. */
async function after({ url }: Running, seen: Seen): Promise<Pick<KillFindings, 'lost' | 'repeated'>> {
  const client = new RawClient(url);
  let [lost, repeated, isOver] = [0, 0, false];
  // A task that was handed out before its worker died with the endpoint is ended by hand: its worker is gone.
  for (const executionArn of seen.keys()) {
    const { events = [] } = await client
      .call('GetExecutionHistory', { executionArn })
      .catch(() => ({ events: undefined }));
    const now = events as readonly Event[];
    if (now.length === 0) lost++;
    const before = seen.get(executionArn) ?? [];
    if (JSON.stringify(now.slice(0, before.length)) !== JSON.stringify(before)) repeated++;
    const taken =
      now.some(({ type }) => type === 'ActivityStarted') && !now.some(({ type }) => type === 'ActivitySucceeded');
    if (taken) await client.call('StopExecution', { executionArn });
  }
  const working = workOn(client, () => isOver).catch(() => undefined);
  for (const executionArn of seen.keys()) {
    const deadline = performance.now() + 20_000;
    let ended = false;
    while (!ended && performance.now() < deadline) {
      const { status } = await client.call('DescribeExecution', { executionArn }).catch(() => ({ status: 'LOST' }));
      ended = status !== 'RUNNING';
      if (!ended) await new Promise((resolve) => setTimeout(resolve, 5));
    }
    if (!ended) lost++;
    const { events = [] } = await client
      .call('GetExecutionHistory', { executionArn })
      .catch(() => ({ events: undefined }));
    const types = (events as readonly Event[]).map(({ type }) => type);
    // Each event of the two tasks stands there once.
    for (const type of ['ActivitySucceeded', 'TaskScheduled', 'TaskSucceeded', 'ExecutionSucceeded'])
      if (types.filter((one) => one === type).length > 1) repeated++;
  }
  isOver = true;
  client.close();
  await working;
  return { lost, repeated };
}
