import { describe, expect, test } from 'vitest';
import { labelWidth, placeLabels } from './labels';

const down = (x: number, top: number, bottom: number) => [
  { x, y: top },
  { x, y: bottom },
];

const placesOf = (...given: Parameters<typeof placeLabels>) => placeLabels(...given).map(({ point }) => point);

describe('the places of labels', () => {
  test('are where they wish when that is free', () => {
    expect(placesOf([{ points: down(0, 0, 200), wish: { x: 0, y: 100 }, width: 80 }], [])).toEqual([{ x: 0, y: 100 }]);
  });

  test('keep clear of a card, along the line', () => {
    const card = { x: 20, y: 80, width: 100, height: 40 };
    const [place] = placesOf([{ points: down(0, 0, 300), wish: { x: 0, y: 100 }, width: 80 }], [card]);
    expect(place?.x).toBe(0);
    expect(Math.abs((place?.y ?? 100) - 100)).toBeGreaterThanOrEqual(30);
  });

  test('keep clear of other lines and of each other', () => {
    const lines = [
      { points: down(0, 0, 200), wish: { x: 0, y: 100 }, width: 80 },
      { points: down(60, 0, 200), wish: { x: 60, y: 100 }, width: 80 },
      {
        points: [
          { x: -200, y: 100 },
          { x: 200, y: 100 },
        ],
        wish: { x: 0, y: 100 },
        width: null,
      },
    ];
    const [first, second] = placesOf(lines, []);
    for (const place of [first, second]) expect(Math.abs((place?.y ?? 100) - 100)).toBeGreaterThanOrEqual(13);
    // On its own line each, and not side by side.
    expect([first?.x, second?.x]).toEqual([0, 60]);
    expect(Math.abs((first?.y ?? 0) - (second?.y ?? 0))).toBeGreaterThanOrEqual(20);
  });

  test('are beside the line where nothing on it is free', () => {
    const lines = [
      { points: down(0, 0, 60), wish: { x: 0, y: 30 }, width: 80 },
      { points: down(30, 0, 60), wish: { x: 30, y: 30 }, width: null },
    ];
    const [place] = placesOf(lines, []);
    expect(place?.x).toBe(-46);
  });

  test('end where something is very far away', () => {
    const far = { points: down(0, 0, 1e17), wish: { x: 0, y: 0 }, width: 80 };
    expect(placeLabels([far, far], [])).toHaveLength(2);
  });

  test('may cover their own line', () => {
    const corner = [...down(0, 0, 100), { x: 300, y: 100 }];
    expect(placesOf([{ points: corner, wish: { x: 0, y: 95 }, width: 60 }], [])).toEqual([{ x: 0, y: 95 }]);
  });

  test('are as wide as the text, up to where it is cut', () => {
    expect(labelWidth('Default', false)).toBeLessThan(70);
    expect(labelWidth('x'.repeat(200), true)).toBe(212);
    expect(labelWidth('a', true)).toBeGreaterThan(labelWidth('a', false));
  });
});
