import { createHmac, randomBytes } from 'node:crypto';
import { chmod, mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

/**
 * The folder of the user's own settings for the browser mode.
 * @param env variables; STEPWRIGHT_USER_DATA names another folder, as for the window
 */
export function settingsFolder(env: NodeJS.ProcessEnv, platform: NodeJS.Platform, home: string): string {
  const own = env['STEPWRIGHT_USER_DATA'];
  if (own !== undefined && own !== '') return own;
  if (platform === 'darwin') return join(home, 'Library/Application Support/Stepwright');
  if (platform === 'win32') return join(env['APPDATA'] ?? join(home, 'AppData/Roaming'), 'Stepwright');
  const config = env['XDG_CONFIG_HOME'];
  return join(config === undefined || config === '' ? join(home, '.config') : config, 'Stepwright');
}

const length = 32;

/**
 * The secret of the user, made at the first need, in a file that nobody else can read.
 * @throws the system's error when it can be neither read nor written
 */
export async function browserSecret(folder: string): Promise<Buffer> {
  const path = join(folder, 'browser-secret');
  const known = await readFile(path).catch(() => null);
  if (known?.length === length) {
    // A file that was copied or restored may have come with other rights.
    await chmod(path, 0o600);
    return known;
  }
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const secret = randomBytes(length);
  const temporary = `${path}.${process.pid}`;
  await writeFile(temporary, secret, { mode: 0o600, flag: 'w' });
  await rename(temporary, path);
  // Of two servers that make one at the same time, the last one's counts for both.
  return readFile(path);
}

/**
 * The key for what a browser keeps for one address. Each port has its own, so that a program that gets a port of ours later
 * cannot open what was kept for it by asking the server at another port.
 */
export function keyOfPort(secret: Buffer, port: number): Buffer {
  return createHmac('sha256', secret).update(`stepwright browser storage ${port}`).digest();
}
