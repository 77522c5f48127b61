import { describe, expect, it } from 'vitest';
import { valueAt, type JsonObject } from '../base/json';
import { measureGraph, projectGraph, arrange } from '../graph/index';
import { validateDefinition } from '../validation/registry';
import { setFields } from './edits/setFields';
import { printDocument } from './document';
import { parseDocument } from './parse';

const problemOf = (text: string, format: 'json' | 'yaml' = 'json') => {
  const result = parseDocument({ text, format });
  return result.ok ? null : result.problem;
};

describe('text that is refused', () => {
  it.each([
    ['nothing', '', 'NOT_JSON', 1, 1],
    ['a missing comma', '{\n  "StartAt": "A"\n  "States": {}\n}', 'NOT_JSON', 3, 3],
    ['a comma too many', '{\n  "States": {},\n}', 'NOT_JSON', 2, 15],
    ['single quotes', "{'States': {}}", 'NOT_JSON', 1, 2],
    ['an open string', '{"States": {"A', 'NOT_JSON', 1, 13],
    ['a line break in a string', '{"States": {}, "C": "a\nb"}', 'NOT_JSON', 1, 23],
    ['a comment that does not end', '{\n/* no\n}', 'NOT_JSON', 2, 1],
    ['an unknown word', '{"States": undefined}', 'NOT_JSON', 1, 12],
    ['a number as JSON does not write it', '{"States": {}, "n": 01}', 'NOT_JSON', 1, 21],
    ['text after the end', '{"States": {}} x', 'NOT_JSON', 1, 16],
    ['a list', '[1, 2]', 'NOT_A_STATE_MACHINE', 1, 1],
    ['States that is no object', '{"States": []}', 'NOT_A_STATE_MACHINE', 1, 12],
    ['a CloudFormation template', '{"Resources": {}}', 'NOT_A_STATE_MACHINE', 1, 1],
    ['deep nesting', `${'['.repeat(5000)}${']'.repeat(5000)}`, 'TOO_DEEP', 1, 302],
  ] as const)('%s is refused with its place', (_name, text, code, line, column) => {
    expect(problemOf(text)).toMatchObject({ code, line, column });
  });

  it.each([
    ['a wrong indentation', 'States:\n  A: 1\n B: 2\n', 'NOT_YAML'],
    ['a tab', 'States:\n\tA: 1\n', 'NOT_YAML'],
    ['a plain sentence', 'just a sentence', 'NOT_A_STATE_MACHINE'],
    ['not a number', 'States: {}\nx: .nan\n', 'NOT_YAML'],
    [
      'an alias bomb',
      `a: &a [x,x,x,x,x,x,x,x,x]\n${[...'bcdefg'].map((name, i) => `${name}: &${name} [${`*${'abcdef'[i] ?? 'a'},`.repeat(9)}]`).join('\n')}\nStates: {}\n`,
      'NOT_YAML',
    ],
    ['deep nesting', `x: ${'['.repeat(5000)}${']'.repeat(5000)}`, 'TOO_DEEP'],
  ] as const)('YAML with %s is refused', (_name, text, code) => {
    expect(problemOf(text, 'yaml')?.code).toBe(code);
  });
});

describe('odd but readable text', () => {
  it('warns of a key that stands twice, and takes the last', () => {
    const result = parseDocument({ text: '{\n "StartAt": "A",\n "StartAt": "B",\n "States": {}\n}', format: 'json' });
    expect(result).toMatchObject({
      ok: true,
      value: { document: { definition: { StartAt: 'B' } }, warnings: [{ code: 'DUPLICATE_KEY', line: 3 }] },
    });
  });

  it('warns of 20,000 keys that stand twice without counting the lines for each', () => {
    const line = '  "Comment": "x",\n';
    const before = process.cpuUsage();
    const result = parseDocument({ text: `{\n${line.repeat(20_000)}  "States": {}\n}`, format: 'json' });
    // 9.5 s when every warning counted the lines from the start.
    expect(process.cpuUsage(before).user / 1000).toBeLessThan(1500);
    expect(result.ok && result.value.warnings).toHaveLength(19_999);
    expect(result.ok && result.value.warnings.at(-1)).toMatchObject({ line: 20_001, column: 3 });
  });

  it('takes keys that would reach the prototype as plain keys', () => {
    const text =
      '{"StartAt":"__proto__","States":{"__proto__":{"Type":"Pass","Next":"constructor"},"constructor":{"Type":"Pass","End":true}}}';
    const result = parseDocument({ text, format: 'json' });
    if (!result.ok) throw new Error(result.problem.message);
    const graph = projectGraph(result.value.document.definition);
    expect(graph.scopes[0]?.nodes.map((node) => node.name)).toEqual(['__proto__', 'constructor']);
    expect(({} as Record<string, unknown>)['Type']).toBeUndefined();
  });

  it('opens without a sidecar that cannot be read, and says so', () => {
    const result = parseDocument({ text: '{"StartAt":"","States":{}}', format: 'json', sidecar: '{broken' });
    expect(result).toMatchObject({ ok: true, value: { warnings: [{ code: 'SIDECAR_UNREADABLE' }] } });
  });
});

describe('text that is typed', () => {
  it('shares with the definition before what did not change', () => {
    const read = (text: string, former?: JsonObject) => {
      const result = parseDocument({ text, format: 'json', ...(former ? { former } : {}) });
      if (!result.ok) throw new Error(result.problem.message);
      return result.value.document.definition;
    };
    const before = read('{"States":{"A":{"Type":"Pass"},"B":{"Type":"Wait"}}}');
    const after = read('{"States":{"A":{"Type":"Pass"},"B":{"Type":"Fail"}}}', before);
    expect(after).toEqual({ States: { A: { Type: 'Pass' }, B: { Type: 'Fail' } } });
    expect(valueAt(after, ['States', 'A'])).toBe(valueAt(before, ['States', 'A']));
  });
});

describe('large text', () => {
  const states = Object.fromEntries(
    Array.from({ length: 10_000 }, (_, index) => [
      `State ${index}`,
      index === 9999 ? { Type: 'Succeed' } : { Type: 'Pass', Comment: 'x'.repeat(60), Next: `State ${index + 1}` },
    ]),
  );
  const text = JSON.stringify({ StartAt: 'State 0', States: states }, null, 2);

  it('of 10,000 states and over 1 MB is parsed, drawn, judged and edited', () => {
    expect(text.length).toBeGreaterThan(1_000_000);
    const result = parseDocument({ text, format: 'json' });
    if (!result.ok) throw new Error(result.problem.message);
    const { document } = result.value;
    const graph = projectGraph(document.definition);
    const geometry = measureGraph(graph, arrange(graph, {}, 'open'));
    expect([...geometry.scopes.values()][0]?.cards.size).toBe(10_000);
    // AWS takes a megabyte; nothing else is wrong with it.
    expect(validateDefinition(document.definition).map(({ rule }) => rule)).toEqual(['DEFINITION_TOO_LARGE']);
    const edited = setFields.apply(document, { changes: [{ at: ['States', 'State 5000', 'Comment'], value: 'y' }] });
    expect(edited.ok && printDocument(edited.value.document).length).toBe(text.length - 59);
  });
});
