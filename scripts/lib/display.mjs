import { spawn } from 'node:child_process';

/**
 * A display for the tests: the one that is there, else a virtual one.
 * @returns {Promise<{ display: string | undefined; stop: () => void }>}
 */
export async function openDisplay() {
  if (process.platform !== 'linux' || process.env['DISPLAY'])
    return { display: process.env['DISPLAY'], stop: () => undefined };
  // The server picks a free number itself and writes it to the descriptor.
  const server = spawn('Xvfb', ['-displayfd', '3', '-screen', '0', '1600x1000x24', '-nolisten', 'tcp'], {
    stdio: ['ignore', 'ignore', 'ignore', 'pipe'],
  });
  const number = await new Promise((resolve, reject) => {
    server.once('error', reject);
    server.once('exit', () => reject(new Error('Xvfb ended before it was ready.')));
    server.stdio[3]?.once('data', (data) => resolve(String(data).trim()));
  });
  return { display: `:${number}`, stop: () => server.kill() };
}
