/**
 * The Lambda functions that the recordings were made with, where a run has no recorded answer: Express executions and
 * the children of a distributed Map have no history of their own in the data. They are described in its README.
 */
import { isObject, own, type JsonValue } from '#shared/base/json';
import { jsonText } from '#shared/base/jsonNumbers';
import type { TaskOutcome, TaskRequest } from '#shared/states/execution';
import { lambdaInvokeResult } from '#shared/simulator/workers/lambdaResult';
import type { TaskAnswer } from '#shared/simulator/worker';
import type { RecordedSetup } from './caseData';

const noId = '00000000-0000-0000-0000-000000000000';

type Handler = (event: JsonValue) => TaskOutcome & { readonly kind: 'success' | 'failure' };

const handlers: Readonly<Record<string, Handler>> = {
  'id_function.py': (event) => success(event),
  'echo_function.py': () => success({ Return: 'HelloWorld' }),
  'return_decorated_input.py': (event) => success(`input-event-${pythonText(event)}`),
  'return_bytes_str.py': () => success('HelloWorld!'),
  'raise_exception.py': () => raised('Exception', 'Some exception was raised.', 2),
  'raise_custom_exception.py': () => raised('CustomException', 'CustomException message', 4),
  'large_output_string.py': () => success('a'.repeat(257 * 1024)),
};

/** Answers a Lambda task by the handler of its function; undefined when the setup has no such function. */
export function answerAsLambda(setup: RecordedSetup | undefined, request: TaskRequest): TaskAnswer | undefined {
  if (request.resourceType !== 'lambda') return undefined;
  const direct = request.action === request.resource;
  const { parameters } = request;
  const name = direct ? request.resource : isObject(parameters) ? String(own(parameters, 'FunctionName')) : '';
  const found = Object.entries(setup?.lambdas ?? {}).find(
    ([key, one]) => name === key || name === one.arn || name.startsWith(`${one.arn}:`),
  );
  if (found === undefined) return undefined;
  if (found[1].handler.startsWith('wait_60_seconds')) return { delayMs: 60_000, outcome: success(null) };
  const handler = handlers[found[1].handler];
  if (handler === undefined) return undefined;
  const event = direct ? parameters : isObject(parameters) ? (own(parameters, 'Payload') ?? {}) : {};
  const outcome = handler(event);
  return {
    outcome:
      direct || outcome.kind === 'failure'
        ? outcome
        : success(
            lambdaInvokeResult(outcome.output, noId, 'Tue, 02 Jan 2024 03:04:05 GMT', pythonJson(outcome.output)),
          ),
  };
}

function success(output: JsonValue): { readonly kind: 'success'; readonly output: JsonValue } {
  return { kind: 'success', output };
}

function raised(errorType: string, errorMessage: string, line: number): TaskOutcome & { readonly kind: 'failure' } {
  const cause = {
    errorMessage,
    errorType,
    requestId: noId,
    stackTrace: [
      `  File "/var/task/handler.py", line ${String(line)}, in handler\n    raise ${errorType}("${errorMessage}")\n`,
    ],
  };
  return { kind: 'failure', error: errorType, cause: jsonText(cause) };
}

/** json.dumps writes blanks after commas and colons. */
function pythonJson(value: JsonValue): string {
  if (Array.isArray(value)) return `[${value.map(pythonJson).join(', ')}]`;
  if (!isObject(value)) return jsonText(value);
  return `{${Object.entries(value)
    .map(([key, member]) => `${JSON.stringify(key)}: ${pythonJson(member)}`)
    .join(', ')}}`;
}

function pythonText(value: JsonValue): string {
  if (typeof value === 'string') return `'${value}'`;
  if (value === null) return 'None';
  if (typeof value === 'boolean') return value ? 'True' : 'False';
  if (Array.isArray(value)) return `[${value.map(pythonText).join(', ')}]`;
  if (isObject(value)) {
    return `{${Object.entries(value)
      .map(([key, member]) => `'${key}': ${pythonText(member)}`)
      .join(', ')}}`;
  }
  return String(value);
}
