import { mkdtemp, mkdir, rm, writeFile } from 'node:fs/promises';
import { request, type IncomingMessage } from 'node:http';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { keyOfPort } from './browserSecret';
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

  describe('the key for what a browser keeps', () => {
    const secret = Buffer.alloc(32, 7);
    let serving: Awaited<ReturnType<typeof serveRenderer>>;
    beforeEach(async () => {
      serving = await serveRenderer(join(parent, 'renderer'), 0, () => Promise.resolve(secret));
    });
    afterEach(() => serving.server.close());

    /** As a browser sends it from a page of an origin; `{port}` stands for that of the server. */
    function ask(headers: Record<string, string>, method = 'POST'): Promise<{ status: number; body: string }> {
      const { port } = new URL(serving.url);
      const filled = Object.fromEntries(
        Object.entries({ host: '127.0.0.1:{port}', ...headers }).map(([name, value]) => [
          name,
          value.replace('{port}', port),
        ]),
      );
      return new Promise((resolve, reject) => {
        request({ host: '127.0.0.1', port, path: '/browser-key', method, headers: filled }, (response) => {
          let body = '';
          response.on('data', (chunk) => (body += String(chunk)));
          response.on('end', () => resolve({ status: response.statusCode ?? 0, body }));
        })
          .on('error', reject)
          .end();
      });
    }

    it('is given to its own page, and is that of its port', async () => {
      const key = keyOfPort(secret, Number(new URL(serving.url).port)).toString('base64');
      const ours = { origin: 'http://127.0.0.1:{port}' };
      expect(await ask(ours)).toEqual({ status: 200, body: key });
      expect(await ask({ ...ours, 'sec-fetch-site': 'same-origin' })).toEqual({ status: 200, body: key });
    });

    it.each<[string, Record<string, string>, string, number]>([
      ['without an origin', {}, 'POST', 403],
      ['of another site', { origin: 'http://attacker.example' }, 'POST', 403],
      ['of another port', { origin: 'http://127.0.0.1:1' }, 'POST', 403],
      ['under another name', { host: 'attacker.example', origin: 'http://attacker.example' }, 'POST', 403],
      ['of the same machine by another name', { origin: 'http://localhost:{port}' }, 'POST', 403],
      [
        'that a browser calls foreign',
        { origin: 'http://127.0.0.1:{port}', 'sec-fetch-site': 'cross-site' },
        'POST',
        403,
      ],
      ['to read it', { origin: 'http://127.0.0.1:{port}' }, 'GET', 404],
    ])('is refused to a request %s', async (_what, headers, method, status) => {
      const answer = await ask(headers, method);
      expect(answer.status).toBe(status);
      expect(answer.body).not.toContain('=');
    });
  });

  it('has no key without a secret', async () => {
    const { port } = new URL(running.url);
    const answer = await fetch(`${running.url}browser-key`, {
      method: 'POST',
      headers: { origin: `http://127.0.0.1:${port}` },
    });
    expect(answer.status).toBe(404);
  });

  it('refuses to be written to', async () => {
    expect((await get('/', { method: 'POST' })).statusCode).toBe(405);
  });
});
