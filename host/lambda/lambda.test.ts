import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { JsonValue } from '#shared/base/index';
import type { TaskAnswer } from '#shared/simulator/index';
import type { TaskRequest } from '#shared/states/index';
import { functionWorker } from './functionWorker';
import { readFunctions } from './functions';
import { Functions } from './invoke';

// In the project, where the loader of TypeScript is found.
const folder = join(import.meta.dirname, `../../out/test/lambda-${process.pid}`);
const files: Readonly<Record<string, string>> = {
  'esm.mjs': `let calls = 0;
export const handler = async (event, context) => {
  console.log('called with', event.n);
  return { twice: event.n * 2, calls: ++calls, name: context.functionName, left: context.getRemainingTimeInMillis() > 0,
    region: process.env.AWS_REGION, home: process.env.SECRET_OF_MINE ?? 'none', own: process.env.OWN };
};
export const slow = () => new Promise((resolve) => setTimeout(resolve, 60_000));
export const exits = () => process.exit(3);
class CardRefused extends Error { name = 'CardRefused'; }
export const refuses = async () => { throw new CardRefused('no money'); };
export const nothing = () => undefined;
export const later = (event, context, callback) => { setTimeout(() => callback(null, 'later'), 5); };
export const big = () => 'x'.repeat(300_000);
`,
  'common.cjs': `exports.handler = (event) => ({ common: event });`,
  'typed.ts': `export const handler = async (event: { n: number }): Promise<number> => event.n satisfies number;`,
  'broken.mjs': `import './none.mjs';`,
  'python.py': `
calls = 0

def handler(event, context):
    global calls
    calls += 1
    print("from python")
    return {"calls": calls, "name": context.function_name, "event": event}

class CardRefused(Exception):
    pass

def refuses(event, context):
    raise CardRefused("no money")
`,
  'echo.sh': 'cat\n',
};

const lines: string[] = [];
const running = new Functions((name, line) => lines.push(`${name}: ${line}`));
let server: Server;
let call: (name: string, payload?: JsonValue, more?: Partial<TaskRequest>) => Promise<TaskAnswer>;

