import type { Rect } from './types';

/** Height of a band: a few cards, so that an edge to the next row looks at one or two bands. */
const height = 320;

/** Rectangles by height, so that a question about a few rows need not look at all of a large workflow. */
export class Bands {
  private readonly bands = new Map<number, number[]>();

  constructor(private readonly rects: readonly Rect[]) {
    rects.forEach((rect, index) => {
      for (let band = bandOf(rect.y); band <= bandOf(rect.y + rect.height); band += 1) {
        const list = this.bands.get(band);
        if (list) list.push(index);
        else this.bands.set(band, [index]);
      }
    });
  }

  /** All that may reach in between two heights, in the order they were given in; some beside it too. */
  between(top: number, bottom: number): Rect[] {
    const [first, last] = [bandOf(top), bandOf(bottom)];
    if (last - first > this.bands.size) return [...this.rects];
    const found = new Set<number>();
    for (let band = first; band <= last; band += 1) for (const index of this.bands.get(band) ?? []) found.add(index);
    return [...found].sort((a, b) => a - b).flatMap((index) => this.rects[index] ?? []);
  }
}

const bandOf = (y: number) => Math.floor(y / height);
