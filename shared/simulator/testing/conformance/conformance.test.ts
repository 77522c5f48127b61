import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { passed, type CaseResult } from './report';
import { runFolder } from './runFolder';

/** Recordings of real AWS, where the reference data lies beside the project. The project passes without them. */
const folder = join(import.meta.dirname, '..', '..', '..', '..', '..', 'shared', 'conformance', 'open');

describe.skipIf(!existsSync(folder))('recordings of AWS', () => {
  it('hold to their bars', async () => {
    const results = await runFolder(folder);
    const share = (file: string): number => {
      const ofFile = results.filter((one: CaseResult) => one.file === file);
      return ofFile.filter(passed).length / ofFile.length;
    };
    expect(share('cases.json')).toBeGreaterThanOrEqual(0.97);
    expect(share('teststate.json')).toBeGreaterThanOrEqual(0.9);
    expect(share('variablereferences.json')).toBe(1);
  });
});
