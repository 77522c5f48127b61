import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createServer, type AddressInfo, type Server } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { serveDesigner, type Designer } from './serveDesigner';

describe('the address of the designer in a browser', () => {
  let folder: string;
  let open: (Server | Designer['server'])[];
  let ports: number[];

  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'stepwright-designer-'));
    await writeFile(join(folder, 'index.html'), '');
    open = [];
    ports = await freePorts(3);
  });
  afterEach(async () => {
    await Promise.all(open.map((server) => new Promise((resolve) => server.close(resolve))));
    await rm(folder, { recursive: true });
  });

  async function serve(env: NodeJS.ProcessEnv = {}): Promise<Designer> {
    const designer = await serveDesigner(folder, { STEPWRIGHT_USER_DATA: folder, ...env }, ports);
    open.push(designer.server);
    return designer;
  }
  const occupy = (port: number) =>
    new Promise<void>((resolve) => {
      const server = createServer();
      server.once('error', () => resolve());
      server.listen(port, '127.0.0.1', () => {
        open.push(server);
        resolve();
      });
    });
  const portOf = ({ url }: Designer) => Number(new URL(url).port);

  it('is the same at every start', async () => {
    const first = await serve();
    open.pop();
    await new Promise((resolve) => first.server.close(resolve));
    expect((await serve()).url).toBe(first.url);
    expect(portOf(first)).toBe(ports[0]);
  });

  it('is the next one that is always tried when the first is taken, and says so', async () => {
    await occupy(ports[0] ?? 0);
    const second = await serve();
    expect(portOf(second)).toBe(ports[1]);
    expect(second.remark).toContain(
      `Port ${ports[0]} is taken, perhaps by another Stepwright. Unsaved work of earlier starts`,
    );
  });

  it('is any when all of them are taken', async () => {
    for (const port of ports) await occupy(port);
    const last = await serve();
    expect(ports).not.toContain(portOf(last));
    expect(last.remark).toContain(`Ports ${ports.join(', ')} are taken`);
  });

  it('is the port that is asked for, or none', async () => {
    const { url } = await serve({ PORT: '0' });
    expect(portOf(await serve({ PORT: '0' }))).not.toBe(Number(new URL(url).port));
    await expect(serve({ PORT: new URL(url).port })).rejects.toMatchObject({ code: 'EADDRINUSE' });
  });
});

/** Ports that nobody listens on. */
async function freePorts(count: number): Promise<number[]> {
  const servers = Array.from({ length: count }, () => createServer().listen(0, '127.0.0.1'));
  await Promise.all(servers.map((server) => new Promise((resolve) => server.once('listening', resolve))));
  const ports = servers.map((server) => (server.address() as AddressInfo).port);
  await Promise.all(servers.map((server) => new Promise((resolve) => server.close(resolve))));
  return ports;
}
