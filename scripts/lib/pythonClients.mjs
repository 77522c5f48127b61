import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { cache } from './paths.mjs';

/** What is installed, and nothing else: the clients are those that people have, at versions that were tried. */
const packages = ['awscli==1.46.3', 'boto3==1.44.8', 'botocore==1.44.8'];
/** The peer that the bench measures beside ours. */
const peer = ['moto[server]==5.2.5'];

/**
 * A virtual environment with boto3 and `aws`, made on first use out of the package index; with moto's server for the bench.
 * @param {{ withPeer?: boolean }} [options]
 * @returns {{ python: string }} its interpreter
 * @throws {Error} with the command to run where Python or the package index is missing
 */
export function pythonClients({ withPeer = false } = {}) {
  const wanted = withPeer ? [...packages, ...peer] : packages;
  const folder = join(cache, withPeer ? 'python-peer' : 'python-clients');
  const python = join(folder, process.platform === 'win32' ? 'Scripts/python.exe' : 'bin/python');
  const ready = join(folder, `ready-${wanted.join('_').replace(/[^\w.-]/g, '-')}`);
  if (existsSync(ready)) return { python };
  const lock = `${folder}.lock`;
  mkdirSync(cache, { recursive: true });
  try {
    mkdirSync(lock);
  } catch {
    throw new Error(`Another run is making ${folder}. Try again when it is done; remove ${lock} if none is.`);
  }
  try {
    rmSync(folder, { recursive: true, force: true });
    run(process.env['PYTHON'] ?? 'python3', ['-m', 'venv', folder], wanted);
    run(python, ['-m', 'pip', 'install', '--quiet', '--disable-pip-version-check', ...wanted], wanted);
    writeFileSync(ready, '');
  } finally {
    rmSync(lock, { recursive: true, force: true });
  }
  return { python };
}

/**
 * @param {string} command
 * @param {string[]} args
 * @param {string[]} wanted
 */
function run(command, args, wanted) {
  const { status, stderr, error } = spawnSync(command, args, { encoding: 'utf8' });
  if (status === 0) return;
  throw new Error(
    `The Python clients of AWS could not be installed: ${error?.message ?? stderr}\nWith Python 3.9 or newer and a package index at hand run: node scripts/pythonClients.mjs (it installs ${wanted.join(' ')})`,
  );
}
