import { type JsonObject, type JsonValue, isObject, jsonText, own } from '../../base/index';
import type { TaskRequest } from '../../states/index';
import type { Program } from '../compile';
import { Simulation, type ExecutionResult } from '../simulation';
import type { ObjectStore, TaskAnswer, Worker } from '../worker';

export interface NestedHost {
  /** The program of a state machine by its ARN or name; undefined when there is none. */
  program(stateMachine: string): Program | undefined;
  /** Does the tasks of the nested executions. */
  readonly worker: Worker;
  readonly seed?: number;
  /** Objects of S3 for the nested executions. */
  readonly store?: ObjectStore;
  /** Told each execution that a task of the parent started when it has ended, with that task. */
  readonly onEnded?: (result: ExecutionResult, request: TaskRequest) => void;
}

/** What is told of an execution to the one that started it. */
type NestedResult = Omit<ExecutionResult, 'events' | 'mapRuns' | 'settings'> & {
  readonly settings: Pick<ExecutionResult['settings'], 'executionArn' | 'executionName' | 'stateMachineArn'>;
};

/** The executions that were started by name: AWS keeps a name taken after its execution has ended. */
type Started = Map<string, ExecutionResult>;

/**
 * Runs `states:startExecution`, `.sync` and `.sync:2` as executions of the simulator, in their own histories, from the
 * time at which the parent starts them; every other task goes to another worker. The answer comes after as much time as
 * the nested execution took. Make one for each run: it remembers the names of what it started. What nested executions start
 * in their turn is run as well where its program is there.
 */
export function nestedWorker(host: NestedHost, others: Worker): Worker {
  const started: Started = new Map();
  const { onEnded: _ofParentAlone, ...hostInside } = host;
  const inside: Worker = (request) =>
    isNested(request) && host.program(stateMachineOf(request)) !== undefined
      ? runNested(hostInside, inside, started, request)
      : host.worker(request);
  return (request) => (isNested(request) ? runNested(host, inside, started, request) : others(request));
}

function isNested(request: TaskRequest): boolean {
  return request.resourceType === 'states' && request.action.startsWith('startExecution');
}

function stateMachineOf({ parameters }: TaskRequest): string {
  return String(isObject(parameters) ? own(parameters, 'StateMachineArn') : undefined);
}

async function runNested(
  host: NestedHost,
  inside: Worker,
  started: Started,
  request: TaskRequest,
): Promise<TaskAnswer> {
  const parameters: JsonObject = isObject(request.parameters) ? request.parameters : {};
  const stateMachine = stateMachineOf(request);
  const program = host.program(stateMachine);
  if (program === undefined) {
    return failed('StepFunctions.StateMachineDoesNotExistException', `State Machine Does Not Exist: '${stateMachine}'`);
  }
  const given = own(parameters, 'Input') ?? {};
  const inputText = typeof given === 'string' ? given : jsonText(given);
  const name = own(parameters, 'Name');
  const key = typeof name === 'string' ? `${stateMachine}:${name}` : undefined;
  const earlier = key === undefined ? undefined : started.get(key);
  if (earlier !== undefined) return startedAgain(request, earlier, inputText);
  const simulation = Simulation.create(program, {
    inputText,
    settings: {
      ...settingsOf(stateMachine),
      ...(typeof name === 'string' ? { executionName: name } : {}),
    },
    seed: host.seed ?? 1,
    startTime: request.time,
    worker: inside,
    ...(host.store ? { store: host.store } : {}),
  });
  const result = await simulation.runToEnd();
  if (key !== undefined) started.set(key, result);
  host.onEnded?.(result, request);
  return nestedAnswer(request, result);
}

/** The parts of a state machine's ARN; a name stands for itself. */
function settingsOf(stateMachine: string): {
  readonly stateMachineName: string;
  readonly partition?: string;
  readonly region?: string;
  readonly accountId?: string;
} {
  const [, partition, , region, accountId, , name] = stateMachine.split(':');
  if (!partition || !region || !accountId || name === undefined)
    return { stateMachineName: stateMachine.slice(stateMachine.lastIndexOf(':') + 1) };
  return { partition, region, accountId, stateMachineName: name };
}

/**
 * StartExecution with a name that was taken: the same execution while it runs on the same input, a refusal otherwise.
 * Source: AWS API reference, StartExecution, idempotency of Standard workflows.
 */
function startedAgain(request: TaskRequest, earlier: ExecutionResult, inputText: string): TaskAnswer {
  const runs = earlier.stopTime === undefined || request.time < earlier.stopTime;
  if (runs && earlier.inputText === inputText) return nestedAnswer(request, earlier);
  return failed(
    'StepFunctions.ExecutionAlreadyExistsException',
    `Execution Already Exists: '${earlier.settings.executionArn}'`,
  );
}

/** What `states:startExecution` answers of an execution that has ended, in the form of the action. */
export function nestedAnswer(
  request: Pick<TaskRequest, 'pattern' | 'action' | 'time'>,
  result: NestedResult,
): TaskAnswer {
  const { executionArn } = result.settings;
  const started = { ExecutionArn: executionArn, StartDate: result.startTime };
  if (request.pattern === 'requestResponse') return { outcome: { kind: 'success', output: started } };
  const description = describe(result, request.action.endsWith('.sync:2'));
  const answer = { submitted: started, delayMs: (result.stopTime ?? request.time) - request.time };
  if (result.status === 'SUCCEEDED') return { ...answer, outcome: { kind: 'success', output: description } };
  return { ...answer, outcome: { kind: 'failure', error: 'States.TaskFailed', cause: jsonText(description) } };
}

/** DescribeExecution in the names of the integration; `.sync` gives input and output as text, `.sync:2` as JSON. */
function describe(result: NestedResult, asJson: boolean): JsonObject {
  const data = (text: string): JsonValue => (asJson ? (JSON.parse(text) as JsonValue) : text);
  return {
    ExecutionArn: result.settings.executionArn,
    Input: data(result.inputText),
    InputDetails: { Included: true },
    Name: result.settings.executionName,
    ...(result.outputText === undefined ? {} : { Output: data(result.outputText), OutputDetails: { Included: true } }),
    ...(result.error === undefined ? {} : { Error: result.error }),
    ...(result.cause === undefined ? {} : { Cause: result.cause }),
    RedriveCount: result.redriveCount,
    RedriveStatus: result.redriveStatus,
    StartDate: result.startTime,
    StateMachineArn: result.settings.stateMachineArn,
    Status: result.status,
    ...(result.stopTime === undefined ? {} : { StopDate: result.stopTime }),
  };
}

function failed(error: string, cause: string): TaskAnswer {
  return { outcome: { kind: 'failure', error, cause } };
}
