import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isArray, isObject, type JsonPath, type JsonValue } from '../../base/json';
import { locate, printDocument, withDefinition, type WorkflowDocument } from '../document';
import { parseDocument } from '../parse';
import { perform, randomAct, startingDocument } from '../testing/arbitraries';

/** The paths of all members and items of a value. */
function pathsOf(value: JsonValue, at: JsonPath = []): JsonPath[] {
  const inner: [string | number, JsonValue][] = isArray(value)
    ? value.map((item, index) => [index, item])
    : isObject(value)
      ? Object.entries(value)
      : [];
  return inner.flatMap(([step, item]) => [[...at, step], ...pathsOf(item, [...at, step])]);
}

function placesOf(document: WorkflowDocument) {
  return pathsOf(document.definition).flatMap((path) => [locate(document, path), locate(document, path, true)]);
}

function read(text: string, format: 'json' | 'yaml'): WorkflowDocument {
  const parsed = parseDocument({ text, format });
  if (!parsed.ok) throw new Error(`${parsed.problem.message}\n${text}`);
  return parsed.value.document;
}

const odd = {
  json: '\uFEFF{ "x":[ 1e3 ,-0.50,{"a":[]} ],\r\n\t"States":{ "A" :{"Type":"Pass","Next":"B"},\r\n\t"B":{"Type":"Pass","End":true} }, "StartAt" :"A" } ',
  yaml: `%YAML 1.2
---
# A pipeline
StartAt: A   # where it starts
"Comment" : >
  folded
    text

States:
    # The first.
    A:
        Type: Pass
        Parameters: {a: [1, 2],
          b: c}
        Result:
        - 1.0
        -   k: v
            l: |+
                text

        - - x
        Next: B
    # The second.

    B:   # second
        Type: Parallel
        Branches:
        - StartAt: C
          States:
            C:
                Type: Pass
                Comment: 'it''s
                    two lines'
                End: true
                # about C
        -
          StartAt: D
          States:
            D: {Type: Pass, End: true}
        End: true
Unknown:
`,
};

describe.each(['json', 'yaml'] as const)('the places of an edited text in %s', (format) => {
  it('are those of the text as it reads', () => {
    fc.assert(
      fc.property(fc.boolean(), fc.array(randomAct, { minLength: 1, maxLength: 12 }), (plain, acts) => {
        let document = plain ? startingDocument(format) : read(odd[format], format);
        for (const act of acts) {
          const result = perform(document, act).result;
          if (!result?.ok) continue;
          document = result.value.document;
          const fresh = read(printDocument(document), format);
          expect(document.definition).toEqual(fresh.definition);
          expect(placesOf(document)).toEqual(placesOf({ ...fresh, definition: document.definition }));
        }
      }),
      { seed: 20261125, numRuns: format === 'json' ? 200 : 150 },
    );
  });
});

describe('a YAML text that is read in parts', () => {
  it('takes no comment for a part of the text in lines above it', () => {
    const document = read('States: {}\nA: |\n  text\nB:\n  c: 1\n  # about c\nC: 2\n', 'yaml');
    const { B: _gone, ...next } = document.definition;
    const text = printDocument(withDefinition(document, next));
    expect(read(text, 'yaml').definition).toEqual({ States: {}, A: 'text\n', C: 2 });
  });
});
