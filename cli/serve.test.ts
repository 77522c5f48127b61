import { execFileSync, spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { oneTask } from './testing/callCommand';

/* `stepwright serve` as it is published, and what docs/serve.md shows, carried out by `aws` as it comes from its package index. */
const root = join(import.meta.dirname, '..');
// In the project, where the bundle finds its database.
const bundle = join(root, 'out/test/serve/main.cjs');
const folder = mkdtempSync(join(tmpdir(), 'stepwright-serve-'));
const page = readFileSync(join(root, 'docs/serve.md'), 'utf8');
let env: NodeJS.ProcessEnv;

beforeAll(() => {
  execFileSync(process.execPath, [join(root, 'scripts/cli.mjs'), bundle]);
  const python = execFileSync(process.execPath, [join(root, 'scripts/pythonClients.mjs')], { encoding: 'utf8' }).trim();
  const binaries = join(folder, 'bin');
  mkdirSync(binaries);
  writeFileSync(join(binaries, 'aws'), `#!/bin/sh\nexec "${python}" -m awscli "$@"\n`);
  chmodSync(join(binaries, 'aws'), 0o755);
  writeFileSync(join(folder, 'orders.asl.json'), JSON.stringify(oneTask));
  const none = { AWS_CONFIG_FILE: join(folder, 'none'), AWS_SHARED_CREDENTIALS_FILE: join(folder, 'none') };
  env = { ...none, PATH: `${binaries}${delimiter}${process.env['PATH'] ?? ''}`, HOME: folder, AWS_PAGER: '' };
}, 300_000);
afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

function serve(...args: readonly string[]): { readonly child: ChildProcess; readonly out: () => string } {
  const child = spawn(process.execPath, [bundle, 'serve', ...args], { env, stdio: ['ignore', 'pipe', 'ignore'] });
  let text = '';
  child.stdout.on('data', (chunk: Buffer) => (text += chunk.toString()));
  return { child, out: () => text };
}

async function ready(out: () => string): Promise<string> {
  for (;;) {
    const url = /http:\/\/127\.0\.0\.1:\d+/.exec(out())?.[0];
    if (url !== undefined) return url;
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
}

async function call(url: string, operation: string, body: object): Promise<Readonly<Record<string, unknown>>> {
  const headers = { 'X-Amz-Target': `AWSStepFunctions.${operation}` };
  const response = await fetch(url, { method: 'POST', headers, body: JSON.stringify(body) });
  return (await response.json()) as Readonly<Record<string, unknown>>;
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, 'close');
  return port;
}

describe('stepwright serve', () => {
  it('does what docs/serve.md shows, and ends when it is interrupted', async () => {
    const port = await freePort();
    const { child, out } = serve('--port', String(port));
    await ready(out);
    // The lines that a client needs are those of the page.
    const [, block = ''] = /```sh\n(.*?)```/s.exec(page) ?? [];
    const lines = block.replaceAll('47830', String(port));
    for (const [line] of lines.matchAll(/^export AWS_(ENDPOINT|DISABLE).*$/gm)) expect(out()).toContain(line);
    const { status, stdout, stderr } = spawnSync('sh', ['-e', '-c', lines], { cwd: folder, env, encoding: 'utf8' });
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
    expect(stdout).toContain('"status": "SUCCEEDED"');
    expect(stdout).toContain('"type": "ExecutionSucceeded"');
    expect(stdout).toContain('"status":"ok","stateMachines":1,"executions":1,"running":0');
    // A second one over the same records would carry every execution out twice.
    const second = spawnSync(process.execPath, [bundle, 'serve', '--port', '0'], { env, encoding: 'utf8' });
    expect(second).toMatchObject({
      status: 3,
      stderr: expect.stringContaining('is used by another endpoint') as string,
    });
    const taken = ['serve', '--port', String(port), '--data', ':memory:'];
    const third = spawnSync(process.execPath, [bundle, ...taken], { env, encoding: 'utf8' });
    expect(third).toMatchObject({ status: 3, stderr: `Port ${port} is taken. Name another one with --port.\n` });
    child.kill('SIGTERM');
    expect(await once(child, 'exit')).toEqual([0, null]);
  }, 120_000);

  it('goes on where it was after it was killed', async () => {
    const data = join(folder, 'killed');
    const first = serve('--port', '0', '--data', data);
    const url = await ready(first.out);
    const activityArn = 'arn:aws:states:us-east-1:123456789012:activity:a';
    await call(url, 'CreateActivity', { name: 'a' });
    const definition = JSON.stringify({
      StartAt: 'T',
      States: { T: { Type: 'Task', Resource: activityArn, End: true } },
    });
    const roleArn = 'arn:aws:iam::123456789012:role/r';
    const { stateMachineArn } = await call(url, 'CreateStateMachine', { name: 'm', definition, roleArn });
    const { executionArn } = await call(url, 'StartExecution', { stateMachineArn, input: '{"n":1}' });
    const { taskToken, input } = await call(url, 'GetActivityTask', { activityArn });
    expect(input).toBe('{"n":1}');
    const before = await call(url, 'GetExecutionHistory', { executionArn });
    first.child.kill('SIGKILL');
    await once(first.child, 'exit');
    const again = serve('--port', '0', '--data', data);
    const next = await ready(again.out);
    expect(await call(next, 'GetExecutionHistory', { executionArn })).toEqual(before);
    await call(next, 'SendTaskSuccess', { taskToken, output: '"done"' });
    expect(await call(next, 'DescribeExecution', { executionArn })).toMatchObject({
      status: 'SUCCEEDED',
      output: '"done"',
    });
    again.child.kill('SIGTERM');
    await once(again.child, 'exit');
  }, 60_000);

  it('runs local code in place of functions', async () => {
    const resource = 'arn:aws:lambda:us-east-1:123456789012:function:pay';
    const definition = JSON.stringify({
      StartAt: 'Pay',
      States: { Pay: { Type: 'Task', Resource: resource, End: true } },
    });
    const local = readFileSync(join(root, 'docs/handlers.md'), 'utf8');
    const block = (language: string): string =>
      new RegExp(`\`\`\`${language}\\n(.*?)\`\`\``, 's').exec(local)?.[1] ?? '';
    writeFileSync(join(folder, 'functions.json'), block('json'));
    writeFileSync(join(folder, 'pay.mjs'), block('js'));
    writeFileSync(join(folder, 'pay.asl.json'), definition);
    writeFileSync(join(folder, 'bin/stepwright'), `#!/bin/sh\nexec "${process.execPath}" "${bundle}" "$@"\n`);
    chmodSync(join(folder, 'bin/stepwright'), 0o755);
    // What docs/handlers.md shows.
    const shown = spawnSync('sh', ['-e', '-c', block('sh')], { cwd: folder, env, encoding: 'utf8' });
    expect(shown).toMatchObject({
      status: 0,
      stderr: expect.stringMatching(/^pay: paying 12 [0-9a-f-]{36}$/m) as string,
    });
    expect(shown.stdout).toContain('paid');
    const { child, out } = serve('--port', '0', '--data', ':memory:', '--handlers', join(folder, 'functions.json'));
    const url = await ready(out);
    const roleArn = 'arn:aws:iam::123456789012:role/r';
    const { stateMachineArn } = await call(url, 'CreateStateMachine', { name: 'pay', definition, roleArn });
    const { executionArn } = await call(url, 'StartExecution', { stateMachineArn, input: '{"total":7}' });
    const described = async () => call(url, 'DescribeExecution', { executionArn });
    while ((await described())['status'] === 'RUNNING') await new Promise((resolve) => setTimeout(resolve, 20));
    expect(await described()).toMatchObject({ status: 'SUCCEEDED', output: '{"paid":7}' });
    child.kill('SIGTERM');
    expect(await once(child, 'exit')).toEqual([0, null]);
  }, 60_000);

  it.each([
    [['--port', 'x'], '--port is a whole number from 0 to 65535, not "x".'],
    [['--time', 'fast'], '--time is real, virtual or scaled:N, with N up to 100000, not "fast".'],
    [['--time', 'scaled:0'], '--time is real, virtual or scaled:N, with N up to 100000, not "scaled:0".'],
    [['--account', '12'], '--account is a number of 12 digits, not "12".'],
    [['--fault', 'StartExecution'], '--fault is NAME=VALUE, not "StartExecution".'],
    [['--fault', 'Start=E'], '--fault: there is no operation "Start".'],
    [['--fault', 'ListActivities=E'], '--fault: ListActivities has no error "E". It has InvalidToken.'],
    [['--limit', 'machine=1'], '--limit: there is no quota "machine".'],
    [['--limit', 'machines=some'], '--limit machines= is a whole number, not "some".'],
    [['orders'], '"orders" is too much: this command takes options alone.'],
  ])('refuses %j', (args, told) => {
    const { status, stderr } = spawnSync(process.execPath, [bundle, 'serve', '--data', ':memory:', ...args], {
      env,
      encoding: 'utf8',
    });
    expect(stderr).toContain(told);
    expect(status).toBe(2);
  });
});
