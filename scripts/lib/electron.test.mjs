import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { executableName, resolveElectron } from './electron.mjs';

describe('ELECTRON_OVERRIDE_DIST_PATH', () => {
  let folder = '';
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'stepwright-electron-'));
    vi.stubEnv('ELECTRON_OVERRIDE_DIST_PATH', folder);
  });
  afterEach(() => {
    vi.unstubAllEnvs();
    rmSync(folder, { recursive: true, force: true });
  });

  it('comes before any other Electron', () => {
    const executable = join(folder, executableName);
    mkdirSync(dirname(executable), { recursive: true });
    writeFileSync(executable, '');
    expect(resolveElectron()).toEqual({ executable, folder, kind: 'override' });
  });

  it('is not passed over in silence when there is no Electron in it', () => {
    const problem = `ELECTRON_OVERRIDE_DIST_PATH names ${folder}, but there is no ${executableName} in it.`;
    expect(resolveElectron()).toEqual({ problem });
  });
});
