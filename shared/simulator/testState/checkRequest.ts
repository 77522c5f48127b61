import {
  type JsonObject,
  type JsonValue,
  type Result,
  fail,
  isArray,
  isObject,
  ok,
  own,
  parseJsonText,
} from '../../base/index';
import type { TaskResults } from '../../services/index';
import { checkContext } from './checkContext';
import { checkMockResult } from './checkMockResult';
import type { ParsedMock, TestStateProblem, TestStateRequest } from './request';

/** A request that can be run. */
export interface CheckedRequest {
  /** A machine with the state in it. */
  readonly machine: JsonObject;
  readonly stateName: string;
  readonly stateType: string;
  readonly language: 'JSONPath' | 'JSONata';
  readonly inputText: string;
  readonly inspectionLevel: 'INFO' | 'DEBUG' | 'TRACE';
  readonly roleArn: string | undefined;
  readonly mock: ParsedMock | undefined;
  readonly context: JsonObject | undefined;
  readonly variables: JsonObject | undefined;
  readonly retriesBefore: number | undefined;
  readonly iterationFailures: number | undefined;
  /** What the item reader reads, as text. */
  readonly itemReaderData: string | undefined;
}

/** The name that AWS gives a state that is tested without a machine. */
const unnamed = 'StateName';

const mockable: ReadonlySet<string> = new Set(['Task', 'Map', 'Parallel']);
const stateTypes = ['Task', 'Wait', 'Pass', 'Succeed', 'Fail', 'Choice', 'Parallel', 'Map'];

/**
 * Checks a TestState call as the API does before it runs anything.
 * @param results the shapes that mocked results of Tasks are held to; without them any result passes
 */
export function checkRequest(
  request: TestStateRequest,
  results: TaskResults | undefined,
): Result<CheckedRequest, TestStateProblem> {
  try {
    return ok(check(request, results));
  } catch (problem) {
    if (problem instanceof Refusal) return fail({ code: problem.code, message: problem.message });
    throw problem;
  }
}

/** Thrown inside the checks only. */
class Refusal {
  constructor(
    readonly code: TestStateProblem['code'],
    readonly message: string,
  ) {}
}

function check(request: TestStateRequest, results: TaskResults | undefined): CheckedRequest {
  if (request.stateName === '') {
    throw new Refusal(
      'ParamValidationError',
      'Parameter validation failed:\nInvalid length for parameter stateName, value: 0, valid min length: 1',
    );
  }
  const definition = parseObject(request.definition, 'InvalidDefinition', 'INVALID_JSON_DESCRIPTION');
  const whole = own(definition, 'States') !== undefined;
  const stateName = request.stateName ?? (whole ? String(own(definition, 'StartAt')) : unnamed);
  const machine: JsonObject = whole ? definition : { StartAt: unnamed, States: { [unnamed]: definition } };
  const scope = findScope(machine, stateName);
  const states = scope === undefined ? undefined : own(scope, 'States');
  const state = isObject(states) ? own(states, stateName) : undefined;
  if (scope === undefined || !isObject(state))
    throw new Refusal('ValidationException', 'State not found in definition');
  const stateType = checkDefinition(state, stateName, request);
  const language =
    (own(state, 'QueryLanguage') ?? own(machine, 'QueryLanguage')) === 'JSONata' ? 'JSONata' : 'JSONPath';
  const mock = checkMock(request, state, stateType, results);
  const context =
    request.context === undefined
      ? undefined
      : parseObject(request.context, 'ValidationException', 'Invalid Context object provided');
  const contextProblem = context === undefined ? undefined : checkContext(context, state);
  if (contextProblem !== undefined) throw new Refusal('ValidationException', contextProblem);
  const inputText = request.input ?? '{}';
  return {
    machine: {
      QueryLanguage: own(machine, 'QueryLanguage') ?? 'JSONPath',
      StartAt: stateName,
      States: own(scope, 'States') ?? {},
    },
    stateName,
    stateType,
    language,
    inputText: checkInput(inputText),
    inspectionLevel: request.inspectionLevel ?? 'INFO',
    roleArn: request.roleArn,
    mock,
    context,
    variables:
      request.variables === undefined
        ? undefined
        : parseObject(request.variables, 'ValidationException', 'Invalid variables'),
    ...checkConfiguration(request, mock),
  };
}

/** The scope that holds a state, however deep inside Maps and Parallels. */
function findScope(scope: JsonObject, name: string): JsonObject | undefined {
  const states = own(scope, 'States');
  if (!isObject(states)) return undefined;
  if (Object.hasOwn(states, name)) return scope;
  for (const state of Object.values(states)) {
    if (!isObject(state)) continue;
    const branches = own(state, 'Branches');
    const inner = [...(isArray(branches) ? branches : []), own(state, 'ItemProcessor'), own(state, 'Iterator')];
    for (const one of inner) {
      const found = isObject(one) ? findScope(one, name) : undefined;
      if (found !== undefined) return found;
    }
  }
  return undefined;
}

