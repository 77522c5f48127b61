import { createServer, type Server } from 'node:http';
import { readFile } from 'node:fs/promises';
import { extname, join, normalize, sep } from 'node:path';
import { contentTypes, securityHeaders } from '#shared/protocol/contentSecurity';

/**
 * Serves the built renderer to a browser on this machine alone. Requests that come in under another host name are
 * refused, so that a page elsewhere cannot reach it through its own DNS.
 * @param port 0 takes a free one
 */
export function serveRenderer(folder: string, port = 0): Promise<{ readonly url: string; readonly server: Server }> {
  const server = createServer((request, response) => {
    const { port: bound } = server.address() as { port: number };
    const allowed = [`127.0.0.1:${bound}`, `localhost:${bound}`];
    const deny = (status: number, text: string) => response.writeHead(status, { 'Content-Type': 'text/plain' }).end(text);
    if (!allowed.includes(request.headers.host ?? '')) return void deny(403, 'Forbidden');
    if (request.method !== 'GET' && request.method !== 'HEAD') return void deny(405, 'Method not allowed');
    const path = pathOf(folder, request.url ?? '/');
    if (path === null) return void deny(404, 'Not found');
    readFile(path).then(
      (body) => {
        const headers = {
          ...securityHeaders(path.slice(folder.length).replaceAll(sep, '/')),
          'Content-Type': contentTypes[extname(path)] ?? 'application/octet-stream',
          'Cache-Control': 'no-cache',
        };
        response.writeHead(200, headers).end(request.method === 'HEAD' ? undefined : body);
      },
      () => deny(404, 'Not found'),
    );
  });
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', () => {
      const { port: bound } = server.address() as { port: number };
      resolve({ url: `http://127.0.0.1:${bound}/`, server });
    });
  });
}

function pathOf(folder: string, url: string): string | null {
  try {
    const { pathname } = new URL(url, 'http://127.0.0.1');
    const path = normalize(join(folder, decodeURIComponent(pathname === '/' ? '/index.html' : pathname)));
    return path.startsWith(folder + sep) && !path.includes('\0') ? path : null;
  } catch {
    return null;
  }
}
