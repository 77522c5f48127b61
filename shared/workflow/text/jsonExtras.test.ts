import { describe, expect, it } from 'vitest';
import type { JsonObject, JsonValue } from '../../base/index';
import { exportText, withDefinition, type WorkflowDocument } from '../document';
import { copyStates } from '../edits/copyStates';
import { deleteStates } from '../edits/deleteStates';
import { duplicateStates } from '../edits/duplicateStates';
import { pasteStates } from '../edits/pasteStates';
import { renameState } from '../edits/renameState';
import { setFields } from '../edits/setFields';
import { wrapStates } from '../edits/wrapStates';
import { parseDocument } from '../parse';
import { rootScope, type StatePath } from '../paths';

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
    expect(wrapped).toContain('// It takes a while.\n          // after Wait\n          "Wait": {');
    expect(wrapped.match(/It takes a while|after Wait/g)).toHaveLength(2);
  });

  it('go along over the clipboard, into YAML as plain texts', () => {
    const copied = copyStates(read(text), [wait]) ?? '';
    expect(copied).toContain('"Seconds": ${wait},');
    const pasted = textAfter(pasteStates.apply(read(text), { scope: rootScope, text: copied }));
    expect(pasted.match(/"Seconds": \$\{wait\}/g)).toHaveLength(2);
    const yaml = parseDocument({ text: 'StartAt: A\n# note\nStates:\n  A:\n    Type: Succeed\n', format: 'yaml' });
    if (!yaml.ok) throw new Error(yaml.problem.message);
    const into = pasteStates.apply(yaml.value.document, { scope: rootScope, text: copied });
    expect(into.ok && into.value.document.source.text).toBe(
      'StartAt: A\n# note\nStates:\n  A:\n    Type: Succeed\n  Wait:\n    Type: Wait\n    Seconds: ${wait}\n    End: true\n',
    );
  });

  it('give way to a value, and to another placeholder without quotes', () => {
    const set = (value: JsonValue) => {
      const at = ['States', 'Wait', 'Seconds'];
      return textAfter(setFields.apply(read(text), { changes: [{ at, value }] }));
    };
    expect(set(5)).toBe(text.replace('${wait}', '5'));
    expect(set('${delay}')).toBe(text.replace('${wait}', '${delay}'));
    expect(set('${a}${b}')).toBe(text.replace('${wait}', '"${a}${b}"'));
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

  it('may have quotes of their own inside a text, as Terraform writes them', () => {
    const terraform = `{
  "StartAt": "A",
  "States": {
    "A": { "Type": "Task", "Resource": "\${module.load["a"].arn}:\${lookup(var.m, "k")}", "Next": "B" },
    "B": { "Type": "Pass", "Result": "\${x(", "Comment": "{% $f(\\"\${g(\\"a\\")}\\") %}", "End": true }
  }
}`;
    const document = read(terraform);
    expect(document.definition['States']).toEqual({
      A: { Type: 'Task', Resource: '${module.load["a"].arn}:${lookup(var.m, "k")}', Next: 'B' },
      B: { Type: 'Pass', Result: '${x(', Comment: '{% $f("${g("a")}") %}', End: true },
    });
    const renamed = textAfter(renameState.apply(document, { state: '/States/B' as StatePath, to: 'C' }));
    expect(renamed).toBe(terraform.replace('"Next": "B"', '"Next": "C"').replace('"B":', '"C":'));
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
