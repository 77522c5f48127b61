import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parseDocument } from '../workflow/parse';
import { exporters } from './registry';

const folder = join(import.meta.dirname, '../../examples');
const examples = readdirSync(folder).filter((name) => name.endsWith('.asl.json'));

describe('exporters', () => {
  it('have ids, labels and extensions of their own', () => {
    for (const key of ['id', 'label', 'extension'] as const)
      expect(new Set(exporters.map((exporter) => exporter[key])).size).toBe(exporters.length);
  });

  it.each(exporters.map((exporter) => [exporter.id, exporter] as const))(
    '%s writes every example under its name and extension',
    (_id, exporter) => {
      for (const name of examples) {
        const parsed = parseDocument({ text: readFileSync(join(folder, name), 'utf8'), format: 'json' });
        if (!parsed.ok) throw new Error(name);
        const files = exporter.export(parsed.value.document, { name: 'copy' });
        expect(files.ok && files.value[0]?.name).toBe(`copy.${exporter.extension}`);
        expect(files.ok && files.value[0]?.text.length).toBeGreaterThan(100);
      }
    },
  );

  it('of ASL give the same definition, and the same bytes in its own format', () => {
    const text = '{ "StartAt": "A",\n  "States": { "A": { "Type": "Succeed" } } }';
    const parsed = parseDocument({ text, format: 'json' });
    if (!parsed.ok) throw new Error('does not parse');
    const written = exporters
      .filter(({ id }) => id.startsWith('asl-'))
      .map((exporter) => exporter.export(parsed.value.document, { name: 'a' }));
    expect(written.map((files) => files.ok && files.value)).toEqual([
      [{ name: 'a.asl.json', text }],
      [{ name: 'a.asl.yaml', text: 'StartAt: A\nStates:\n  A:\n    Type: Succeed\n' }],
    ]);
  });
});
