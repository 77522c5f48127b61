import { describe, expect, it } from 'vitest';
import type { JsonObject, JsonPath, JsonValue } from '../base/json';
import {
  exportText,
  locate,
  printDocument,
  withDefinition,
  type SourceFormat,
  type WorkflowDocument,
} from './document';
import { deleteStates } from './edits/deleteStates';
import { renameState } from './edits/renameState';
import { setFields } from './edits/setFields';
import { parseDocument } from './parse';
import { rootScope, statePath } from './paths';

function parsed(text: string, format: SourceFormat = 'json'): WorkflowDocument {
  const result = parseDocument({ text, format });
  if (!result.ok) throw new Error(result.problem.message);
  return result.value.document;
}

function set(document: WorkflowDocument, at: JsonPath, value: JsonValue | undefined): string {
  const result = setFields.apply(document, { changes: [{ at, value }] });
  if (!result.ok) throw new Error(result.problem.message);
  return printDocument(result.value.document);
}

/** The lines that differ, old ones with a minus, new ones with a plus. */
function changedLines(before: string, after: string): string[] {
  const [old, next] = [before.split('\n'), after.split('\n')];
  return [
    ...old.filter((line) => !next.includes(line)).map((line) => `-${line}`),
    ...next.filter((line) => !old.includes(line)).map((line) => `+${line}`),
  ];
}

const layouts: Record<string, string> = {
  'two spaces':
    '{\n  "StartAt": "A",\n  "States": {\n    "A": { "Type": "Pass", "Result": 1.0, "End": true }\n  }\n}\n',
  tabs: '{\n\t"States": {\n\t\t"A": {\n\t\t\t"Type": "Pass",\n\t\t\t"End": true\n\t\t}\n\t},\n\t"StartAt": "A"\n}',
  'one line': '{"StartAt":"A","States":{"A":{"Type":"Pass","End":true}}}',
  'Windows line ends and a byte order mark':
    '\uFEFF{\r\n  "StartAt": "A",\r\n  "States": {"A": {"Type": "Pass", "End": true}}\r\n}\r\n',
  'odd spaces, escapes and unknown fields':
    ' {  "StartAt" :"A" , "x":[ 1e3 ,-0.50, "\\u00e9\\/" ],\n"States":{ "A" :{"Type":"Pass","End":true,"__proto__":{"a":1}}  } } ',
};

describe('printing JSON', () => {
  it.each(Object.entries(layouts))('%s comes back byte for byte', (_name, text) => {
    expect(printDocument(parsed(text))).toBe(text);
  });

  it('changes only the line of the value that was set', () => {
    const text = layouts['tabs'] ?? '';
    expect(changedLines(text, set(parsed(text), ['States', 'A', 'Type'], 'Succeed'))).toEqual([
      '-\t\t\t"Type": "Pass",',
      '+\t\t\t"Type": "Succeed",',
    ]);
  });

  it('puts a new field before End in the style of its neighbours', () => {
    expect(set(parsed(layouts['tabs'] ?? ''), ['States', 'A', 'Comment'], 'why')).toContain(
      '\t\t\t"Type": "Pass",\n\t\t\t"Comment": "why",\n\t\t\t"End": true\n',
    );
    expect(set(parsed(layouts['one line'] ?? ''), ['States', 'A', 'Comment'], 'why')).toBe(
      '{"StartAt":"A","States":{"A":{"Type":"Pass","Comment":"why","End":true}}}',
    );
    expect(set(parsed(layouts['two spaces'] ?? ''), ['States', 'A', 'Comment'], 'why')).toContain(
      '"Result": 1.0, "Comment": "why", "End": true',
    );
  });

  it('keeps Windows line ends in what it adds', () => {
    const after = set(parsed(layouts['Windows line ends and a byte order mark'] ?? ''), ['Comment'], 'why');
    expect(after).toMatch(/^\uFEFF/);
    expect(after.replaceAll('\r\n', '')).not.toContain('\n');
  });

  it('takes a field away with its comma, wherever it stands', () => {
    const text =
      '{\n  "Comment": "first",\n  "StartAt": "A",\n  "States": {\n    "A": {\n      "Type": "Pass",\n      "End": true\n    }\n  },\n  "Last": 1\n}\n';
    expect(changedLines(text, set(parsed(text), ['Comment'], undefined))).toEqual(['-  "Comment": "first",']);
    const withoutLast = set(parsed(text), ['Last'], undefined);
    expect(JSON.parse(withoutLast)).not.toHaveProperty('Last');
    expect(withoutLast.endsWith('  }\n}\n')).toBe(true);
  });

  it('keeps how numbers were written in states that move', () => {
    const document = parsed(
      '{\n "StartAt": "A",\n "States": {\n  "A": {"Type": "Pass", "Result": 1.0, "Next": "B"},\n  "B": {"Type": "Pass", "Result": 12345678901234567890, "End": true}\n }\n}',
    );
    const renamed = renameState.apply(document, { state: statePath(rootScope, 'A'), to: 'First' });
    const text = renamed.ok ? printDocument(renamed.value.document) : '';
    expect(text).toContain('"First": {"Type": "Pass", "Result": 1.0, "Next": "B"}');
    expect(text).toContain('12345678901234567890');
  });

  it('keeps the order of states with numbers for names', () => {
    const text =
      '{\n  "StartAt": "b",\n  "States": {\n    "b": { "Type": "Pass", "Next": "1" },\n    "1": { "Type": "Pass", "End": true }\n  }\n}\n';
    expect(changedLines(text, set(parsed(text), ['States', '1', 'Comment'], 'x'))).toHaveLength(2);
  });

  it('writes valid JSON for any other definition', () => {
    const document = parsed(layouts['odd spaces, escapes and unknown fields'] ?? '');
    const next: JsonObject = { States: {}, StartAt: '', Added: { deep: [[], {}, [{ a: null }]] } };
    expect(JSON.parse(printDocument(withDefinition(document, next)))).toEqual(next);
  });
});

