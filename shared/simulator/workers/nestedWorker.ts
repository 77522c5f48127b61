import { type JsonObject, type JsonValue, isObject, jsonText, own } from '../../base/index';
import type { TaskRequest } from '../../states/index';
import type { Program } from '../compile';
import { Simulation, type ExecutionResult } from '../simulation';
import type { TaskAnswer, Worker } from '../worker';

export interface NestedHost {
  /** The program of a state machine by its ARN or name; undefined when there is none. */
  program(stateMachine: string): Program | undefined;
  /** Does the tasks of the nested executions. */
  readonly worker: Worker;
  /** Milliseconds since the epoch. */
  readonly startTime: number;
  readonly seed?: number;
  /** Told each nested execution when it has ended. */
  readonly onEnded?: (result: ExecutionResult) => void;
}

/**
 * Runs `states:startExecution`, `.sync` and `.sync:2` as executions of the simulator, in their own histories; every
 * other task goes to another worker. The answer comes after as much time as the nested execution took.
 */
export function nestedWorker(host: NestedHost, others: Worker): Worker {
  return (request) => (isNested(request) ? runNested(host, request) : others(request));
}

function isNested(request: TaskRequest): boolean {
  return request.resourceType === 'states' && request.action.startsWith('startExecution');
}

async function runNested(host: NestedHost, request: TaskRequest): Promise<TaskAnswer> {
  const parameters: JsonObject = isObject(request.parameters) ? request.parameters : {};
  const stateMachine = String(own(parameters, 'StateMachineArn'));
  const program = host.program(stateMachine);
  if (program === undefined) {
    return failed('StepFunctions.StateMachineDoesNotExistException', `State Machine Does Not Exist: '${stateMachine}'`);
  }
  const input = own(parameters, 'Input') ?? {};
  const name = own(parameters, 'Name');
  const simulation = Simulation.create(program, {
    ...(typeof input === 'string' ? { inputText: input } : { input }),
    settings: {
      stateMachineName: stateMachine.slice(stateMachine.lastIndexOf(':') + 1),
      ...(typeof name === 'string' ? { executionName: name } : {}),
    },
    seed: host.seed ?? 1,
    startTime: host.startTime,
    worker: nestedWorker(host, host.worker),
  });
  const result = await simulation.runToEnd();
  host.onEnded?.(result);
  return answerOf(request, result);
}

function answerOf(request: TaskRequest, result: ExecutionResult): TaskAnswer {
  const { executionArn } = result.settings;
  const started = { ExecutionArn: executionArn, StartDate: result.startTime };
  if (request.pattern === 'requestResponse') return { outcome: { kind: 'success', output: started } };
  const description = describe(result, request.action.endsWith('.sync:2'));
  const answer = { submitted: started, delayMs: (result.stopTime ?? result.startTime) - result.startTime };
  if (result.status === 'SUCCEEDED') return { ...answer, outcome: { kind: 'success', output: description } };
  return { ...answer, outcome: { kind: 'failure', error: 'States.TaskFailed', cause: jsonText(description) } };
}

/** DescribeExecution in the names of the integration; `.sync` gives input and output as text, `.sync:2` as JSON. */
function describe(result: ExecutionResult, asJson: boolean): JsonObject {
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
