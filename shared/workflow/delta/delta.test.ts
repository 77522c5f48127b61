import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { JsonValue } from '../../base/json';
import type { Position, Sidecar } from '../sidecar';
import { applySplices } from '../text/splice';
import { positionsDelta, withPositions } from './positionsDelta';
import { textDelta } from './textDelta';
import { valueDelta, withDelta } from './valueDelta';

const options = { seed: 20261125, numRuns: 500 };
const state = (name: string, next: string) =>
  `    "${name}": {\n      "Type": "Task",\n      "Resource": "arn:aws:states:::sns:publish",\n      "Retry": [{ "ErrorEquals": ["States.ALL"] }],\n      "Next": "${next}"\n    },\n`;
const states = (count: number) => Array.from({ length: count }, (_, i) => state(`S${i}`, `S${i + 1}`));

describe('the changes between two texts', () => {
  const line = fc.constantFrom('a\n', 'b,c\n', '  "Type": "Pass",\n', 'x'.repeat(60), `${'long '.repeat(30)}\n`, '');
  const text = fc.array(line, { maxLength: 200 }).map((lines) => lines.join(''));

  it('lead from the one to the other', () => {
    fc.assert(
      fc.property(text, text, (from, to) => {
        expect(applySplices(from, textDelta(from, to))).toBe(to);
      }),
      options,
    );
  });

  it('are few where few places differ, also far apart', () => {
    const before = states(400);
    const after = before.with(3, state('S3', 'S399')).with(399, state('S399', 'Renamed'));
    after.splice(200, 1);
    const splices = textDelta(before.join(''), after.join(''));
    expect(applySplices(before.join(''), splices)).toBe(after.join(''));
    expect(splices.reduce((sum, splice) => sum + splice.text.length, 0)).toBeLessThan(40);
    expect(splices.length).toBeLessThan(8);
  });

  it('are found in no time where a word changes in each of thousands of states', () => {
    const before = states(4000);
    const after = before.map((text) => text.replace('sns:publish', 'sqs:sendMessage'));
    const start = process.cpuUsage();
    const splices = textDelta(before.join(''), after.join(''));
    expect(process.cpuUsage(start).user / 1000).toBeLessThan(2000);
    expect(applySplices(before.join(''), splices)).toBe(after.join(''));
    expect(splices.reduce((sum, splice) => sum + splice.text.length, 0)).toBeLessThan(4000 * 20);
  });

  it('are the new lines alone where a state is like all the others', () => {
    const before = states(400);
    const after = before.toSpliced(100, 0, state('S100', 'S100')).with(390, state('S390', 'Renamed'));
    const splices = textDelta(before.join(''), after.join(''));
    expect(splices.reduce((sum, splice) => sum + splice.text.length, 0)).toBeLessThan(400);
  });
});

describe('the changes between two values', () => {
  it('lead from the one to the other, with the keys in the same order', () => {
    const value = fc.jsonValue({ maxDepth: 4 }).map((each) => each as JsonValue);
    fc.assert(
      fc.property(value, value, (from, to) => {
        expect(JSON.stringify(withDelta(from, valueDelta(from, to)))).toBe(JSON.stringify(to));
      }),
      options,
    );
  });

  it('hold the field that differs, not what is around it', () => {
    const inner = { a: 1, b: [1, { c: 'old' }] };
    const from = { x: inner, y: 'same' };
    const to = { x: { ...inner, b: [1, { c: 'new' }] }, y: 'same', z: null };
    expect(JSON.stringify(valueDelta(from, to))).toBe(
      '{"kind":"object","keys":{"head":2,"tail":0,"middle":["z"]},"members":[["x",{"kind":"object","keys":null,"members":[["b",{"kind":"array","head":1,"tail":0,"items":[{"kind":"object","keys":null,"members":[["c",{"kind":"value","value":"new"}]]}]}]]}],["z",{"kind":"value","value":null}]]}',
    );
    expect(valueDelta(from, from)).toBeNull();
  });

  it('share with the value what stays', () => {
    const from = { same: { a: 1 }, other: 1 };
    const to = { same: from.same, other: 2 };
    expect((withDelta(from, valueDelta(from, to)) as typeof to).same).toBe(from.same);
  });
});

describe('the changes between the positions of two documents', () => {
  const coordinate = fc.oneof(fc.integer({ min: -400, max: 400 }), fc.constantFrom(0.1, 0.3, 1e6));
  const position = fc.record({ x: coordinate, y: coordinate, pinned: fc.boolean() });
  const positions = fc.dictionary(fc.constantFrom(...'abcdefgh'), position).map((each): Sidecar['positions'] => each);

  it('lead from the one to the other', () => {
    fc.assert(
      fc.property(positions, positions, (from, to) => {
        expect(JSON.stringify(withPositions(from, positionsDelta(from, to)))).toBe(JSON.stringify(to));
      }),
      options,
    );
  });

  it('are one run where all states below make room', () => {
    const from = Object.fromEntries<Position>(
      Array.from({ length: 1000 }, (_, i) => [`/States/S${i}`, { x: 0, y: i * 136, pinned: false }]),
    );
    const to = Object.fromEntries(
      Object.entries(from).map(([path, at], i) => [path, i < 300 ? at : { ...at, y: at.y + 136 }]),
    );
    expect(positionsDelta(from, to)).toEqual({ keys: null, runs: [300, 700, 0, 136], others: [] });
  });
});
