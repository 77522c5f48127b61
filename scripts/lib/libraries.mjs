import { quiet } from './run.mjs';

/**
 * The shared libraries that a program asks for and this system does not have.
 * @param {string} executable
 * @returns {string[]} none on systems other than Linux, where programs bring their own
 */
export function missingLibraries(executable) {
  if (process.platform !== 'linux') return [];
  return namesIn(quiet('ldd', [executable]).output);
}

/**
 * @param {string} output of ldd
 * @returns {string[]}
 */
export function namesIn(output) {
  return [...output.matchAll(/^\s*(\S+) => not found/gm)].map(([, name = '']) => name);
}
