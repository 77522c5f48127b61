import { describe, expect, test } from 'vitest';
import { mapScale } from './mapBlocks';

const size = { width: 176, height: 120 };
const view = (x: number, y: number) => ({ x, y, width: 1000, height: 800 });

describe('the scale of the map', () => {
  test('shows the whole in its middle where that can be seen', () => {
    const { scale, origin } = mapScale({ x: 0, y: 0, width: 1640, height: 1080 }, view(0, 0), size);
    expect(scale).toBeCloseTo(0.1, 5);
    // 6 px of margin on each side.
    expect((0 - origin.x) * scale).toBeCloseTo(6, 5);
    expect((1080 - origin.y) * scale).toBeCloseTo(114, 5);
  });

  test('does not blow a few cards up', () => {
    expect(mapScale({ x: 0, y: 0, width: 300, height: 200 }, view(0, 0), size).scale).toBe(0.12);
  });

  test('shows the part around the view of a workflow that would be a line, and stops at its ends', () => {
    const whole = { x: 0, y: 0, width: 232, height: 272_000 };
    const at = (y: number) => mapScale(whole, view(-300, y), size);
    expect(at(100_000).scale * 232).toBeCloseTo(4, 5);
    // The middle of the view is the middle of the map.
    expect((100_400 - at(100_000).origin.y) * at(100_000).scale).toBeCloseTo(60, 5);
    expect((0 - at(0).origin.y) * at(0).scale).toBeCloseTo(6, 5);
    expect((272_000 - at(271_500).origin.y) * at(271_500).scale).toBeCloseTo(114, 5);
  });
});
