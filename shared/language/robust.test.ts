import { describe, expect, it } from 'vitest';
import { seededRandom } from '../base/index';
import { printAs, type SourceFormat } from '../workflow/index';
import { codeActions } from './codeActions';
import { completionAt } from './completion/completion';
import { diagnosticsOf } from './diagnostics';
import { indexText, type DocumentIndex } from './documentIndex';
import { foldingRanges } from './folding';
import { formattingChanges } from './formatting';
import { hoverAt } from './hover';
import { definitionAt, referencesAt } from './references';
import { renameChanges, renamedAt } from './rename';
import { semanticTokens } from './semanticTokens';
import { signatureHelpAt } from './signatureHelp';
import { outlineOf } from './symbols';

const machine = {
  QueryLanguage: 'JSONata',
  StartAt: 'Read',
  States: {
    Read: {
      Type: 'Task',
      Resource: 'arn:aws:states:::glue:startJobRun.sync',
      Arguments: { JobName: 'job', Arguments: { '--n': '{% $string($states.input.`a b`[0].n) & "é\\n" %}' } },
      Assign: { total: '{% $states.result.n %}' },
      Retry: [{ ErrorEquals: ['Glue.InternalServiceException'], MaxAttempts: 2 }],
      Catch: [{ ErrorEquals: ['States.ALL'], Output: '{% $states.errorOutput %}', Next: 'Done' }],
      Next: 'Each',
    },
    Each: {
      Type: 'Map',
      QueryLanguage: 'JSONPath',
      ItemsPath: '$.items',
      ItemSelector: { 'a.$': "States.Format('{} \\' {}', $.a, $$.Map.Item.Index)", b: [1.5, null, true] },
      ItemProcessor: {
        ProcessorConfig: { Mode: 'INLINE' },
        StartAt: 'In',
        States: { In: { Type: 'Wait', Seconds: 5, End: true } },
      },
      Next: 'Done',
    },
    Done: { Type: 'Succeed', Output: '{% $total > 1 ? $total : 0 %}' },
  },
} as const;

const pieces = [
  '"',
  '{',
  '}',
  '[',
  ']',
  ',',
  ':',
  '\n',
  ' ',
  '- ',
  "'",
  '#',
  '&a ',
  '*a',
  '!x ',
  '|',
  '>',
  '{% $',
  ' %}',
  '$.',
  'States.',
  '\\',
  '\u0000',
  '${',
  '//',
  '/*',
  'Next',
  '\t',
  '\r\n',
  '😀',
];

/** What one text gives, at one place; each provider is asked. */
function ask(index: DocumentIndex, offset: number): void {
  const { length } = index.text;
  for (const { replace, caret, insert } of completionAt(index, offset, { data: () => ({ input: { a: [{ b: 1 }] } }) })
    .items) {
    expect(replace.start).toBeGreaterThanOrEqual(0);
    expect(replace.end).toBeLessThanOrEqual(length + 1);
    expect(caret ?? 0).toBeLessThanOrEqual(insert.length);
  }
  hoverAt(index, offset);
  definitionAt(index, offset);
  const inside = [...referencesAt(index, offset), ...semanticTokens(index), ...foldingRanges(index)];
  for (const { start, end } of inside) expect(0 <= start && start <= end && end <= length).toBe(true);
  const renamed = renamedAt(index, offset);
  if (renamed) renameChanges(index, renamed.state, 'Another');
  signatureHelpAt(index, offset);
  outlineOf(index);
  const diagnostics = diagnosticsOf(index);
  codeActions(index, diagnostics, { start: 0, end: length });
  formattingChanges(index);
}

const rounds = Number(process.env['LANGUAGE_ROUNDS'] ?? 300);

describe.each<SourceFormat>(['json', 'yaml'])('mutated texts of %s', (format) => {
  it('throw nothing, and all that is said of them lies in them', () => {
    const random = seededRandom(13);
    const number = (below: number) => Math.floor(random() * below);
    const good = printAs(machine, format);
    let former: DocumentIndex | undefined;
    for (let round = 0; round < rounds; round++) {
      let text = good;
      for (let change = 0; change <= number(4); change++) {
        const start = number(text.length);
        const end = number(2) === 0 ? start : Math.min(text.length, start + number(30));
        text = text.slice(0, start) + (pieces[number(pieces.length)] ?? '') + text.slice(end);
      }
      const index = indexText(text, format, former);
      former = index;
      ask(index, number(text.length + 1));
    }
    expect(former).toBeDefined();
  });
});
