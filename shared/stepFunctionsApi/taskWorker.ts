import { isObject, jsonText, own, randomUuid, seededRandom } from '../base/index';
import {
  mockWorker,
  readMockTestCase,
  stubWorker,
  type Asked,
  type Carried,
  type LiveExecution,
  type TaskAnswer,
  type Worker,
} from '../simulator/index';
import type { TaskRequest } from '../states/index';
import { ApiError } from './apiError';
import type { ApiState } from './apiState';
import { newExecution } from './newExecution';
import type { ExecutionRecord } from './records';
import { activityToken, type TaskDesk } from './taskDesk';

type AskedTask = Extract<Asked, { readonly kind: 'invoke' }>;

/**
 * Who does the tasks of one execution: its test case first, then whoever the settings name, then what the endpoint has
 * itself (activities, callbacks, executions of other machines), and a stub at last.
 */
export class TaskWorker {
  private readonly stub: Worker;
  private readonly mocked: Worker | undefined;
  /** What the test case answers; counted from the first task, also those before a restart. */
  private readonly answers = new Map<number, TaskAnswer>();
  private readonly tokens: string[] = [];

  constructor(
    private readonly state: ApiState,
    private readonly record: ExecutionRecord,
    private readonly desk: TaskDesk,
    private readonly begin: (nested: ExecutionRecord) => void,
  ) {
    this.stub = stubWorker(record.seed);
    this.mocked = mockedBy(state, record);
  }

  /** A task is asked for; also when the execution is made again. */
  asked({ id, request }: AskedTask, live: LiveExecution): void {
    const token = this.tokenOf(id, request);
    if (token !== undefined) {
      this.tokens.push(token);
      this.desk.add(token, { live, id });
    }
    const mocked = this.mocked?.(request);
    if (mocked !== undefined && !(mocked instanceof Promise) && mocked !== noMock) this.answers.set(id, mocked);
  }

  carryOut({ id, request }: AskedTask, live: LiveExecution): Carried | undefined | Promise<Carried> {
    const mocked = this.answers.get(id);
    if (mocked !== undefined) return { kind: 'task', answer: mocked };
    const outside = this.state.settings.worker?.(request);
    if (outside !== undefined) return outside.then((answer) => ({ kind: 'task', answer, ...waiting(request, answer) }));
    if (request.resourceType === 'activity') {
      const token = activityToken(this.record.name, this.record.seed, id);
      this.desk.offer({ live, id, token, request });
      return undefined;
    }
    if (request.resourceType === 'states' && request.action.startsWith('startExecution'))
      return this.nested(id, request);
    return this.stubbed(request);
  }

  /** The execution has ended: nothing is answered any more. */
  ended(): void {
    for (const token of this.tokens) this.desk.remove(token);
  }

  private tokenOf(id: number, { resourceType, pattern, taskToken }: TaskRequest): string | undefined {
    if (resourceType === 'activity') return activityToken(this.record.name, this.record.seed, id);
    return pattern === 'waitForTaskToken' ? taskToken : undefined;
  }

  private stubbed(request: TaskRequest): Carried {
    const answer = this.stub(request);
    if (answer instanceof Promise) throw new Error('A stub answers at once.');
    if (request.pattern !== 'waitForTaskToken') return { kind: 'task', answer };
    // The outcome is told by SendTaskSuccess or SendTaskFailure.
    return {
      kind: 'task',
      answer: answer.submitted === undefined ? {} : { submitted: answer.submitted },
      outside: true,
    };
  }

  /** Starts an execution of another machine here. */
  private nested(id: number, request: TaskRequest): Carried {
    const parameters = isObject(request.parameters) ? request.parameters : {};
    const input = own(parameters, 'Input') ?? {};
    const name = own(parameters, 'Name');
    const startedBy = request.pattern === 'sync' ? { arn: this.record.arn, id, action: request.action } : undefined;
    let record: ExecutionRecord;
    try {
      const asked = {
        stateMachineArn: String(own(parameters, 'StateMachineArn')),
        input: typeof input === 'string' ? input : jsonText(input),
        // The same name when the task is asked for again after a restart.
        name: typeof name === 'string' ? name : randomUuid(seededRandom((this.record.seed * 31 + id) >>> 0)),
      };
      const made = newExecution(this.state, asked, Math.max(request.time, this.state.now()));
      record = { ...(made.running ?? made.record), ...(startedBy === undefined ? {} : { startedBy }) };
      // Known before this task is answered: whoever waits for it must find it after a restart.
      if (record.type === 'STANDARD') this.state.executions.put(record.arn, record);
      // Begun after this task was answered: its end comes behind the fact that it was started.
      if (made.running === undefined)
        void Promise.resolve().then(() => {
          this.begin(record);
        });
    } catch (problem) {
      if (!(problem instanceof ApiError)) throw problem;
      const error = `StepFunctions.${problem.code.replace(/Exception$/, '')}Exception`;
      return { kind: 'task', answer: { outcome: { kind: 'failure', error, cause: problem.message } } };
    }
    const started = { ExecutionArn: record.arn, StartDate: record.startTime };
    if (request.pattern === 'requestResponse')
      return { kind: 'task', answer: { outcome: { kind: 'success', output: started } } };
    return { kind: 'task', answer: { submitted: started }, outside: true };
  }
}

/** A callback whose call was taken still waits for its outcome. */
function waiting({ pattern }: TaskRequest, answer: TaskAnswer): { readonly outside?: true } {
  return pattern === 'waitForTaskToken' && answer.outcome === undefined ? { outside: true } : {};
}

/** Stands for states that the test case says nothing of. */
const noMock: TaskAnswer = {};

function mockedBy({ settings }: ApiState, { testCase, machineArn }: ExecutionRecord): Worker | undefined {
  if (testCase === undefined || settings.mocks === undefined) return undefined;
  const read = readMockTestCase(settings.mocks, machineArn.split(':').at(-1) ?? '', testCase);
  return read.ok ? mockWorker(read.value, () => noMock) : undefined;
}
