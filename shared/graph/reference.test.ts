import { describe, expect, it } from 'vitest';
import { printDocument } from '../workflow/document';
import { parseDocument } from '../workflow/parse';
import { readReference, referenceDefinitions } from '../workflow/testing/reference';
import { pictureProblems } from './testing/pictureProblems';

describe.runIf(readReference('workflows/aws-samples.json') !== null)('the reference definitions', () => {
  it('print back to the same bytes, project to exactly their transitions and lay out without overlaps', () => {
    const definitions = referenceDefinitions();
    const problems: string[] = [];
    for (const { name, text } of definitions) {
      const parsed = parseDocument({ text, format: 'json' });
      if (!parsed.ok) {
        problems.push(`${name}: ${parsed.problem.message}`);
        continue;
      }
      const { document } = parsed.value;
      if (printDocument(document) !== text) problems.push(`${name}: bytes changed`);
      problems.push(...pictureProblems(document.definition).map((problem) => `${name}: ${problem}`));
    }
    expect(definitions.length).toBeGreaterThan(700);
    expect(problems).toEqual([]);
  });
});
