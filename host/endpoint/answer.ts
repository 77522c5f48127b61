import { randomUUID } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { jsonText, parseJsonText, type JsonValue } from '#shared/base/index';
import { ApiError, type StepFunctionsApi } from '#shared/stepFunctionsApi/index';
import { regionOf } from './hosts';
import type { Log } from './log';

const prefix = 'AWSStepFunctions.';

/** What a request may have at most: a definition of 1 MiB whose characters are escaped. */
const longestBody = 4 * 1024 * 1024;

/** Answers an operation in AWS JSON 1.0. */
export async function answerOperation(
  api: StepFunctionsApi,
  region: string,
  request: IncomingMessage,
  response: ServerResponse,
  log: Log,
): Promise<void> {
  const started = performance.now();
  const target = String(request.headers['x-amz-target'] ?? '');
  const operation = target.startsWith(prefix) ? target.slice(prefix.length) : '';
  let answer: Answer;
  try {
    const body = await bodyOf(request);
    const called = api.call(operation, read(body), {
      region: regionOf(request.headers, region),
      gone: (work) => response.once('close', work),
    });
    answer = { status: 200, body: jsonText(called instanceof Promise ? await called : called) };
  } catch (problem) {
    answer = answerTo(problem, log);
  }
  const requestId = randomUUID();
  response.writeHead(answer.status, {
    'Content-Type': 'application/x-amz-json-1.0',
    'Content-Length': Buffer.byteLength(answer.body),
    'x-amzn-requestid': requestId,
    ...(answer.code === undefined ? {} : { 'x-amzn-errortype': answer.code }),
    // What was not read of a request must not be taken for the next one.
    ...(request.complete ? {} : { Connection: 'close' }),
  });
  response.end(answer.body);
  const ms = Math.round((performance.now() - started) * 10) / 10;
  log.request({
    operation,
    status: answer.status,
    ...(answer.code === undefined ? {} : { code: answer.code }),
    ms,
    requestId,
  });
}

interface Answer {
  readonly status: number;
  readonly body: string;
  readonly code?: string;
}

/** Whoever sends more is answered and not read on. */
class TooLong extends Error {}

async function bodyOf(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  let length = 0;
  for await (const chunk of request as AsyncIterable<Buffer>) {
    length += chunk.length;
    if (length > longestBody) throw new TooLong();
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString('utf8');
}

function read(body: string): JsonValue {
  try {
    return parseJsonText(body === '' ? '{}' : body);
  } catch {
    throw new ApiError('SerializationException', 'The request is not JSON.');
  }
}

/** Clients try again after 5xx: only faults of our own are answered so. */
function answerTo(problem: unknown, log: Log): Answer {
  if (problem instanceof ApiError) {
    const { code, message, more } = problem;
    return { status: 400, code, body: JSON.stringify({ __type: code, message, ...more }) };
  }
  if (problem instanceof TooLong) {
    const code = 'RequestEntityTooLargeException';
    return { status: 413, code, body: JSON.stringify({ __type: code, message: 'The request is too long.' }) };
  }
  log.fault(problem);
  const message = problem instanceof Error ? problem.message : 'The endpoint could not answer.';
  return { status: 500, code: 'InternalFailure', body: JSON.stringify({ __type: 'InternalFailure', message }) };
}
