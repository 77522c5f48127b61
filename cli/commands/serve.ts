import { mkdirSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';
import type { JsonValue } from '../../shared/base/index';
import type * as endpointRoom from '../../host/endpoint/index';
import type { Endpoint, EndpointOptions } from '../../host/endpoint/index';
import { Functions, functionWorker } from '../../host/lambda/index';
import { builtInCatalogue } from '../catalogueFiles';
import { commandOf } from '../command';
import type { Console } from '../console';
import { exitCodes } from '../exitCodes';
import { wrongFile, wrongUsage } from '../refusal';
import { boundFunctions } from '../runs/boundFunctions';
import { readJsonFile } from '../runs/readJson';

/** Where the endpoint answers when nothing else is said; not registered with IANA. */
const usualPort = 47830;

export const serve = commandOf({
  operands: '',
  count: [0, 0],
  about: `Clients of AWS (aws, boto3, the SDKs) take it for Step Functions when they are pointed at it; the lines that they need are
printed at start. Tasks are answered by stubs, by a mock file (start "arn#TestCase"), by local code, by workers of activities and by
task tokens. Nothing is called outside. It answers on this machine alone, until it is interrupted.`,
  options: {
    port: {
      kind: 'number',
      value: 'PORT',
      least: 0,
      most: 65_535,
      whole: true,
      help: `Where to answer; ${usualPort}, 0 for a free port.`,
    },
    data: {
      kind: 'text',
      value: 'FOLDER',
      help: 'Where state machines and executions are kept; :memory: keeps nothing. ~/.stepwright when not given.',
    },
    time: {
      kind: 'text',
      value: 'TIME',
      help: 'real, virtual (waits cost nothing), or scaled:N (N times as fast); real when not given.',
    },
    mocks: {
      kind: 'text',
      value: 'FILE',
      help: 'A mock configuration file of Step Functions Local, for "arn#TestCase".',
    },
    handlers: {
      kind: 'text',
      value: 'FILE',
      help: 'Local code, commands and containers that stand for Lambda functions (docs/handlers.md); it is run.',
    },
    region: {
      kind: 'text',
      value: 'REGION',
      help: 'The region of requests that are not signed; us-east-1 when not given.',
    },
    account: { kind: 'text', value: 'NUMBER', help: 'The account in ARNs; 123456789012 when not given.' },
    fault: {
      kind: 'texts',
      value: 'OPERATION=ERROR',
      help: 'Answer an operation by an error, such as StartExecution=KmsThrottlingException.',
    },
    limit: {
      kind: 'texts',
      value: 'NAME=NUMBER',
      help: 'Lower a quota: machines, activities, openExecutions, versions, aliases, pollMs ...',
    },
    log: {
      kind: 'choice',
      choices: ['requests', 'errors', 'none'],
      help: 'What is written to standard error, as lines of JSON.',
    },
  },
  examples: [
    ['serve', 'Serves with state machines and executions kept in ~/.stepwright.'],
    ['serve --port 8083 --time virtual --data :memory:', 'Serves a test: waits cost nothing, nothing is kept.'],
    ['serve --handlers functions.json', 'Answers tasks of Lambda functions by local code.'],
    ['serve --mocks MockConfigFile.json', 'Answers tasks of "arn#TestCase" as Step Functions Local does.'],
  ],
  async run({ options }, console) {
    const { serveEndpoint, logTo } = await loaded();
    const functions = new Functions((name, line) => {
      if (options.log !== 'none') console.err(`${JSON.stringify({ function: name, line })}\n`);
    });
    const worker =
      options.handlers === null ? null : functionWorker(await boundFunctions(options.handlers, console), functions);
    const settings: EndpointOptions = {
      database: databaseIn(options.data ?? join(homedir(), '.stepwright')),
      port: options.port ?? usualPort,
      region: options.region ?? 'us-east-1',
      accountId: accountOf(options.account ?? '123456789012'),
      speed: speedOf(options.time ?? 'real'),
      log: logTo((line) => {
        console.err(line);
      }, options.log ?? 'requests'),
      api: { ...(await apiSettings(options, console)), ...(worker === null ? {} : { worker }) },
    };
    const endpoint = await serveEndpoint(settings).catch((problem: unknown) => {
      throw wrongFile(notServed(problem, settings));
    });
    console.out(linesOf(endpoint.url));
    await interrupted(endpoint);
    functions.stop();
    return exitCodes.ok;
  },
});

/** The endpoint with its database, the one package that is not bundled. */
async function loaded(): Promise<Pick<typeof endpointRoom, 'serveEndpoint' | 'logTo'>> {
  try {
    return await import('../../host/endpoint/index');
  } catch (problem) {
    if ((problem as NodeJS.ErrnoException).code !== 'MODULE_NOT_FOUND') throw problem;
    throw wrongFile('serve keeps its records with the package libsql, which is not installed: npm install libsql');
  }
}

async function apiSettings(
  {
    mocks,
    fault,
    limit,
  }: { readonly mocks: string | null; readonly fault: readonly string[]; readonly limit: readonly string[] },
  console: Console,
): Promise<NonNullable<EndpointOptions['api']>> {
  const { operations, usualLimits } = await import('../../shared/stepFunctionsApi/index');
  const faults = pairsOf('fault', fault).map(([operation, error]) => {
    const known = (operations as Readonly<Record<string, { readonly errors: readonly string[] } | undefined>>)[
      operation
    ];
    if (known === undefined) throw wrongUsage(`--fault: there is no operation "${operation}".`);
    if (!known.errors.includes(error))
      throw wrongUsage(`--fault: ${operation} has no error "${error}". It has ${known.errors.join(', ')}.`);
    return [operation, error] as const;
  });
  const limits = pairsOf('limit', limit).map(([name, number]) => {
    if (!Object.hasOwn(usualLimits, name))
      throw wrongUsage(`--limit: there is no quota "${name}". There are ${Object.keys(usualLimits).join(', ')}.`);
    if (!/^\d+$/.test(number)) throw wrongUsage(`--limit ${name}= is a whole number, not "${number}".`);
    return [name, Number(number)] as const;
  });
  const mocked = mocks === null ? {} : { mocks: (await readJsonFile(mocks, console)).value satisfies JsonValue };
  return {
    catalogue: builtInCatalogue(),
    faults: Object.fromEntries(faults),
    limits: Object.fromEntries(limits),
    ...mocked,
  };
}

function pairsOf(option: string, given: readonly string[]): readonly (readonly [string, string])[] {
  return given.map((pair) => {
    const at = pair.indexOf('=');
    if (at < 1) throw wrongUsage(`--${option} is NAME=VALUE, not "${pair}".`);
    return [pair.slice(0, at), pair.slice(at + 1)];
  });
}

/** @throws Refusal when the folder cannot be made */
function databaseIn(folder: string): string {
  if (folder === ':memory:') return folder;
  try {
    mkdirSync(folder, { recursive: true });
  } catch (problem) {
    throw wrongFile(`${folder}: ${problem instanceof Error ? problem.message : String(problem)}`);
  }
  return join(folder, 'stepfunctions.db');
}

function accountOf(given: string): string {
  if (!/^\d{12}$/.test(given)) throw wrongUsage(`--account is a number of 12 digits, not "${given}".`);
  return given;
}

/** How many seconds pass in one; null for virtual time. */
function speedOf(given: string): number | null {
  if (given === 'virtual') return null;
  if (given === 'real') return 1;
  const speed = Number(/^scaled:(\d+(?:\.\d+)?)$/.exec(given)?.[1] ?? NaN);
  if (speed > 0 && speed <= 100_000) return speed;
  throw wrongUsage(`--time is real, virtual or scaled:N, with N up to 100000, not "${given}".`);
}

function notServed(problem: unknown, { port, database }: EndpointOptions): string {
  const { code = '', message = String(problem) } = problem as { readonly code?: string; readonly message?: string };
  if (code === 'EADDRINUSE') return `Port ${port} is taken. Name another one with --port.`;
  if (code === 'EACCES') return `Port ${port} may not be used. Name another one with --port.`;
  if (code === 'SQLITE_BUSY') return `${database} is used by another endpoint. Name another folder with --data.`;
  return `${database}: ${message}`;
}

/** What clients need to find the endpoint, as it is typed. */
function linesOf(url: string): string {
  const { port } = new URL(url);
  return `Step Functions on ${url}, as long as this runs. Its state: ${url}/

  export AWS_ENDPOINT_URL_SFN=${url}
  export AWS_DISABLE_HOST_PREFIX_INJECTION=true   # boto3 and aws; else StartSyncExecution and TestState go to sync-127.0.0.1

SDK for JavaScript: new SFNClient({ endpoint: '${url}', disableHostPrefix: true })
Clients that cannot be changed: "127.0.0.1 stepwright sync-stepwright" in /etc/hosts, and http://stepwright:${port}
Credentials may be any; the region of the signature is that of the ARNs.
`;
}

function interrupted(endpoint: Endpoint): Promise<void> {
  return new Promise((resolve, reject) => {
    const end = (): void => {
      endpoint.close().then(resolve, reject);
    };
    process.once('SIGINT', end);
    process.once('SIGTERM', end);
  });
}