function checkDefinition(state: JsonObject, name: string, request: TestStateRequest): string {
  const type = String(own(state, 'Type'));
  if (!stateTypes.includes(type)) {
    throw invalid(
      `The field 'Type' should have one of these values: [${stateTypes.join(', ')}] at /States/${name}/Type`,
    );
  }
  const branches = own(state, 'Branches');
  if (type === 'Parallel' && isArray(branches) && branches.length === 0) {
    throw invalid(`Value cannot be empty at /States/${name}/Branches`);
  }
  if ((type === 'Map' || type === 'Parallel') && request.mock === undefined) {
    if (request.stateConfiguration?.mapIterationFailureCount !== undefined) {
      throw new Refusal(
        'ValidationException',
        'TestState does not support MapIterationFailureCount when a mock is not specified.',
      );
    }
    throw new Refusal(
      'InvalidDefinition',
      'TestState API does not support Map or Parallel states. Supported state types include: [Task, Wait, Pass, Succeed, Fail, Choice]',
    );
  }
  return type;
}

function invalid(message: string): Refusal {
  return new Refusal('InvalidDefinition', `Invalid State Machine Definition: 'SCHEMA_VALIDATION_FAILED: ${message}'`);
}

function checkMock(
  request: TestStateRequest,
  state: JsonObject,
  type: string,
  results: TaskResults | undefined,
): ParsedMock | undefined {
  const { mock } = request;
  if (mock === undefined) {
    if (type === 'Task' && request.roleArn === undefined) {
      throw new Refusal('ValidationException', 'RoleArn must be specified when testing a Task state');
    }
    return undefined;
  }
  if (!mockable.has(type))
    throw new Refusal('ValidationException', `State type '${type}' is not supported when a mock is specified`);
  if (request.revealSecrets === true) {
    throw new Refusal('ValidationException', 'TestState does not support RevealSecrets when a mock is specified.');
  }
  const { result, errorOutput } = mock;
  if (result !== undefined && errorOutput !== undefined) {
    throw new Refusal(
      'ValidationException',
      'A test mock should have only one of the following fields: [result, errorOutput].',
    );
  }
  if (errorOutput !== undefined) return { kind: 'failure', ...errorOutput };
  const output = parse(result ?? 'null');
  if (output === undefined) throw new Refusal('ValidationException', 'Mocked result must be valid JSON');
  const writes = type === 'Map' && own(state, 'ResultWriter') !== undefined;
  if (writes && !isObject(output)) throw new Refusal('ValidationException', 'Mocked result must be a JSON object.');
  if ((type === 'Map' || type === 'Parallel') && !writes && !isArray(output)) {
    throw new Refusal('ValidationException', 'Mocked result must be an array.');
  }
  const branches = own(state, 'Branches');
  if (type === 'Parallel' && isArray(branches) && isArray(output) && branches.length !== output.length) {
    throw new Refusal(
      'ValidationException',
      'Mocked result must have the same number of elements as there are branches',
    );
  }
  const problem = checkMockResult(state, output, mock.fieldValidationMode ?? 'STRICT', results);
  if (problem !== undefined)
    throw new Refusal('ValidationException', `Mock result schema validation error: ${problem}`);
  return { kind: 'success', output };
}

type Configuration = Pick<CheckedRequest, 'retriesBefore' | 'iterationFailures' | 'itemReaderData'>;

function checkConfiguration(request: TestStateRequest, mock: ParsedMock | undefined): Configuration {
  const { retrierRetryCount, mapIterationFailureCount, mapItemReaderData } = request.stateConfiguration ?? {};
  if (mapIterationFailureCount !== undefined) {
    if (mock === undefined) {
      throw new Refusal(
        'ValidationException',
        'TestState does not support MapIterationFailureCount when a mock is not specified.',
      );
    }
    const iterations = mock.kind === 'success' && isArray(mock.output) ? mock.output.length : Infinity;
    if (mapIterationFailureCount > iterations) {
      throw new Refusal(
        'ValidationException',
        'Map iteration failure count must be less than or equal to the number of Map iterations',
      );
    }
  }
  return {
    retriesBefore: retrierRetryCount,
    iterationFailures: mapIterationFailureCount,
    itemReaderData: mapItemReaderData,
  };
}

function checkInput(text: string): string {
  if (parse(text) === undefined) throw new Refusal('InvalidExecutionInput', 'Invalid State Machine Execution Input');
  return text;
}

function parseObject(text: string, code: TestStateProblem['code'], message: string): JsonObject {
  const value = parse(text);
  if (isObject(value)) return value;
  throw new Refusal(code, message);
}

function parse(text: string): JsonValue | undefined {
  try {
    return parseJsonText(text);
  } catch {
    return undefined;
  }
}
