import { describe, expect, test } from 'vitest';
import { distributed, snapped } from './alignment';

const card = (x: number, y: number) => ({ x, y, width: 232, height: 64 });

describe('a card that is moved', () => {
  test('snaps to the nearest line of another, on each axis, and says along which', () => {
    const { at, guides } = snapped(card(103, 300), [card(100, 0), card(500, 297)], 6);
    expect(at).toEqual({ x: 100, y: 297 });
    expect(guides).toContainEqual({ axis: 'x', at: 100, from: 0, to: 361 });
    expect(guides).toContainEqual({ axis: 'y', at: 297, from: 100, to: 732 });
  });

  test('snaps by its middle too', () => {
    const wide = { x: 0, y: 0, width: 400, height: 200 };
    expect(snapped({ ...card(80, 400) }, [wide], 6).at).toEqual({ x: 84, y: 400 });
  });

  test('stays where nothing is near', () => {
    expect(snapped(card(20, 300), [card(100, 0)], 6)).toEqual({ at: { x: 20, y: 300 }, guides: [] });
  });
});

describe('cards that are distributed', () => {
  test('have the same space between them, whatever their sizes; the outer ones stay', () => {
    const rects = new Map([
      ['c', { x: 0, y: 900, width: 232, height: 100 }],
      ['a', card(0, 0)],
      ['b', { x: 40, y: 100, width: 400, height: 200 }],
    ]);
    expect(Object.fromEntries(distributed(rects, 'y'))).toEqual({
      a: { x: 0, y: 0 },
      b: { x: 40, y: 384 },
      c: { x: 0, y: 900 },
    });
  });

  test('that do not fit overlap evenly', () => {
    const places = distributed(new Map([...'abc'].map((key, index) => [key, card(index * 100, 0)])), 'x');
    expect([...places.values()].map(({ x }) => x)).toEqual([0, 100, 200]);
  });
});
