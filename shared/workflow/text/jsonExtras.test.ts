import { describe, expect, it } from 'vitest';
import type { JsonObject } from '../../base/index';
import { exportText, withDefinition, type WorkflowDocument } from '../document';
import { deleteStates } from '../edits/deleteStates';
import { duplicateStates } from '../edits/duplicateStates';
import { renameState } from '../edits/renameState';
import { setFields } from '../edits/setFields';
import { wrapStates } from '../edits/wrapStates';
import { parseDocument } from '../parse';
import type { StatePath } from '../paths';

const text = `// Orders of a day.
{
  "StartAt": "Wait", // first
  /* what there is */
  "States": {
    // It takes a while.
    "Wait": {
      "Type": "Wait",
      "Seconds": \${wait}, // seconds
      "Next": "Done"
    }, // after Wait
    // The end.
    "Done": {
      "Type": "Succeed" // good
    } // last
  }
}
`;

function read(of: string): WorkflowDocument {
  const parsed = parseDocument({ text: of, format: 'json' });
  if (!parsed.ok) throw new Error(parsed.problem.message);
  return parsed.value.document;
}

const lines = (of: string) => of.split('\n');
/** Lines that one text has and the other has not. */
function changed(before: string, after: string) {
  return {
    gone: lines(before).filter((line) => !lines(after).includes(line)),
    added: lines(after).filter((line) => !lines(before).includes(line)),
  };
}

function textAfter(result: ReturnType<typeof renameState.apply>): string {
  if (!result.ok) throw new Error(result.problem.message);
  const { source, definition } = result.value.document;
  // The text says what the document says.
  expect(read(source.text).definition).toEqual(definition);
  return source.text;
}

const wait = '/States/Wait' as StatePath;
const done = '/States/Done' as StatePath;

describe('comments and placeholders in JSON', () => {
  it('are read: a comment is nothing, a placeholder its text', () => {
    const parsed = parseDocument({ text, format: 'json' });
    expect(parsed.ok && parsed.value.document.definition).toEqual({
      StartAt: 'Wait',
      States: { Wait: { Type: 'Wait', Seconds: '${wait}', Next: 'Done' }, Done: { Type: 'Succeed' } },
    });
    expect(parsed.ok && parsed.value.warnings.map(({ code, line }) => [code, line])).toEqual([['COMMENTS', 1]]);
  });

  it('stay through a rename', () => {
    expect(changed(text, textAfter(renameState.apply(read(text), { state: done, to: 'End' })))).toEqual({
      gone: ['      "Next": "Done"', '    "Done": {'],
      added: ['      "Next": "End"', '    "End": {'],
    });
  });

  it('stay where a member is added behind a comment', () => {
    const added = setFields.apply(read(text), { changes: [{ at: ['States', 'Done', 'Comment'], value: 'x' }] });
    expect(changed(text, textAfter(added))).toEqual({
      gone: ['      "Type": "Succeed" // good'],
      added: ['      "Type": "Succeed", // good', '      "Comment": "x"'],
    });
  });

  it('stay where a state is taken away beside them, and go with it', () => {
    const after = textAfter(deleteStates.apply(read(text), { states: [done] }));
    expect(after).toContain('"Seconds": ${wait}, // seconds');
    expect(after).toContain('    } // after Wait');
    expect(after).not.toContain('The end.');
    expect(after).not.toContain('// last');
  });

  it('go along with states that are copied or wrapped', () => {
    const copied = textAfter(duplicateStates.apply(read(text), { states: [wait] }));
    expect(copied.match(/"Seconds": \$\{wait\}, \/\/ seconds/g)).toHaveLength(2);
    const wrapped = textAfter(wrapStates.apply(read(text), { states: [wait], in: 'Map' }));
    expect(wrapped).toContain('"Seconds": ${wait}, // seconds');
  });

  it('survive several additions behind the last item of a list', () => {
    const list = '{"States": {}, "L": [\n  1, // one\n  2 // two\n]}';
    const document = read(list);
    const next = withDefinition(document, { ...document.definition, L: [1, 2, 3, 4] } as JsonObject);
    expect(next.source.text).toBe('{"States": {}, "L": [\n  1, // one\n  2, // two\n  3,\n  4\n]}');
    const less = withDefinition(next, { ...next.definition, L: [1] } as JsonObject);
    expect(less.source.text).toBe('{"States": {}, "L": [\n  1 // one\n]}');
  });

  it('leave an export: AWS takes no comments', () => {
    const exported = exportText(read(text), 'json');
    expect(exported).toBe(`{
  "StartAt": "Wait",
  "States": {
    "Wait": {
      "Type": "Wait",
      "Seconds": \${wait},
      "Next": "Done"
    },
    "Done": {
      "Type": "Succeed"
    }
  }
}
`);
    expect(exportText(read('{"States": {}}'), 'json')).toBe('{"States": {}}');
  });

  it('are no comments in texts', () => {
    expect(read('{"Comment": "https://a/*b*/", "States": {}}').definition['Comment']).toBe('https://a/*b*/');
  });

  it.each([
    ['{"States": {} /* open', 'The text ends inside a comment: */ is missing.'],
    ['{"States": ${}}', 'Unknown word "$"; text takes double quotes.'],
    ['{"States": / }', 'Expected a value here.'],
    ['{${key}: 1}', 'Expected a key in double quotes.'],
  ])('that are none are refused: %s', (broken, message) => {
    const parsed = parseDocument({ text: broken, format: 'json' });
    expect(parsed.ok ? null : parsed.problem.message).toBe(message);
  });
});