const yaml = `# A pipeline
StartAt: Extract   # where it starts
States:
  Extract:
    Type: Task
    Resource: arn:aws:states:::glue:startJobRun.sync
    # The job is owned by the data team.
    Parameters: {JobName: extract}
    Next: Load
  Load:   # the last one
    Type: Pass
    Result:
      - 1.0
      - two
    End: true
`;

describe('printing YAML', () => {
  it('comes back byte for byte', () => {
    expect(printDocument(parsed(yaml, 'yaml'))).toBe(yaml);
  });

  it('changes only the lines of an edit and keeps comments', () => {
    expect(changedLines(yaml, set(parsed(yaml, 'yaml'), ['States', 'Load', 'Type'], 'Succeed'))).toEqual([
      '-    Type: Pass',
      '+    Type: Succeed',
    ]);
    expect(changedLines(yaml, set(parsed(yaml, 'yaml'), ['States', 'Load', 'Result', 1], 'three'))).toEqual([
      '-      - two',
      '+      - three',
    ]);
    expect(changedLines(yaml, set(parsed(yaml, 'yaml'), ['States', 'Extract', 'TimeoutSeconds'], 60))).toEqual([
      '+    TimeoutSeconds: 60',
    ]);
  });

  it('renames a state and what leads to it, and keeps the comment beside it', () => {
    const renamed = renameState.apply(parsed(yaml, 'yaml'), { state: statePath(rootScope, 'Load'), to: 'Write' });
    const text = renamed.ok ? printDocument(renamed.value.document) : '';
    expect(changedLines(yaml, text)).toEqual([
      '-    Next: Load',
      '-  Load:   # the last one',
      '+    Next: Write',
      '+  Write:   # the last one',
    ]);
  });

  it('deletes a state without touching the others', () => {
    const deleted = deleteStates.apply(parsed(yaml, 'yaml'), { states: [statePath(rootScope, 'Load')] });
    const text = deleted.ok ? printDocument(deleted.value.document) : '';
    expect(text).toContain('# The job is owned by the data team.');
    expect(text).toContain('End: true');
    expect(text).not.toContain('Load');
  });

  it('keeps Windows line ends, also where a document is written anew', () => {
    const text = 'StartAt: A\r\nStates:\r\n  A: &a\r\n    Type: Pass\r\n    End: true\r\n';
    const after = set(parsed(text, 'yaml'), ['States', 'A', 'Comment'], 'x');
    expect(after).toContain('Comment: x\r\n');
    expect(after.replaceAll('\r\n', '')).not.toContain('\n');
  });

  it('writes a document with anchors anew, with its comments', () => {
    const text = 'StartAt: A # start\nStates:\n  A: &a\n    Type: Pass\n    Next: B\n  B:\n    <<: *a\n    End: true\n';
    const document = parsed(text.replace('    <<: *a\n', '    Type: Pass\n'), 'yaml');
    const after = set(document, ['States', 'A', 'Comment'], 'x');
    expect(after).toContain('# start');
    expect(parsed(after, 'yaml').definition).toMatchObject({
      States: { A: { Type: 'Pass', Next: 'B', Comment: 'x' } },
    });
  });
});

describe('export', () => {
  it('gives the same definition in the other format', () => {
    const document = parsed(yaml, 'yaml');
    expect(JSON.parse(exportText(document, 'json'))).toEqual(document.definition);
    expect(parsed(exportText(parsed(layouts['two spaces'] ?? ''), 'yaml'), 'yaml').definition).toEqual(
      parsed(layouts['two spaces'] ?? '').definition,
    );
  });
});

describe('locate', () => {
  it('finds values and keys by line and column', () => {
    const document = parsed(layouts['two spaces'] ?? '');
    expect(locate(document, ['States', 'A', 'Type'])).toMatchObject({ line: 4, column: 20 });
    expect(locate(document, ['States', 'A', 'Type'], true)).toMatchObject({ line: 4, column: 12 });
    expect(locate(parsed(yaml, 'yaml'), ['States', 'Load', 'Result', 1])).toMatchObject({ line: 14, column: 9 });
  });

  it('gives the nearest place for a path that leads nowhere', () => {
    expect(locate(parsed(yaml, 'yaml'), ['States', 'Load', 'Retry', 0])).toMatchObject({ line: 11 });
  });
});
