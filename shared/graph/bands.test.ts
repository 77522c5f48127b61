import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Bands } from './bands';
import type { Rect } from './types';

describe('rectangles by height', () => {
  const coordinate = fc.integer({ min: -2000, max: 2000 });
  const rect: fc.Arbitrary<Rect> = fc.record({
    x: coordinate,
    y: coordinate,
    width: fc.constant(10),
    height: fc.integer({ min: 1, max: 900 }),
  });

  it('miss none that reaches in, and keep their order', () => {
    fc.assert(
      fc.property(fc.array(rect), coordinate, fc.nat(1500), (rects, top, size) => {
        const found = new Bands(rects).between(top, top + size);
        const reach = (each: Rect) => each.y < top + size && each.y + each.height > top;
        expect(found.filter(reach)).toEqual(rects.filter(reach));
      }),
    );
  });

  it('leave out what is far away', () => {
    const rects = Array.from({ length: 100 }, (_, index) => ({ x: 0, y: index * 112, width: 240, height: 72 }));
    expect(new Bands(rects).between(5000, 5100).length).toBeLessThan(10);
  });
});
