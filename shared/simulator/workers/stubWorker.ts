import { type JsonValue, isObject, own, randomUuid, seededRandom } from '../../base/index';
import { readResource } from '../../services/index';
import type { TaskRequest } from '../../states/index';
import { resultShapes, type ResultShape } from '../resultShapes';
import type { Worker } from '../worker';
import { lambdaInvokeResult } from './lambdaResult';

/**
 * Answers every task with something of the shape its service answers: a Lambda function returns its event, an activity
 * its input, an integration whose result is known here a sample of it, anything else an empty object. Same seed, same
 * samples.
 */
export function stubWorker(seed = 1): Worker {
  const random = seededRandom(seed);
  const id = (): string => randomUuid(random);
  return (request) => ({
    outcome: { kind: 'success', output: sample(request, id) },
    ...(request.pattern === 'requestResponse' ? {} : { submitted: sampleOf(shapeOf(request), id, request.action) }),
  });
}

function sample(request: TaskRequest, id: () => string): JsonValue {
  const { resourceType, action, resource, parameters } = request;
  // What a callback task gives is the caller's own: nothing of the call says what that would be.
  if (request.pattern === 'waitForTaskToken') return {};
  if (action === resource) return parameters;
  if (resourceType === 'lambda' && action.startsWith('invoke') && request.pattern === 'requestResponse') {
    return lambdaInvokeResult(payloadOf(parameters), id(), 'Thu, 01 Jan 1970 00:00:00 GMT');
  }
  if (resourceType === 'lambda') return payloadOf(parameters);
  const known = resultOf(request);
  if (known !== undefined) return echoing(known, parameters);
  return sampleOf(shapeOf(request), id, action);
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

function shapeOf(request: TaskRequest): ResultShape | undefined {
  return (
    resultShapes.get(`${request.resourceType}:${request.action}`) ??
    resultShapes.get(`${request.resourceType}:${request.action.replace(/\..*$/, '')}`)
  );
}

/** A value of a shape: required fields, and without any the first few. */
function sampleOf(shape: ResultShape | undefined, id: () => string, name: string): JsonValue {
  switch (shape?.kind) {
    case 'string':
      return shape.oneOf?.[0] ?? (/id$/i.test(name) ? id() : `sample-${name}`);
    case 'number':
      return shape.min ?? 0;
    case 'boolean':
      return false;
    case 'list':
      return [sampleOf(shape.item, id, name)];
    case 'object': {
      const names = shape.required.length > 0 ? shape.required : Object.keys(shape.fields).slice(0, 3);
      return Object.fromEntries(names.map((field) => [field, sampleOf(shape.fields[field], id, field)]));
    }
    default:
      return {};
  }
}
