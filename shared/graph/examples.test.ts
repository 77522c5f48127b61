import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import validate from 'asl-validator';
import { validateDefinition } from '../validation/registry';
import { printDocument } from '../workflow/document';
import { parseDocument } from '../workflow/parse';
import { pictureProblems } from './testing/pictureProblems';

const folder = join(import.meta.dirname, '../../examples');
const names = readdirSync(folder).filter((name) => name.endsWith('.asl.json'));

describe('the examples', () => {
  it('are at least six', () => {
    expect(names.length).toBeGreaterThanOrEqual(6);
  });

  it.each(names)('%s prints to the same bytes, is drawn whole and has no problems', (name) => {
    const text = readFileSync(join(folder, name), 'utf8');
    const parsed = parseDocument({ text, format: 'json' });
    if (!parsed.ok) throw new Error(parsed.problem.message);
    const { document } = parsed.value;
    expect(printDocument(document)).toBe(text);
    expect(pictureProblems(document.definition)).toEqual([]);
    expect(validateDefinition(document.definition)).toEqual([]);
    expect(validate(JSON.parse(text)).errors).toEqual([]);
  });
});
