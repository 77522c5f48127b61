import type { JsonValue } from '../base/index';
import { ApiError } from './apiError';
import { ApiState } from './apiState';
import type { Call, Handlers } from './call';
import { checkRequest } from './checkRequest';
import { activities } from './operations/activities';
import { aliases } from './operations/aliases';
import { checks } from './operations/checks';
import { executions } from './operations/executions';
import { histories } from './operations/histories';
import { mapRuns } from './operations/mapRuns';
import { stateMachines } from './operations/stateMachines';
import { tags } from './operations/tags';
import { tasks } from './operations/tasks';
import { versions } from './operations/versions';
import { listedExecution } from './describedExecution';
import { historyText } from '../runs/index';
import { RunningExecutions } from './runningExecutions';
import type { ApiSettings } from './settings';
import { operations } from './table';
import type { ApiShape, OperationName } from './types';

const handlers: Handlers = {
  ...activities,
  ...aliases,
  ...checks,
  ...executions,
  ...histories,
  ...mapRuns,
  ...stateMachines,
  ...tags,
  ...tasks,
  ...versions,
};

/** Who calls. */
export interface Caller {
  readonly region: string;
  /** Calls back when the caller has hung up. */
  gone(work: () => void): void;
}

/** The API of Step Functions over the simulator: what is sent and answered is the JSON of the wire. */
export class StepFunctionsApi {
  private readonly state: ApiState;
  private readonly running: RunningExecutions;

  constructor(private readonly settings: ApiSettings) {
    this.state = new ApiState(settings);
    this.running = new RunningExecutions(this.state);
  }

  /** Goes on with the executions that had not ended when the process did. */
  resume(): Promise<void> {
    return this.running.resume();
  }

  /**
   * Carries an operation out.
   * @throws ApiError what AWS would answer instead
   */
  call(operation: string, sent: JsonValue, caller: Caller): unknown {
    if (!Object.hasOwn(operations, operation)) throw new ApiError('UnknownOperationException', '');
    const name = operation as OperationName;
    const request = checkRequest(name, sent);
    const fault = this.settings.faults?.[name];
    if (fault !== undefined) throw new ApiError(fault, `${fault} was asked for.`);
    const call: Call = { ...caller, state: this.state, running: this.running };
    return (handlers[name] as (call: Call, request: unknown) => unknown)(call, request);
  }

  /** What there is, in numbers. */
  figures(): { readonly stateMachines: number; readonly executions: number; readonly running: number } {
    return {
      stateMachines: this.state.machines.size,
      executions: this.state.executions.size,
      running: this.running.size,
    };
  }

  /** The executions that were started last, for a list that a person looks at. */
  latest(most: number): readonly ApiShape<'ExecutionListItem'>[] {
    return [...this.state.executions.values()].slice(-most).reverse().map(listedExecution);
  }

  /**
   * The history of an execution in the form of get-execution-history, to be opened in the designer.
   * @throws ApiError
   */
  historyText(executionArn: string): string {
    return historyText(this.running.events(executionArn));
  }

  /** Stops all that wakes by itself; executions go on when another one is made over the same records. */
  close(): void {
    this.running.abandon();
  }
}
