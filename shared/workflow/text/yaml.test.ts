import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isObject, objectFrom, type JsonObject } from '../../base/json';
import { printDocument, withDefinition, type WorkflowDocument } from '../document';
import { parseDocument } from '../parse';

function parsed(text: string): WorkflowDocument {
  const result = parseDocument({ text, format: 'yaml' });
  if (!result.ok) throw new Error(result.problem.message);
  return result.value.document;
}

/** The text after an edit, having made sure that it says what it shall. */
function edited(document: WorkflowDocument, next: JsonObject): string {
  const text = printDocument(withDefinition(document, next));
  expect(parsed(text).definition).toEqual(next);
  return text;
}

const oddKeys = ['', '~', 'null', '? [a, b]', '? {a: 1}', '"x y"', "'it''s'", '1', '1.0', 'true', '<<', '? ~'] as const;

/** A map of odd keys in the order given; each key with a number for its value. */
function mapText(keys: readonly string[], indent: string): string {
  return keys.map((key, index) => `${indent}${key}${key.startsWith('?') ? `\n${indent}` : ''}: ${index}\n`).join('');
}

describe('YAML maps with odd keys', () => {
  it.each([
    ['null', '~', ''],
    ['empty', '', ''],
    ['a list', '? [a, b]', '["a","b"]'],
    ['a map', '? {a: 1}', '{"a":1}'],
    ['a number', '0x10', '16'],
  ])('a last key that is %s has the same name in text and definition', (_what, key, name) => {
    const document = parsed(`StartAt: A\nStates: {}\n${mapText([key], '')}`);
    expect(document.definition).toEqual({ StartAt: 'A', States: {}, [name]: 0 });
    expect(edited(document, { ...document.definition, StartAt: 'B' })).toBe(
      `StartAt: B\nStates: {}\n${mapText([key], '')}`,
    );
  });

  it('are edited to whatever they shall be, and the edit ends', () => {
    const keys = fc.uniqueArray(fc.constantFrom(...oddKeys), { minLength: 1 });
    const act = fc.record({ drop: fc.nat(20), rename: fc.nat(20), change: fc.nat(20), add: fc.boolean() });
    fc.assert(
      fc.property(keys, act, fc.boolean(), (texts, { drop, rename, change, add }, inside) => {
        const indent = inside ? '    ' : '';
        const text = `StartAt: A\nStates:\n  A:\n    Type: Pass # why\n${inside ? mapText(texts, indent) : ''}${inside ? '' : mapText(texts, indent)}`;
        const document = parsed(text);
        const edit = (object: JsonObject) => {
          const entries = Object.entries(object);
          const changed = entries.map(([key, value], i) => {
            if (isObject(value)) return [key, value] as const;
            return [i === rename ? 'renamed' : key, i === change ? 'changed' : value] as const;
          });
          const left = changed.filter(([, value], i) => i !== drop || isObject(value));
          return objectFrom(add ? [...left, ['added', [1, { a: null }]]] : left);
        };
        const { definition } = document;
        const states = definition['States'];
        const state = isObject(states) ? states['A'] : undefined;
        if (!isObject(state)) throw new Error('the text has a state A');
        edited(document, inside ? { ...definition, States: { A: edit(state) } } : edit(definition));
      }),
      { seed: 20261125, numRuns: 300 },
    );
  });
});

describe('what YAML may hold', () => {
  it('brackets in comments and strings are no nesting', () => {
    const text = `# ${'{'.repeat(301)}\nStates: {}\nComment: "${'['.repeat(301)}"\n`;
    expect(parsed(text).definition).toEqual({ States: {}, Comment: '['.repeat(301) });
  });

  it.each([
    ['indentation', Array.from({ length: 1500 }, (_, depth) => `${' '.repeat(depth)}a:\n`).join('')],
    ['indentation within the stack', Array.from({ length: 310 }, (_, depth) => `${' '.repeat(depth)}a:\n`).join('')],
    ['brackets', `a: ${'[{a: '.repeat(200)}${'}]'.repeat(200)}\n`],
  ])('nesting by %s is refused as too deep', (_what, text) => {
    expect(parseDocument({ text, format: 'yaml' })).toMatchObject({
      ok: false,
      problem: { code: 'TOO_DEEP', message: 'Nested deeper than 300 levels.' },
    });
  });

  it('an alias is the value of its anchor; one that has none is refused with its place', () => {
    expect(parsed('x: &x {a: 1}\ny: *x\nStates: {}\n').definition).toEqual({ x: { a: 1 }, y: { a: 1 }, States: {} });
    expect(parseDocument({ text: 'States: {}\ny: *x\n', format: 'yaml' })).toMatchObject({
      problem: { code: 'NOT_YAML', line: 2, column: 4, message: 'No anchor "&x" stands before this alias.' },
    });
    expect(parseDocument({ text: 'States: {}\ny: &y [*y]\n', format: 'yaml' })).toMatchObject({
      problem: { message: 'The alias "*y" stands inside what it refers to.' },
    });
  });

  it('a document of YAML 1.1 merges maps, and keeps doing so after an edit', () => {
    const document = parsed('%YAML 1.1\n---\nbase: &b {a: 1}\nStates: {}\nx:\n  <<: *b\n');
    expect(document.definition).toEqual({ base: { a: 1 }, States: {}, x: { a: 1 } });
    edited(document, { ...document.definition, base: { a: 1 }, Comment: 'why' });
  });
});