beforeAll(async () => {
  mkdirSync(folder, { recursive: true });
  for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), text);
  server = createServer((request, response) => {
    let text = '';
    request.on('data', (chunk: Buffer) => (text += chunk.toString()));
    request.on('end', () => {
      // As the runtime interface emulator of a container: errors come with 200.
      const { fails } = JSON.parse(text) as { fails?: boolean };
      response.end(fails ? '{"errorType":"Boom","errorMessage":"in the container"}' : `{"got":${text}}`);
    });
  }).listen(0, '127.0.0.1');
  await new Promise((resolve) => server.once('listening', resolve));
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/2015-03-31/functions/function/invocations`;
  const file = 'esm.mjs';
  const bound = readFunctions(
    {
      esm: { file, environment: { OWN: 'mine' } },
      slow: { file, handler: 'slow', timeoutSeconds: 0.3 },
      ...Object.fromEntries(
        ['exits', 'refuses', 'nothing', 'later', 'big', 'missing'].map((handler) => [handler, { file, handler }]),
      ),
      common: { file: 'common.cjs' },
      typed: { file: 'typed.ts' },
      broken: { file: 'broken.mjs' },
      python: { file: 'python.py' },
      'python-refuses': { file: 'python.py', handler: 'refuses' },
      shell: { command: ['sh', 'echo.sh'] },
      fails: { command: ['sh', '-c', 'echo why >&2; exit 2'] },
      'not-json': { command: ['echo', 'hello'] },
      container: { url },
      nowhere: { url: 'http://127.0.0.1:9/' },
    },
    join(folder, 'functions.json'),
  );
  if (!bound.ok) throw new Error(bound.problem);
  const worker = functionWorker(bound.value, running);
  call = async (name, payload = {}, more = {}) => {
    const resource = `arn:aws:lambda:eu-west-1:123456789012:function:${name}`;
    const request: TaskRequest = {
      ...{
        stateName: 'T',
        entry: 0,
        time: 0,
        attempt: 0,
        resourceType: 'lambda',
        pattern: 'requestResponse',
        input: {},
      },
      ...{ resource, action: resource, parameters: payload },
      ...more,
    };
    const answered = worker(request);
    if (answered === undefined) throw new Error(`${name} is not bound.`);
    return answered;
  };
});
afterAll(() => {
  running.stop();
  server.close();
  rmSync(folder, { recursive: true, force: true });
});

const output = async (...args: Parameters<typeof call>): Promise<unknown> => {
  const { outcome } = await call(...args);
  return outcome?.kind === 'success' ? outcome.output : outcome;
};

describe('a function in a local file', () => {
  it('is called with event, context and environment as Lambda gives them, in a process that stays for the next event', async () => {
    process.env['SECRET_OF_MINE'] = 'secret';
    const same = { twice: 6, name: 'esm', left: true, region: 'eu-west-1', home: 'none', own: 'mine' };
    expect(await output('esm', { n: 3 })).toEqual({ ...same, calls: 1 });
    expect(await output('esm', { n: 3 })).toEqual({ ...same, calls: 2 });
    // Two at once are two processes.
    expect(await Promise.all([output('esm', { n: 3 }), output('esm', { n: 3 })])).toEqual([
      { ...same, calls: 3 },
      { ...same, calls: 1 },
    ]);
    expect(lines).toContain('esm: called with 3');
  });

  it('is CommonJS, TypeScript, Python, a command or a container, too', async () => {
    expect(await output('common', [1])).toEqual({ common: [1] });
    expect(await output('typed', { n: 4 })).toBe(4);
    expect(await output('python', { a: 'ä' })).toEqual({ calls: 1, name: 'python', event: { a: 'ä' } });
    expect(await output('python', 1)).toEqual({ calls: 2, name: 'python', event: 1 });
    expect(await output('shell', { a: [1, null] })).toEqual({ a: [1, null] });
    expect(await output('container', { b: 2 })).toEqual({ got: { b: 2 } });
    expect(lines).toContain('python: from python');
  });

  it('may answer nothing, by a callback, or a lot', async () => {
    expect(await output('nothing')).toBeNull();
    expect(await output('later')).toBe('later');
    expect(await output('big')).toHaveLength(300_000);
  });

  it('is called by the integration as well, whose result it has', async () => {
    const parameters = { FunctionName: 'common', Payload: { a: 1 } };
    const more = { resource: 'arn:aws:states:::lambda:invoke', action: 'invoke', parameters };
    expect(await output('common', {}, more)).toMatchObject({ StatusCode: 200, Payload: { common: { a: 1 } } });
  });
});

describe('a function that fails', () => {
  const failure = async (name: string, payload?: JsonValue): Promise<{ error: unknown; cause: unknown }> => {
    const { outcome } = await call(name, payload);
    if (outcome?.kind !== 'failure') throw new Error(`${name} did not fail.`);
    return { error: outcome.error, cause: JSON.parse(outcome.cause ?? 'null') };
  };

  it.each([
    ['refuses', 'CardRefused', { errorType: 'CardRefused', errorMessage: 'no money' }],
    [
      'python-refuses',
      'CardRefused',
      { errorType: 'CardRefused', errorMessage: 'no money', stackTrace: [expect.any(String)] },
    ],
    ['missing', 'Runtime.HandlerNotFound', { errorType: 'Runtime.HandlerNotFound' }],
    ['broken', 'Runtime.ImportModuleError', { errorType: 'Runtime.ImportModuleError' }],
    [
      'fails',
      'Runtime.ExitError',
      { errorMessage: expect.stringMatching(/^RequestId: .* Error: Runtime exited with error: exit status 2$/) },
    ],
    ['exits', 'Runtime.ExitError', { errorMessage: expect.stringMatching(/exit status 3$/) }],
    ['slow', 'Sandbox.Timedout', { errorMessage: expect.stringMatching(/Task timed out after 0.30 seconds$/) }],
    ['not-json', 'Runtime.MarshalError', {}],
    ['nowhere', 'Runtime.ExitError', {}],
  ])('%s: fails as %s, in the shape of Lambda', async (name, error, cause) => {
    expect(await failure(name)).toMatchObject({ error, cause });
    // The next event finds a process that works, and fails in the same way.
    expect(await failure(name)).toMatchObject({ error });
  });

  it('in a container says so by the shape of its answer', async () => {
    expect(await failure('container', { fails: true })).toEqual({
      error: 'Boom',
      cause: { errorType: 'Boom', errorMessage: 'in the container' },
    });
  });
});

describe('a file of functions', () => {
  it.each([
    [[], 'It is an object whose keys are the names of functions.'],
    [{ f: 1 }, 'f: It is an object.'],
    [{ f: {} }, 'f: It has one of file, command and url.'],
    [{ f: { file: 'a.mjs', url: 'http://x' } }, 'f: It has one of file, command and url.'],
    [{ f: { file: 'a.rb' } }, 'f: "a.rb" is neither JavaScript, TypeScript nor Python; name a command for others.'],
    [
      { f: { file: 'a.mjs', timeout: 3 } },
      'f: There is no field "timeout". There are file, handler, command, url, timeoutSeconds, memoryMB, environment.',
    ],
    [{ f: { file: 'a.mjs', timeoutSeconds: 901 } }, 'f: timeoutSeconds is a number to 900.'],
    [{ f: { file: 'a.mjs', memoryMB: 1 } }, 'f: memoryMB is a number from 128 to 10240.'],
    [{ f: { file: 'a.mjs', environment: { A: 1 } } }, 'f: environment is an object of texts.'],
    [{ f: { command: [] } }, 'f: file and url are texts, command is a list of texts.'],
    [{ f: { url: 'ftp://x' } }, 'f: file and url are texts, command is a list of texts.'],
  ])('that reads %j is refused', (value, problem) => {
    expect(readFunctions(value as JsonValue, 'functions.json')).toEqual({ ok: false, problem });
  });
});
