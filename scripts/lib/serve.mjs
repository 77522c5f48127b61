import { join } from 'node:path';
import { root } from './paths.mjs';

/**
 * Serves the built renderer on 127.0.0.1 until Ctrl+C.
 * @param {string} reason why not in a window of its own
 */
export async function serve(reason) {
  /** @type {{ serveDesigner: (folder: string) => Promise<{ url: string; remark: string | null; server: import('node:http').Server }> }} */
  const { serveDesigner } = await import(join(root, 'out/main/server.cjs'));
  const { url, remark, server } = await serveDesigner(join(root, 'out/renderer')).catch((problem) => {
    console.error(`The designer cannot be served: ${problem instanceof Error ? problem.message : problem}`);
    process.exit(1);
  });
  console.log(reason);
  if (remark !== null) console.log(remark);
  console.log(`Stepwright is at ${url} (Ctrl+C ends it)`);
  await new Promise((resolve) => {
    process.once('SIGINT', resolve);
    process.once('SIGTERM', resolve);
  });
  server.closeAllConnections();
  server.close();
}
