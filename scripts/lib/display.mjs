import { spawn } from 'node:child_process';

/**
 * Displays for the tests: the one that is there, else virtual ones. Windows of one display share a clipboard, so what runs
 * side by side needs one each.
 * @param {number} wanted how many, where they can be made
 * @returns {Promise<{ displays: string[]; stop: () => void }>} no displays on systems that do not name them
 */
export async function openDisplays(wanted) {
  const none = () => undefined;
  if (process.platform !== 'linux') return { displays: [], stop: none };
  const present = process.env['DISPLAY'];
  if (present) return { displays: [present], stop: none };
  const servers = await Promise.all(Array.from({ length: wanted }, openVirtualDisplay));
  return {
    displays: servers.map(({ display }) => display),
    stop: () => {
      for (const { server } of servers) server.kill();
    },
  };
}

async function openVirtualDisplay() {
  // The server picks a free number itself and writes it to the descriptor. Without -noreset it starts anew when the last
  // window of a test is gone, and refuses the next one that comes in that moment.
  const server = spawn('Xvfb', ['-displayfd', '3', '-screen', '0', '1600x1000x24', '-nolisten', 'tcp', '-noreset'], {
    stdio: ['ignore', 'ignore', 'ignore', 'pipe'],
  });
  const number = await new Promise((resolve, reject) => {
    server.once('error', reject);
    server.once('exit', () => reject(new Error('Xvfb ended before it was ready.')));
    server.stdio[3]?.once('data', (data) => resolve(String(data).trim()));
  });
  return { display: `:${number}`, server };
}
