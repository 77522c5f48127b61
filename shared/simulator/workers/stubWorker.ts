import { type JsonValue, isObject, own, randomUuid, seededRandom, timestampText } from '../../base/index';
import { readResource, resultCall, sampleResult, type TaskResults } from '../../services/index';
import type { TaskRequest } from '../../states/index';
import type { Worker } from '../worker';
import { lambdaInvokeResult } from './lambdaResult';

/**
 * Answers every task with something of the shape its service answers: a Lambda function returns its event, an activity
 * its input, an integration the sample of its service definition, any other call a sample of the shape that the catalogue
 * has for it, and an empty object where that is not known. Same seed, same samples.
 * @param results the shapes of the catalogue, as far as they are loaded
 */
export function stubWorker(seed = 1, results: TaskResults = () => null): Worker {
  const random = seededRandom(seed);
  const id = (): string => randomUuid(random);
  return (request) => ({
    outcome: { kind: 'success', output: sample(request, id, results) },
    ...(request.pattern === 'requestResponse' ? {} : { submitted: submitted(request, id, results) }),
  });
}

function sample(request: TaskRequest, id: () => string, results: TaskResults): JsonValue {
  const { resourceType, action, resource, parameters } = request;
  // What a callback task gives is the caller's own: nothing of the call says what that would be.
  if (request.pattern === 'waitForTaskToken') return {};
  if (action === resource) return parameters;
  if (resourceType === 'lambda' && action.startsWith('invoke') && request.pattern === 'requestResponse') {
    return lambdaInvokeResult(payloadOf(parameters), id(), 'Thu, 01 Jan 1970 00:00:00 GMT');
  }
  if (resourceType === 'lambda') return payloadOf(parameters);
  const known = resultOf(request);
  return echoing(known ?? shapedSample(resource, request, id, results), parameters);
}

/** The answer of the call itself, before the job has ended or the token has come back. */
function submitted(request: TaskRequest, id: () => string, results: TaskResults): JsonValue {
  const call = request.resource.replace(/\.(sync(:\d+)?|waitForTaskToken)$/, '');
  return echoing(shapedSample(call, request, id, results), request.parameters);
}

function shapedSample(resource: string, { time }: TaskRequest, id: () => string, results: TaskResults): JsonValue {
  const shape = results(resource);
  const service = resultCall(resource)?.service ?? '';
  return shape === null ? {} : sampleResult(shape, { id, time: timestampText(time), service });
}

/** What the definition of the service gives as a result. */
function resultOf({ resource, pattern }: TaskRequest): JsonValue | undefined {
  const read = readResource(resource);
  if (read.kind !== 'action') return undefined;
  const result = read.action.results[pattern];
  // The first form of .sync gives input and output of a child execution as text.
  if (!resource.endsWith(':states:startExecution.sync') || !isObject(result)) return result;
  return { ...result, Input: JSON.stringify(own(result, 'Input')), Output: JSON.stringify(own(result, 'Output')) };
}

/** Services repeat names of the request in what they answer: a field that both have is that of the request. */
function echoing(result: JsonValue, parameters: JsonValue): JsonValue {
  if (!isObject(result) || !isObject(parameters)) return result;
  return Object.fromEntries(
    Object.entries(result).map(([key, value]) => {
      const sent = own(parameters, key);
      return [key, typeof sent === typeof value && typeof sent === 'string' && !/Arn$/.test(key) ? sent : value];
    }),
  );
}

function payloadOf(parameters: JsonValue): JsonValue {
  return isObject(parameters) ? (own(parameters, 'Payload') ?? {}) : {};
}
