import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { exportPage } from './exportPage';

it('docs/export.md is what the formats give', async () => {
  expect(readFileSync(join(import.meta.dirname, '../../docs/export.md'), 'utf8')).toBe(await exportPage());
});
