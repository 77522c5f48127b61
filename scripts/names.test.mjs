import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';

const { stdout } = spawnSync('git', ['ls-files', '--cached', '--others', '--exclude-standard'], {
  cwd: join(import.meta.dirname, '..'),
  encoding: 'utf8',
});
// A file in conflict is listed once a version.
const files = [...new Set(stdout.split('\n').filter(Boolean))];

describe('the names of files', () => {
  it('differ by more than case and ending, or imports meet the wrong one on macOS and Windows', () => {
    expect(files.length).toBeGreaterThan(100);
    /** @param {string} name */
    const asImported = (name) => name.replace(/\.(tsx?|mjs|cjs|js)$/, '').toLowerCase();
    const sources = files.filter((name) => /\.(tsx?|mjs|cjs|js)$/.test(name));
    const byName = new Map();
    for (const name of sources) byName.set(asImported(name), [...(byName.get(asImported(name)) ?? []), name]);
    expect([...byName.values()].filter((names) => names.length > 1)).toEqual([]);
    const whole = new Map();
    for (const name of files) whole.set(name.toLowerCase(), [...(whole.get(name.toLowerCase()) ?? []), name]);
    expect([...whole.values()].filter((names) => names.length > 1)).toEqual([]);
  });
});
