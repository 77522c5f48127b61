import { request } from 'node:http';
import { connect } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readHistory } from '#shared/runs/index';
import { chain, role, startEndpoint, type Started } from './testing/startEndpoint';

let started: Started;
let port: number;
beforeAll(async () => {
  started = await startEndpoint();
  port = Number(new URL(started.endpoint.url).port);
});
afterAll(() => started.close());

interface Sent {
  readonly method?: string;
  readonly path?: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string;
}

interface Got {
  readonly status: number;
  readonly headers: Readonly<Record<string, unknown>>;
  readonly body: string;
}

/** Sends what no client would: fetch does not let a page choose its Host. */
function send({ method = 'POST', path = '/', headers = {}, body = '' }: Sent): Promise<Got> {
  return new Promise((resolve, reject) => {
    const sent = request({ host: '127.0.0.1', port, method, path, headers }, (response) => {
      let text = '';
      response.on('data', (chunk: Buffer) => (text += chunk.toString()));
      response.on('end', () => {
        resolve({ status: response.statusCode ?? 0, headers: response.headers, body: text });
      });
    });
    sent.on('error', reject);
    sent.end(body);
  });
}

const list = { 'X-Amz-Target': 'AWSStepFunctions.ListStateMachines' };

describe('who is answered', () => {
  it.each(['127.0.0.1', 'localhost', 'stepwright', 'sync-127.0.0.1', 'sync-localhost', 'sync-stepwright', 'LOCALHOST'])(
    'is whoever calls it %s',
    async (name) => {
      expect(await send({ headers: { ...list, Host: `${name}:${port}` }, body: '{}' })).toMatchObject({ status: 200 });
    },
  );

  it.each(['example.com', 'sync-example.com', '127.0.0.1.example.com', '127.0.0.2'])(
    'is not whoever calls it "%s": a page elsewhere, by its own DNS',
    async (name) => {
      expect(await send({ headers: { ...list, Host: name }, body: '{}' })).toMatchObject({ status: 403 });
    },
  );

  it('is no page of another origin', async () => {
    const Host = `localhost:${port}`;
    expect(await send({ headers: { ...list, Host, Origin: 'https://example.com' }, body: '{}' })).toMatchObject({
      status: 403,
    });
    expect(await send({ headers: { ...list, Host, Origin: 'null' }, body: '{}' })).toMatchObject({ status: 403 });
    expect(await send({ headers: { ...list, Host, Origin: `http://${Host}` }, body: '{}' })).toMatchObject({
      status: 200,
    });
  });
});

describe('an answer', () => {
  it('is AWS JSON 1.0, with an id', async () => {
    const { headers, body } = await send({ headers: list });
    expect(headers).toMatchObject({
      'content-type': 'application/x-amz-json-1.0',
      'x-amzn-requestid': expect.stringMatching(/^[0-9a-f-]{36}$/) as string,
    });
    expect(JSON.parse(body)).toEqual({ stateMachines: [] });
  });

  it.each([
    ['an operation that is none', { 'X-Amz-Target': 'AWSStepFunctions.Nothing' }, '{}', 'UnknownOperationException'],
    ['an operation of another service', { 'X-Amz-Target': 'AmazonSQS.SendMessage' }, '{}', 'UnknownOperationException'],
    ['a name of every object', { 'X-Amz-Target': 'AWSStepFunctions.constructor' }, '{}', 'UnknownOperationException'],
    ['no operation', {}, '{}', 'UnknownOperationException'],
    ['a body that is no JSON', list, '{', 'SerializationException'],
    ['a body that is a list', list, '[]', 'SerializationException'],
  ])('to %s is an error that no client tries again', async (_what, headers, body, code) => {
    const answer = await send({ headers, body });
    expect(answer).toMatchObject({ status: 400, headers: { 'x-amzn-errortype': code } });
    expect(JSON.parse(answer.body)).toMatchObject({ __type: code });
  });

  it('to a body beyond all bounds comes before it has been read', async () => {
    const answer = await send({ headers: list, body: 'x'.repeat(5_000_000) });
    expect(answer.status).toBe(413);
  });

  it('to whoever looks is a page without scripts, a health, and histories to open', async () => {
    expect(await send({ method: 'PUT' })).toMatchObject({ status: 405 });
    const { endpoint, client } = started;
    const { CreateStateMachineCommand, StartExecutionCommand } = await import('@aws-sdk/client-sfn');
    const { stateMachineArn } = await client.send(
      new CreateStateMachineCommand({ name: 'seen', definition: chain({ A: { Type: 'Pass' } }), roleArn: role }),
    );
    const { executionArn = '' } = await client.send(new StartExecutionCommand({ stateMachineArn, name: 'e' }));
    const page = await send({ method: 'GET' });
    expect(page.headers).toMatchObject({
      'content-security-policy': expect.stringContaining("default-src 'none'") as string,
    });
    expect(page.body).toContain(executionArn);
    const history = await send({ method: 'GET', path: `/history?executionArn=${encodeURIComponent(executionArn)}` });
    // The designer opens it.
    expect(readHistory(history.body)).toMatchObject({ ok: true, value: { length: 4 } });
    const health = (await (await fetch(`${endpoint.url}/health`)).json()) as unknown;
    expect(health).toEqual({ status: 'ok', stateMachines: 1, executions: 1, running: 0 });
    expect(await send({ method: 'GET', path: '/../../etc/passwd' })).toMatchObject({ status: 404 });
  });
});

describe('clients that do not behave', () => {
  it('do not keep others from their answers', async () => {
    const half = Array.from({ length: 50 }, () => {
      const socket = connect(port, '127.0.0.1');
      socket.on('error', () => undefined);
      // Headers that never end, and a body that never comes.
      socket.write(
        'POST / HTTP/1.1\r\nHost: localhost\r\nX-Amz-Target: AWSStepFunctions.ListStateMachines\r\nContent-Length: 10\r\n',
      );
      return socket;
    });
    for (const socket of half.slice(25)) socket.write('\r\n{');
    expect(await send({ headers: list })).toMatchObject({ status: 200 });
    for (const socket of half) socket.destroy();
    expect(await send({ headers: list })).toMatchObject({ status: 200 });
  });
});
