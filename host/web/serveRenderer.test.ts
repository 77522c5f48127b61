import { mkdtemp, mkdir, rm, writeFile } from 'node:fs/promises';
import { request, type IncomingMessage } from 'node:http';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { serveRenderer } from './serveRenderer';

describe('the server of the browser mode', () => {
  let parent: string;
  let running: Awaited<ReturnType<typeof serveRenderer>>;

  beforeEach(async () => {
    parent = await mkdtemp(join(tmpdir(), 'stepwright-server-'));
    await mkdir(join(parent, 'renderer'));
    await writeFile(join(parent, 'renderer/index.html'), '<!doctype html>');
    await writeFile(join(parent, 'secret.txt'), 'secret');
    running = await serveRenderer(join(parent, 'renderer'));
  });

  afterEach(async () => {
    running.server.close();
    await rm(parent, { recursive: true });
  });

  /** By node:http, as fetch would tidy up the path and the host. */
  function get(path: string, options: { host?: string; method?: string } = {}): Promise<IncomingMessage> {
    return new Promise((resolve, reject) => {
      const { port } = new URL(running.url);
      const { host = `127.0.0.1:${port}`, method = 'GET' } = options;
      request({ host: '127.0.0.1', port, path, method, headers: { host } }, (response) => {
        response.resume();
        resolve(response);
      })
        .on('error', reject)
        .end();
    });
  }

  it('gives the page with its security headers', async () => {
    const response = await get('/?from=test');
    expect(response.statusCode).toBe(200);
    expect(response.headers['content-type']).toBe('text/html; charset=utf-8');
    expect(response.headers['content-security-policy']).toContain("default-src 'none'");
  });

  it.each(['/../secret.txt', '/%2e%2e/secret.txt', '/..%2fsecret.txt', '/missing.js'])(
    'finds nothing at %s',
    async (path) => {
      expect((await get(path)).statusCode).toBe(404);
    },
  );

  it('refuses a request under the name of another host', async () => {
    const { port } = new URL(running.url);
    expect((await get('/', { host: `attacker.example:${port}` })).statusCode).toBe(403);
    expect((await get('/', { host: `localhost:${port}` })).statusCode).toBe(200);
  });

  it('lets no other site load its files', async () => {
    expect((await get('/')).headers['cross-origin-resource-policy']).toBe('same-origin');
    expect((await get('/missing.js')).headers['cross-origin-resource-policy']).toBe('same-origin');
  });

  it('ends connections that say nothing, and takes so many at a time', async () => {
    const { port } = new URL(running.url);
    const began = Date.now();
    const open = Array.from({ length: 100 }, () => connect(Number(port), '127.0.0.1'));
    for (const socket of open) socket.on('error', () => undefined).write('GET / HTTP/1.1\r\n');
    const ended = open.map((socket) => new Promise((closed) => socket.resume().once('close', closed)));
    // Beyond the limit at once, the others after five seconds: Node's own limits would be 60 s and more.
    await Promise.all(ended);
    expect(running.server.maxConnections).toBe(64);
    expect(Date.now() - began).toBeLessThan(20_000);
    expect((await get('/')).statusCode).toBe(200);
  });

  it('refuses to be written to', async () => {
    expect((await get('/', { method: 'POST' })).statusCode).toBe(405);
  });
});
