import { join } from 'node:path';
import { root } from './paths.mjs';

/**
 * Serves the built renderer on 127.0.0.1 until Ctrl+C.
 * @param {string} reason why not in a window of its own
 */
export async function serve(reason) {
  /** @type {{ serveRenderer: (folder: string, port?: number) => Promise<{ url: string; server: import('node:http').Server }> }} */
  const { serveRenderer } = await import(join(root, 'out/main/server.cjs'));
  const { url, server } = await serveRenderer(join(root, 'out/renderer'), Number(process.env['PORT'] ?? 0));
  console.log(reason);
  console.log(`Stepwright is at ${url} (Ctrl+C ends it)`);
  await new Promise((resolve) => {
    process.once('SIGINT', resolve);
    process.once('SIGTERM', resolve);
  });
  server.closeAllConnections();
  server.close();
}
