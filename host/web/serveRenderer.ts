import { readFile } from 'node:fs/promises';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { contentTypeOf, rendererFile, securityHeaders } from '#shared/protocol/index';

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
 */
export function serveRenderer(folder: string, port = 0): Promise<{ readonly url: string; readonly server: Server }> {
  const server = createServer(limits, (request, response) => void answer(request, response));
  server.maxConnections = 64;

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const { port: bound } = server.address() as AddressInfo;
    const { method, headers, url = '/' } = request;
    if (headers.host !== `127.0.0.1:${bound}` && headers.host !== `localhost:${bound}`) return deny(response, 403);
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
