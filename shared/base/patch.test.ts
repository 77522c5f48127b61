import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { JsonObject, JsonValue } from './json';
import { applyPatch, patchBetween } from './patch';

const json = fc.jsonValue({ maxDepth: 4 }) as fc.Arbitrary<JsonValue>;

describe('a patch', () => {
  it('makes the next value of the old one, key order included, and survives being posted', () => {
    fc.assert(
      fc.property(json, json, (old, next) => {
        const patch = structuredClone(patchBetween(old, next));
        expect(JSON.stringify(applyPatch(old, patch))).toBe(JSON.stringify(next));
      }),
      { numRuns: 500, seed: 7 },
    );
  });

  it('holds what changed alone, and leaves the rest the same object', () => {
    const [a, b]: JsonObject[] = [{ Type: 'Pass' }, { Type: 'Wait', Seconds: 1 }];
    const old: JsonObject = { StartAt: 'A', States: { A: a ?? {}, B: b ?? {} } };
    const next: JsonObject = { ...old, States: { A: a ?? {}, B: { ...b, Seconds: 2 } } };
    const patch = patchBetween(old, next);
    expect(patch).toEqual({
      kind: 'object',
      keys: null,
      members: [
        [
          'States',
          {
            kind: 'object',
            keys: null,
            members: [['B', { kind: 'object', keys: null, members: [['Seconds', { kind: 'value', value: 2 }]] }]],
          },
        ],
      ],
    });
    const made = applyPatch(old, patch) as { States: JsonObject };
    expect(made).toEqual(next);
    expect(made.States['A']).toBe(a);
  });

  it('keeps a key that names the prototype an ordinary one', () => {
    const next = JSON.parse('{"__proto__":{"x":1}}') as JsonValue;
    const made = applyPatch({}, patchBetween({}, next));
    expect(Object.keys(made as object)).toEqual(['__proto__']);
    expect(({} as Record<string, unknown>)['x']).toBeUndefined();
  });
});
