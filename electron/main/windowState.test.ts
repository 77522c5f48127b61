import { describe, expect, it, vi } from 'vitest';
import { restorable, type WindowState } from './windowState';

vi.mock('electron', () => ({ screen: {} }));

describe('the place of the window at the next start', () => {
  const left = { x: 0, y: 25, width: 1920, height: 1055 };
  const right = { x: 1920, y: 0, width: 1280, height: 1024 };
  const at = (x: number, y: number): WindowState => ({ bounds: { x, y, width: 800, height: 600 }, maximized: false });
  const restored = (state: WindowState, ...areas: (typeof left)[]) => restorable(JSON.stringify(state), areas);

  it('is where it was', () => {
    expect(restored(at(100, 100), left)).toEqual(at(100, 100));
    expect(restored(at(2000, 0), left, right)).toEqual(at(2000, 0));
    expect(restored(at(-700, 100), left)).toEqual(at(-700, 100));
  });

  it.each([
    ['its screen is gone', at(2000, 0)],
    ['it would be out of reach on the left', at(-780, 100)],
    ['its title bar would be above the screen', at(100, 0)],
    ['its title bar would be below the screen', at(100, 1060)],
  ])('is not kept when %s', (_why, state) => {
    expect(restored(state, left)).toBeNull();
  });

  it.each(['', 'null', '{"bounds":{"x":0}}', '{"bounds":{"x":1e999,"y":0,"width":1,"height":1},"maximized":false}'])(
    'is not read from %j',
    (kept) => {
      expect(restorable(kept, [left])).toBeNull();
    },
  );
});
