import { describe, expect, it } from 'vitest';
import type { JsonObject, JsonValue } from '../base/json';
import { autoLayout } from './autoLayout';
import { projectGraph } from './project';

function laidOut(states: JsonObject, direction: 'down' | 'right' = 'down') {
  const [scope] = projectGraph({ StartAt: 'A', States: states }).scopes;
  if (!scope) throw new Error('a machine has a scope');
  // B is a container, larger than a card.
  return [
    ...autoLayout(
      scope,
      (path) => (path === '/States/B' ? { width: 400, height: 200 } : { width: 232, height: 64 }),
      direction,
    ),
  ];
}

describe('the layout of a scope', () => {
  it.each<[string, JsonObject, [string, { x: number; y: number }][]]>([
    ['one state', { A: { Type: 'Pass', End: true } }, [['/States/A', { x: 0, y: 0 }]]],
    [
      'two in a row',
      { A: { Type: 'Pass', Next: 'B' }, B: { Type: 'Pass', End: true } },
      [
        ['/States/A', { x: 84, y: 0 }],
        ['/States/B', { x: 0, y: 136 }],
      ],
    ],
    [
      'two in a row, the second first in the text',
      { B: { Type: 'Pass', End: true }, A: { Type: 'Pass', Next: 'B' } },
      [
        ['/States/A', { x: 84, y: 0 }],
        ['/States/B', { x: 0, y: 136 }],
      ],
    ],
    [
      'two that do not know each other',
      { A: { Type: 'Pass', End: true }, B: { Type: 'Pass', End: true } },
      [
        ['/States/A', { x: 0, y: 68 }],
        ['/States/B', { x: 272, y: 0 }],
      ],
    ],
  ])('of %s', (_what, states, expected) => {
    expect(laidOut(states)).toEqual(expected);
  });

  it('to the right puts the next state beside, with room for the label between them', () => {
    const row = laidOut({ A: { Type: 'Pass', Next: 'B' }, B: { Type: 'Pass', End: true } }, 'right');
    expect(row).toEqual([
      ['/States/A', { x: 0, y: 68 }],
      ['/States/B', { x: 304, y: 0 }],
    ]);
    const choice: JsonObject = {
      Type: 'Choice',
      Choices: [{ Variable: '$.a.rather.long.name.of.a.member', IsPresent: true, Next: 'B' }],
    };
    const wide = new Map(laidOut({ A: choice, B: { Type: 'Pass', End: true } }, 'right'));
    expect(wide.get('/States/B' as never)?.x).toBeGreaterThan(304 + 100);
  });

  it('of 250 Choices with 10 rules each takes no seconds', () => {
    const states = Array.from({ length: 250 }, (_, i): [string, JsonValue] => [
      `S${i}`,
      { Type: 'Choice', Choices: Array.from({ length: 10 }, (_rule, j) => ({ Next: `S${(i + 1 + 23 * j) % 250}` })) },
    ]);
    const before = process.cpuUsage();
    expect(laidOut(Object.fromEntries(states))).toHaveLength(250);
    // Over 12 s by dagre.
    expect(process.cpuUsage(before).user / 1000).toBeLessThan(2000);
  });
});
