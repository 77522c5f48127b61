import { randomUuid, seededRandom } from '../base/index';
import type { LiveExecution } from '../simulator/index';
import type { TaskRequest } from '../states/index';
import { ApiError } from './apiError';
import type { ApiState } from './apiState';
import { invalidToken } from './paging';
import { jsonText } from '../base/index';

/** A task that somebody outside answers. */
interface OpenTask {
  readonly live: LiveExecution;
  readonly id: number;
}

interface WaitingTask extends OpenTask {
  readonly token: string;
  readonly request: TaskRequest;
}

/** What a worker gets. */
interface Taken {
  readonly token: string;
  readonly input: string;
}

type Poller = (taken: WaitingTask | undefined) => void;

/** The form of every token that is handed out: the execution's name, a number, a UUID. */
const tokenForm = /-a?\d+-[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;

/** Where tasks wait for somebody outside: under their tokens, and those of activities for a worker who takes them. */
export class TaskDesk {
  private readonly open = new Map<string, OpenTask>();
  private readonly queues = new Map<string, WaitingTask[]>();
  private readonly pollers = new Map<string, Set<Poller>>();

  constructor(private readonly state: ApiState) {}

  /** A task can be answered under a token from now on. */
  add(token: string, task: OpenTask): void {
    this.open.set(token, task);
  }

  remove(token: string): void {
    this.open.delete(token);
  }

  /** A task of an activity waits until a worker asks for it. */
  offer(task: WaitingTask): void {
    const activity = task.request.resource;
    for (const poller of this.pollers.get(activity) ?? []) {
      poller(task);
      return;
    }
    const queue = this.queues.get(activity);
    if (queue === undefined) this.queues.set(activity, [task]);
    else queue.push(task);
  }

  /**
   * GetActivityTask: the next task of an activity, or undefined when none comes in time.
   * @param gone calls back when nobody waits for the answer any more
   * @throws ApiError ActivityWorkerLimitExceeded
   */
  take(activity: string, workerName: string | undefined, gone: (work: () => void) => void): Promise<Taken | undefined> {
    const taken = async (task: WaitingTask | undefined): Promise<Taken | undefined> => {
      if (task === undefined) return undefined;
      await task.live.report(task.id, { kind: 'started', ...(workerName === undefined ? {} : { workerName }) });
      return { token: task.token, input: jsonText(task.request.input) };
    };
    const next = this.nextIn(activity);
    if (next !== undefined) return taken(next);
    const pollers = this.pollersOf(activity);
    if (pollers.size >= this.state.limits.activityPollers)
      throw new ApiError('ActivityWorkerLimitExceeded', `Activity Worker Limit Exceeded: '${activity}'`);
    return new Promise((resolve) => {
      const poller: Poller = (task) => {
        pollers.delete(poller);
        endWait();
        resolve(taken(task));
      };
      const endWait = this.state.settings.after(this.state.limits.pollMs, () => {
        poller(undefined);
      });
      pollers.add(poller);
      gone(() => {
        if (pollers.has(poller)) poller(undefined);
      });
    });
  }

  /**
   * The task under a token.
   * @throws ApiError InvalidToken where it is none, TaskTimedOut where it waits no more
   */
  task(token: string): OpenTask {
    const task = this.open.get(token);
    if (task?.live.isWaiting(task.id)) return task;
    if (!tokenForm.test(token)) throw invalidToken();
    const why = "'Provided task does not exist anymore'";
    throw task === undefined && !this.knows(token)
      ? new ApiError('TaskDoesNotExist', `Task Does Not Exist: ${why}`)
      : new ApiError('TaskTimedOut', `Task Timed Out: ${why}`);
  }

  /** Whether the token may have been that of a task of an execution that is remembered. */
  private knows(token: string): boolean {
    const name = token.replace(tokenForm, '');
    for (const execution of this.state.executions.values()) if (execution.name === name) return true;
    return false;
  }

  private nextIn(activity: string): WaitingTask | undefined {
    const queue = this.queues.get(activity) ?? [];
    for (let task = queue.shift(); task !== undefined; task = queue.shift())
      if (task.live.isWaiting(task.id)) return task;
    this.queues.delete(activity);
    return undefined;
  }

  private pollersOf(activity: string): Set<Poller> {
    let pollers = this.pollers.get(activity);
    if (pollers === undefined) this.pollers.set(activity, (pollers = new Set()));
    return pollers;
  }
}

/** The token of an activity's task: the same when the execution is made again from its journal. */
export function activityToken(executionName: string, seed: number, id: number): string {
  return `${executionName}-a${id}-${randomUuid(seededRandom((seed * 31 + id) >>> 0))}`;
}
