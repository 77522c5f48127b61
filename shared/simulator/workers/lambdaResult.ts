import { type JsonValue, jsonText } from '../../base/index';

/** What the `lambda:invoke` integration makes of a function's answer; ids and times are the host's, `body` its own text. */
export function lambdaInvokeResult(
  payload: JsonValue,
  requestId: string,
  date: string,
  body = jsonText(payload),
): JsonValue {
  const length = String(body.length);
  const trace = 'Root=1-00000000-000000000000000000000000;Parent=0000000000000000;Sampled=0';
  return {
    ExecutedVersion: '$LATEST',
    Payload: payload,
    SdkHttpMetadata: {
      AllHttpHeaders: {
        'X-Amz-Executed-Version': ['$LATEST'],
        'x-amzn-Remapped-Content-Length': ['0'],
        Connection: ['keep-alive'],
        'x-amzn-RequestId': [requestId],
        'Content-Length': [length],
        Date: [date],
        'X-Amzn-Trace-Id': [trace],
        'Content-Type': ['application/json'],
      },
      HttpHeaders: {
        Connection: 'keep-alive',
        'Content-Length': length,
        'Content-Type': 'application/json',
        Date: date,
        'X-Amz-Executed-Version': '$LATEST',
        'x-amzn-Remapped-Content-Length': '0',
        'x-amzn-RequestId': requestId,
        'X-Amzn-Trace-Id': trace,
      },
      HttpStatusCode: 200,
    },
    SdkResponseMetadata: { RequestId: requestId },
    StatusCode: 200,
  };
}
