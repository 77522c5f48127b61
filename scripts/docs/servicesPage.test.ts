import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { servicesPage } from './servicesPage';

it('docs/services.md is what the registry gives', () => {
  expect(readFileSync(join(import.meta.dirname, '../../docs/services.md'), 'utf8')).toBe(servicesPage());
});
