import { readFile } from 'node:fs/promises';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { browserKeyPath, contentTypeOf, rendererFile, securityHeaders } from '#shared/protocol/index';
import { keyOfPort } from './browserSecret';

export interface Serving {
  /** With the final slash. */
  readonly url: string;
  readonly server: Server;
}

/**
 * In milliseconds and bytes. Connections that say nothing, or say it slowly, end soon: a page needs a handful of them, each
 * for a moment, and whoever holds many must not keep the page from its own.
 */
const limits = {
  headersTimeout: 5_000,
  requestTimeout: 10_000,
  keepAliveTimeout: 5_000,
  // Node looks for connections beyond their time this often; every half a minute if nothing is said.
  connectionsCheckingInterval: 1_000,
  maxHeaderSize: 16 * 1024,
};

/**
 * Serves the built renderer to a browser on this machine alone. Requests that come in under another host name are
 * refused, so that a page elsewhere cannot reach it through its own DNS.
 * @param port 0 takes a free one
 * @param secret of the user, from which the page gets the key for what it keeps in the browser; without it there is no key
 */
export function serveRenderer(
  folder: string,
  port = 0,
  secret: (() => Promise<Buffer>) | null = null,
): Promise<Serving> {
  const server = createServer(limits, (request, response) => void answer(request, response));
  server.maxConnections = 64;

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const { port: bound } = server.address() as AddressInfo;
    const { method, headers, url = '/' } = request;
    if (headers.host !== `127.0.0.1:${bound}` && headers.host !== `localhost:${bound}`) return deny(response, 403);
    if (method === 'POST' && url === browserKeyPath) return giveKey(request, response, bound);
    if (method !== 'GET' && method !== 'HEAD') return deny(response, 405);
    const file = rendererFile(url.replace(/[?#].*/s, ''));
    const body = file === null ? null : await readFile(join(folder, file)).catch(() => null);
    if (file === null || body === null) return deny(response, 404);
    response.writeHead(200, {
      ...securityHeaders(file),
      'Content-Type': contentTypeOf(file),
      'Content-Length': body.length,
      'Cache-Control': 'no-cache',
    });
    response.end(method === 'HEAD' ? undefined : body);
  }

  /** For our own page alone: a browser says truly where a POST comes from, and lets no page of another origin read the answer. */
  async function giveKey({ headers }: IncomingMessage, response: ServerResponse, bound: number): Promise<void> {
    const site = headers['sec-fetch-site'];
    if (headers.origin !== `http://${headers.host}` || (site !== undefined && site !== 'same-origin'))
      return deny(response, 403);
    const known = secret === null ? null : await secret().catch(() => null);
    if (known === null) return deny(response, 404);
    const key = keyOfPort(known, bound).toString('base64');
    response
      .writeHead(200, { ...securityHeaders(''), 'Content-Type': 'text/plain', 'Cache-Control': 'no-store' })
      .end(key);
  }

  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', () => {
      resolve({ url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`, server });
    });
  });
}

const reasons = { 403: 'Forbidden', 404: 'Not found', 405: 'Method not allowed' };

function deny(response: ServerResponse, status: keyof typeof reasons): void {
  response.writeHead(status, { ...securityHeaders(''), 'Content-Type': 'text/plain' }).end(reasons[status]);
}
