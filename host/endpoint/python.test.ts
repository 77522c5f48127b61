import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { operations } from '#shared/stepFunctionsApi/index';
import { chain, role, startEndpoint, type Started } from './testing/startEndpoint';

const run = promisify(execFile);
let started: Started;
let python: string;
let env: NodeJS.ProcessEnv;

beforeAll(async () => {
  // Made on first use out of the package index; what is thrown says the command to run where that cannot be.
  const made = await run(process.execPath, [join(import.meta.dirname, '../../scripts/pythonClients.mjs')]);
  python = made.stdout.trim();
  started = await startEndpoint({ speed: 1 });
  env = {
    PATH: process.env['PATH'],
    AWS_ENDPOINT_URL_SFN: started.endpoint.url,
    AWS_DISABLE_HOST_PREFIX_INJECTION: 'true',
    AWS_ACCESS_KEY_ID: 'test',
    AWS_SECRET_ACCESS_KEY: 'a-secret-that-no-log-may-hold',
    AWS_DEFAULT_REGION: 'us-east-1',
    // Nothing of the person who runs the tests.
    AWS_CONFIG_FILE: join(import.meta.dirname, 'none'),
    AWS_SHARED_CREDENTIALS_FILE: join(import.meta.dirname, 'none'),
  };
}, 300_000);
afterAll(() => started.close());

describe('boto3', () => {
  it('calls every operation, and every answer is what the model of botocore says', async () => {
    const { stdout } = await run(python, [join(import.meta.dirname, 'testing/every_operation.py')], { env });
    const { called, problems } = JSON.parse(stdout) as { called: string[]; problems: string[] };
    expect(problems).toEqual([]);
    expect(called).toEqual(Object.keys(operations).sort());
  }, 60_000);
});

describe('aws', () => {
  const aws = async (...args: readonly string[]): Promise<unknown> => {
    const { stdout } = await run(python, ['-m', 'awscli', 'stepfunctions', ...args, '--output', 'json'], { env });
    return stdout === '' ? undefined : (JSON.parse(stdout) as unknown);
  };

  it('creates, starts, waits for the answer, and reads the history', async () => {
    const definition = chain({ A: { Type: 'Pass', Result: { a: 1 } } });
    const created = (await aws(
      ...['create-state-machine', '--name', 'cli', '--role-arn', role],
      ...['--type', 'EXPRESS', '--definition', definition],
    )) as { stateMachineArn: string };
    expect(await aws('start-sync-execution', '--state-machine-arn', created.stateMachineArn)).toMatchObject({
      status: 'SUCCEEDED',
      output: '{"a":1}',
    });
    const tested = await aws('test-state', '--role-arn', role, '--definition', '{"Type":"Succeed"}', '--input', '[1]');
    expect(tested).toMatchObject({ status: 'SUCCEEDED', output: '[1]' });
    await expect(aws('describe-execution', '--execution-arn', 'nope')).rejects.toMatchObject({
      stderr: expect.stringContaining(
        "An error occurred (InvalidArn) when calling the DescribeExecution operation: Invalid Arn: 'Invalid ARN prefix: nope'",
      ) as string,
    });
  }, 60_000);
});

describe('the log', () => {
  it('has a line of JSON for each request, and nothing of what was sent', () => {
    expect(started.lines.length).toBeGreaterThan(40);
    for (const line of started.lines) expect(JSON.parse(line)).toHaveProperty('operation');
    expect(started.lines.join('')).not.toMatch(/secret|Credential|Signature/);
  });
});
