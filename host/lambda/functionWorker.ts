import { randomUUID } from 'node:crypto';
import { isObject, jsonText, own, type JsonValue } from '#shared/base/index';
import { lambdaInvokeResult, type TaskAnswer } from '#shared/simulator/index';
import type { TaskRequest } from '#shared/states/index';
import type { LocalFunction } from './functions';
import type { Functions } from './invoke';
import { type Invoked } from './invoke';

/** Does the tasks that call a function which is bound to something local; undefined for all others. */
export type FunctionWorker = (request: TaskRequest) => Promise<TaskAnswer> | undefined;

export function functionWorker(bound: readonly LocalFunction[], running: Functions): FunctionWorker {
  const byName = new Map(bound.map((each) => [nameOf(each.name), each]));
  return (request) => {
    const call = callOf(request);
    const called = call === undefined ? undefined : byName.get(nameOf(call.functionName));
    if (call === undefined || called === undefined) return undefined;
    const [, , , region = ''] = call.functionName.split(':');
    const requestId = randomUUID();
    const invocation = {
      event: jsonText(call.payload),
      requestId,
      arn: call.functionName,
      region: region === '' ? 'us-east-1' : region,
    };
    return running.invoke(called, invocation).then((invoked) => answerTo(request, invoked, requestId));
  };
}

/** The name in `arn:aws:lambda:REGION:ACCOUNT:function:NAME:QUALIFIER`; a name stands for itself. */
function nameOf(text: string): string {
  const parts = text.split(':');
  return parts[5] === 'function' ? (parts[6] ?? '') : (parts[0] ?? '');
}

/** A task that calls a function by its ARN, or by the integration `lambda:invoke`. */
function callOf(request: TaskRequest): { readonly functionName: string; readonly payload: JsonValue } | undefined {
  const { resourceType, action, resource, parameters } = request;
  if (resourceType !== 'lambda') return undefined;
  if (action === resource) return { functionName: resource, payload: parameters };
  if (!action.startsWith('invoke') || !isObject(parameters)) return undefined;
  return { functionName: String(own(parameters, 'FunctionName')), payload: own(parameters, 'Payload') ?? {} };
}

/** Source of what becomes of an error: recordings of AWS; its name is the error's type, its cause the whole of it. */
function answerTo({ action, resource, pattern }: TaskRequest, invoked: Invoked, requestId: string): TaskAnswer {
  if (invoked.kind === 'error') {
    const { payload } = invoked;
    const type = isObject(payload) ? own(payload, 'errorType') : undefined;
    const error = typeof type === 'string' ? type : 'Lambda.Unknown';
    return { outcome: { kind: 'failure', error, cause: jsonText(payload) } };
  }
  const { value } = invoked;
  const whole = action === resource ? value : lambdaInvokeResult(value, requestId, new Date().toUTCString());
  // The outcome of a callback is told by whoever has its token; the function was only called.
  return pattern === 'waitForTaskToken' ? { submitted: whole } : { outcome: { kind: 'success', output: whole } };
}
