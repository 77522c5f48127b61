import { chmod, mkdtemp, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { browserSecret, keyOfPort, settingsFolder } from './browserSecret';

describe('the secret of the browser mode', () => {
  let folder: string;
  beforeEach(async () => {
    folder = join(await mkdtemp(join(tmpdir(), 'stepwright-secret-')), 'settings');
  });
  afterEach(() => rm(join(folder, '..'), { recursive: true }));

  it('is the same at every start, and for the user alone', async () => {
    const first = await browserSecret(folder);
    await chmod(join(folder, 'browser-secret'), 0o644);
    expect(await browserSecret(folder)).toEqual(first);
    expect(first).toHaveLength(32);
    if (process.platform === 'win32') return;
    expect((await stat(join(folder, 'browser-secret'))).mode & 0o777).toBe(0o600);
    expect((await stat(folder)).mode & 0o777).toBe(0o700);
  });

  it('is made anew when its file was damaged', async () => {
    await browserSecret(folder);
    await writeFile(join(folder, 'browser-secret'), 'short');
    expect(await browserSecret(folder)).toHaveLength(32);
  });

  it('gives each port a key of its own', () => {
    const secret = Buffer.alloc(32, 1);
    expect(keyOfPort(secret, 47823)).toEqual(keyOfPort(secret, 47823));
    expect(keyOfPort(secret, 47823)).not.toEqual(keyOfPort(secret, 47824));
  });

  it.each<[NodeJS.ProcessEnv, NodeJS.Platform, string]>([
    [{}, 'linux', '/home/me/.config/Stepwright'],
    [{ XDG_CONFIG_HOME: '/etc/me' }, 'linux', '/etc/me/Stepwright'],
    [{}, 'darwin', '/home/me/Library/Application Support/Stepwright'],
    [{ STEPWRIGHT_USER_DATA: '/elsewhere' }, 'linux', '/elsewhere'],
  ])('lies with %j on %s in %s', (env, platform, path) => {
    expect(settingsFolder(env, platform, '/home/me')).toBe(path);
  });
});
