import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { StepFunctionsApi, type ApiSettings } from '#shared/stepFunctionsApi/index';
import { answerOperation } from './answer';
import { clockOf } from './clocks';
import { refusal } from './hosts';
import type { Log } from './log';
import { openRecords } from './recordDatabase';
import { statusPage, type ShownExecution } from './statusPage';

export interface EndpointOptions {
  /** The file of the database; `:memory:` keeps nothing. */
  readonly database: string;
  /** 0 takes a free one. */
  readonly port: number;
  /** The region of requests that are not signed. */
  readonly region: string;
  readonly accountId: string;
  /** How many seconds pass in one; null for virtual time. */
  readonly speed: number | null;
  readonly log: Log;
  readonly api?: Pick<ApiSettings, 'limits' | 'mocks' | 'catalogue' | 'worker' | 'faults'>;
}

export interface Endpoint {
  /** Without a final slash, as clients take it. */
  readonly url: string;
  readonly server: Server;
  close(): Promise<void>;
}

/** In milliseconds and bytes: clients that say nothing, or say it slowly, must not keep others from their answers. */
const limits = {
  headersTimeout: 10_000,
  requestTimeout: 30_000,
  // Clients keep their connections; the SDKs close idle ones themselves.
  keepAliveTimeout: 75_000,
  connectionsCheckingInterval: 2_000,
  maxHeaderSize: 32 * 1024,
};

/**
 * Serves Step Functions on this machine alone, and goes on with the executions that had not ended when it was ended.
 * @throws where the port is taken or the database cannot be opened
 */
export async function serveEndpoint(options: EndpointOptions): Promise<Endpoint> {
  const { region, log } = options;
  const records = openRecords(options.database);
  const clock = clockOf(options.speed);
  const api = new StepFunctionsApi({
    ...options.api,
    store: records,
    accountId: options.accountId,
    clock,
    now: () => clock?.now() ?? Date.now(),
    after: (ms, work) => {
      const timer = setTimeout(work, ms);
      return () => {
        clearTimeout(timer);
      };
    },
    random: Math.random,
    onFault: (problem) => {
      log.fault(problem);
    },
  });
  const server = createServer(limits, (request, response) => {
    answer(request, response).catch((problem: unknown) => {
      log.fault(problem);
      response.destroy();
    });
  });
  server.maxConnections = 2048;

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const refused = refusal(request.headers);
    if (refused !== null) return plain(response, 403, 'text/plain', refused);
    if (request.method === 'POST') return answerOperation(api, region, request, response, log);
    if (request.method !== 'GET') return plain(response, 405, 'text/plain', 'Only POST and GET are answered.');
    const { pathname, searchParams } = new URL(request.url ?? '/', 'http://localhost');
    if (pathname === '/health')
      return plain(response, 200, 'application/json', JSON.stringify({ status: 'ok', ...api.figures() }));
    if (pathname === '/') return plain(response, 200, 'text/html', statusPage({ ...api.figures(), latest: latest() }));
    const arn = searchParams.get('executionArn');
    if (pathname === '/history' && arn !== null) return plain(response, 200, 'application/json', api.historyText(arn));
    return plain(response, 404, 'text/plain', 'Not found');
  }

  const latest = (): readonly ShownExecution[] => api.latest(100);

  await listening(server, options.port).catch((problem: unknown) => {
    records.close();
    throw problem;
  });
  await api.resume();
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    server,
    close: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
      api.close();
      records.close();
    },
  };
}

function listening(server: Server, port: number): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', () => {
      server.off('error', reject);
      resolve();
    });
  });
}

/** Nothing of a page is run, and nobody else may show it. */
const pageHeaders = {
  'Content-Security-Policy': "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'none'",
  'X-Content-Type-Options': 'nosniff',
  'Cache-Control': 'no-store',
};

function plain(response: ServerResponse, status: number, type: string, body: string): void {
  response
    .writeHead(status, {
      ...pageHeaders,
      'Content-Type': `${type}; charset=utf-8`,
      'Content-Length': Buffer.byteLength(body),
    })
    .end(body);
}
