import { describe, expect, test } from 'vitest';
import { clippedLine } from './clip';

const view = { x: 0, y: 0, width: 100, height: 100 };
const p = (x: number, y: number) => ({ x, y });

describe('the parts of a line in view', () => {
  test('are the line itself where it is in view', () => {
    const line = [p(10, 10), p(10, 50), p(60, 50)];
    expect(clippedLine(line, view)).toEqual([line]);
  });

  test('end at the border', () => {
    expect(clippedLine([p(50, -900), p(50, 50), p(900, 50)], view)).toEqual([[p(50, 0), p(50, 50), p(100, 50)]]);
  });

  test('are the same for lines that share the way through', () => {
    const lane = clippedLine([p(-20, -500), p(40, -500), p(40, 800), p(-20, 800)], view);
    expect(lane).toEqual([[p(40, 0), p(40, 100)]]);
    expect(clippedLine([p(-20, -300), p(40, -300), p(40, 800), p(-20, 800)], view)).toEqual(lane);
  });

  test('are several where it leaves the view and comes back', () => {
    expect(clippedLine([p(10, 50), p(10, 150), p(90, 150), p(90, 50)], view)).toEqual([
      [p(10, 50), p(10, 100)],
      [p(90, 100), p(90, 50)],
    ]);
  });

  test('are none of a line that passes by', () => {
    expect(clippedLine([p(150, 0), p(150, 100)], view)).toEqual([]);
  });
});
