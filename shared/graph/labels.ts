import type { GraphEdge, Point, Rect, Size } from './types';

/** A line with a label, as far as its place goes. */
export interface LabelledLine {
  readonly points: readonly Point[];
  /** Where it goes when nothing is in the way. */
  readonly wish: Point;
  /** Of the label; null for a line without one, which others keep clear of. */
  readonly width: number | null;
}

/** Size of a label that is cut to its number or sign, as the style sheet has it. */
export const shortLabel: Size = { width: 22, height: 16 };
/** Height of a label, as the style sheet has it. */
const height = 20;
/** What a label keeps clear of cards, lines and other labels: little above and below, where lines of one card run close. */
const clear = { beside: 2, above: 0.5 };
/** More labels than this in one scope nobody reads at once; they stay where they wish. */
const mostLabels = 250;

/** What stands for a label that has no room: the number of its rule, or a sign. */
export function shortText({ kind, ref }: Pick<GraphEdge, 'kind' | 'ref'>): string {
  if (ref.slot.kind === 'choice') return String(ref.slot.index + 1);
  return kind === 'catch' ? '!' : 'D';
}

/**
 * The width that a label takes on screen, estimated from its text: the style sheet cuts what is longer than the last number.
 * @param isRule whether the number of a rule stands before it
 */
export function labelWidth(text: string, isRule: boolean): number {
  return Math.min(212, 18 + text.length * 6.4 + (isRule ? 14 : 0));
}

/** Where a label goes, and whether only its number or sign finds room there. */
export interface LabelPlace {
  readonly point: Point;
  readonly isShort: boolean;
}

/**
 * Places of labels, in the order of the lines: each where it wishes if that is free, else at the place along its line that
 * covers least of cards, other lines and labels placed before it; beside its line where nothing on it is free. A label that
 * would cover something wherever it stands is cut to its number or sign.
 */
export function placeLabels(lines: readonly LabelledLine[], cards: readonly Rect[]): readonly LabelPlace[] {
  const labelled = lines.filter(({ width }) => width !== null).length;
  if (labelled === 0 || labelled > mostLabels) return lines.map(({ wish }) => ({ point: wish, isShort: false }));
  const blocks = new Blocks();
  for (const card of cards) blocks.add(card, cost.card, null);
  for (const [index, { points }] of lines.entries())
    for (const piece of pieces(points)) blocks.add(piece, cost.line, index);
  return lines.map(({ points, wish, width }, index) => {
    if (width === null) return { point: wish, isShort: false };
    const covered = (box: Rect) => blocks.covered(box, index);
    const whole = leastCovering(points, wish, { width, height }, covered);
    const short = whole.covers === 0 ? whole : leastCovering(points, wish, shortLabel, covered);
    const isShort = short.covers < whole.covers;
    const { point } = isShort ? short : whole;
    blocks.add(boxAt(point, isShort ? shortLabel : { width, height }), cost.label, index);
    return { point, isShort };
  });
}

function leastCovering(points: readonly Point[], wish: Point, size: Size, covered: (box: Rect) => number) {
  let best = { point: wish, covers: covered(boxAt(wish, size)) };
  if (best.covers === 0) return best;
  for (const point of candidates(points, size)) {
    const covers = covered(boxAt(point, size));
    if (covers < best.covers) best = { point, covers };
    if (covers === 0) break;
  }
  return best;
}

/** What it costs to cover something: a card hides the label or is hidden by it, a line only crosses it. */
const cost = { card: 12, label: 8, line: 3 };

function boxAt({ x, y }: Point, { width, height: tall }: Size): Rect {
  return {
    x: x - width / 2 - clear.beside,
    y: y - tall / 2 - clear.above,
    width: width + 2 * clear.beside,
    height: tall + 2 * clear.above,
  };
}

/** The straight pieces of a line, as boxes without thickness. */
function* pieces(points: readonly Point[]): Generator<Rect> {
  for (let index = 1; index < points.length; index += 1) {
    const [a, b] = [points[index - 1], points[index]];
    if (!a || !b) continue;
    yield { x: Math.min(a.x, b.x), y: Math.min(a.y, b.y), width: Math.abs(a.x - b.x), height: Math.abs(a.y - b.y) };
  }
}

/** How far along a piece a label may stand, those near the middle first; on longer ones at so many places more. */
const shares = [0.5, 0.4, 0.6, 0.3, 0.7, 0.2, 0.8, 0.1, 0.9];
const between = Array.from({ length: 40 }, (_, index) => (index + 0.5) / 40);
/** Distances from the line at which a label may stand beside it. */
const gap = 6;

/** On the line, the longest upright pieces first, then level ones that are long enough; then beside them. */
function* candidates(points: readonly Point[], { width, height: tall }: Size): Generator<Point> {
  const all = [...pieces(points)];
  const upright = all.filter((piece) => piece.width === 0 && piece.height >= tall).sort((a, b) => b.height - a.height);
  const level = all
    .filter((piece) => piece.height === 0 && piece.width >= Math.min(width, 60))
    .sort((a, b) => b.width - a.width);
  const on = [...upright, ...level.filter((each) => each.width >= width)];
  for (const places of [shares, between])
    for (const piece of on)
      for (const share of places) yield { x: piece.x + piece.width * share, y: piece.y + piece.height * share };
  for (const piece of upright)
    for (const share of shares)
      for (const side of [1, -1]) yield { x: piece.x + side * (width / 2 + gap), y: piece.y + piece.height * share };
  for (const piece of level)
    for (const share of shares)
      for (const side of [1, -1]) yield { x: piece.x + piece.width * share, y: piece.y + side * (tall / 2 + gap) };
}

const cell = 256;

interface Block {
  readonly box: Rect;
  readonly costs: number;
  readonly line: number | null;
}

/** What reaches into more cells than this, such as a line to a card that was put far away, is kept apart. */
const mostCells = 400;

/** Boxes by the cells of a grid that they reach into. */
class Blocks {
  private readonly large: Block[] = [];
  private readonly cells = new Map<string, Block[]>();

  /** @param line whose it is: a label may cover its own line */
  add(box: Rect, costs: number, line: number | null): void {
    const block = { box, costs, line };
    if ((box.width / cell + 1) * (box.height / cell + 1) > mostCells) {
      this.large.push(block);
      return;
    }
    for (const key of cellsOf(box)) {
      const list = this.cells.get(key);
      if (list) list.push(block);
      else this.cells.set(key, [block]);
    }
  }

  /** What a label of a line would cover. */
  covered(box: Rect, line: number): number {
    let sum = 0;
    const seen = new Set<Block>();
    const look = (block: Block) => {
      if (block.line === line || seen.has(block) || !meet(block.box, box)) return;
      seen.add(block);
      sum += block.costs;
    };
    this.large.forEach(look);
    for (const key of cellsOf(box)) this.cells.get(key)?.forEach(look);
    return sum;
  }
}

function* cellsOf({ x, y, width, height: tall }: Rect): Generator<string> {
  const [column, row] = [Math.floor(x / cell), Math.floor(y / cell)];
  // Counted from zero: far away, numbers have no successor.
  const [columns, rows] = [Math.floor((x + width) / cell) - column, Math.floor((y + tall) / cell) - row];
  for (let right = 0; right <= columns; right += 1)
    for (let below = 0; below <= rows; below += 1) yield `${column + right} ${row + below}`;
}

function meet(a: Rect, b: Rect): boolean {
  return a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height;
}
