import { describe, expect, it } from 'vitest';
import { exportText, printDocument, withDefinition } from '../document';
import { copyStates } from '../edits/copyStates';
import { duplicateStates } from '../edits/duplicateStates';
import { pasteStates } from '../edits/pasteStates';
import { setFields } from '../edits/setFields';
import { wrapStates } from '../edits/wrapStates';
import { rootScope, statePath } from '../paths';
import { read, textAfter } from '../testing/read';

/** None of them is what JavaScript would print for its value. */
const numbers = ['12345678901234567890', '9223372036854775807', '1e400', '-1E-7', '1.0', '-0', '0.10'] as const;

const oneLine = (number: string) =>
  `{"StartAt":"T","States":{"T":{"Type":"Pass","Result":${number},"Next":"U"},"U":{"Type":"Succeed"}}}`;
const inLines = (number: string) =>
  `{\n  "StartAt": "T",\n  "States": {\n    "T": {\n      "Type": "Pass",\n      "Result": ${number},\n      "Next": "U"\n    },\n    "U": { "Type": "Succeed" }\n  }\n}\n`;
const yaml = (number: string) =>
  `StartAt: T\nStates:\n  T:\n    Type: Pass\n    Result: ${number}\n    Next: U\n  U:\n    Type: Succeed\n`;
const flow = (number: string) =>
  `StartAt: T\nStates: {T: {Type: Pass, Result: ${number}, Next: U}, U: {Type: Succeed}}\n`;

const texts = [
  ['JSON in lines', 'json', inLines],
  ['JSON on one line', 'json', oneLine],
  ['YAML in lines', 'yaml', yaml],
  ['YAML in braces', 'yaml', flow],
] as const;

const state = statePath(rootScope, 'T');
const count = (text: string, number: string) => text.split(/[\s,:{}[\]]+/).filter((word) => word === number).length;

describe.each(texts)('the text of a number in %s', (_what, format, write) => {
  it.each(numbers)('%s stays when its state is wrapped, copied, pasted and its neighbour edited', (number) => {
    const document = read(write(number), format);
    expect(count(textAfter(wrapStates.apply(document, { states: [state], in: 'Map' })), number)).toBe(1);
    expect(count(textAfter(duplicateStates.apply(document, { states: [state] })), number)).toBe(2);
    const comment = setFields.apply(document, { changes: [{ at: ['States', 'T', 'Comment'], value: 'x' }] });
    expect(count(textAfter(comment), number)).toBe(1);
    const copied = copyStates(document, [state]) ?? '';
    expect(count(copied, number)).toBe(1);
    const pasted = pasteStates.apply(document, { scope: rootScope, text: copied });
    expect(count(textAfter(pasted), number)).toBe(2);
  });

  it.each(numbers)('%s stays in an export to the other format', (number) => {
    const document = read(write(number), format);
    const exported = exportText(document, format === 'json' ? 'yaml' : 'json');
    expect(count(exported, number)).toBe(1);
    expect(read(exported, format === 'json' ? 'yaml' : 'json').definition).toEqual(document.definition);
  });
});

describe('a key that stands twice in JSON', () => {
  const twice = '{"StartAt":"A","States":{"A":{"Type":"Pass"},"B":{"Type":"Pass"},"A":{"Type":"Succeed"}}}';

  it('stays when a neighbour is edited', () => {
    const edit = setFields.apply(read(twice, 'json'), { changes: [{ at: ['States', 'B', 'Comment'], value: 'x' }] });
    expect(textAfter(edit)).toBe(twice.replace('"B":{"Type":"Pass"}', '"B":{"Type":"Pass","Comment":"x"}'));
  });

  it('is renamed in both places, else the first one would come to count', () => {
    const document = read(twice, 'json');
    const next = { StartAt: 'A', States: { Z: { Type: 'Succeed' }, B: { Type: 'Pass' } } };
    expect(printDocument(withDefinition(document, next))).toBe(
      '{"StartAt":"A","States":{"Z":{"Type":"Pass"},"B":{"Type":"Pass"},"Z":{"Type":"Succeed"}}}',
    );
  });
});
