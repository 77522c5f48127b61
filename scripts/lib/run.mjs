import { spawn, spawnSync } from 'node:child_process';
import { constants } from 'node:os';
import { root } from './paths.mjs';

const isWindows = process.platform === 'win32';

/**
 * Runs a program of node_modules/.bin, or any other, with our own output, and gives its exit code.
 * @param {string} command
 * @param {readonly string[]} args
 * @param {NodeJS.ProcessEnv} [env] added to our own
 * @returns {Promise<number>}
 */
export function run(command, args, env = {}) {
  return new Promise((resolve, reject) => {
    const child = spawn(command, [...args], {
      cwd: root,
      stdio: 'inherit',
      env: { ...process.env, ...env },
      shell: isWindows,
    });
    child.once('error', reject);
    child.once('exit', (code, signal) => resolve(code ?? 128 + (signal ? constants.signals[signal] : 0)));
  });
}

/**
 * Runs a local tool by `npx --no-install`.
 * @param {string} tool
 * @param {readonly string[]} args
 * @param {NodeJS.ProcessEnv} [env]
 */
export function runTool(tool, args, env) {
  return run('npx', ['--no-install', tool, ...args], env);
}

/**
 * Runs a program in silence.
 * @param {string} command
 * @param {readonly string[]} args
 * @param {{ timeout?: number; cwd?: string; env?: NodeJS.ProcessEnv }} [options] timeout in milliseconds
 */
export function quiet(command, args, { timeout = 600_000, cwd = root, env = {} } = {}) {
  const result = spawnSync(command, [...args], {
    cwd,
    timeout,
    encoding: 'utf8',
    shell: isWindows,
    env: { ...process.env, ...env },
    maxBuffer: 64 * 1024 * 1024,
  });
  return { ok: result.status === 0, output: `${result.stdout ?? ''}${result.stderr ?? ''}` };
}

/** @param {string} program */
export function onPath(program) {
  return quiet(isWindows ? 'where' : 'which', [program]).ok;
}
