import { margin, type Room, stub } from './room';
import type { EdgeKind, Point, Rect } from './types';

/** How many rows further down an edge turns to go straight, before it takes a lane of its own. */
const stepsBeside = 2;
/** A label fits on a level piece of this length. */
const labelRoom = 96;

/** Where a line leaves the lower side of a card, how far below it turns first, and where it arrives at the upper side of its target. */
export interface Port {
  readonly x: number;
  readonly turn: number;
  readonly entry: number;
}

/** The port of a line that has a card for itself. */
export function onlyPort(from: Rect, to: Rect): Port {
  return { x: middle(from), turn: stub, entry: middle(to) };
}

export const middle = (rect: Rect) => rect.x + rect.width / 2;

/** Down from a port of one card and onto another from above, without a lane; null where that is not possible. */
export function straightDown(from: Rect, to: Rect, port: Port, room: Room): Point[] | null {
  if (isUpwards(from, to)) return null;
  const { target, bottom, wish } = fall(from, to, port);
  const { x } = port;
  const y = room.level(
    [x, target.x],
    [bottom, target.y],
    wish,
    (height) => room.freeDown(target.x, height, target.y, margin / 2) && room.freeDown(x, bottom, height, 0),
    stepsBeside,
  );
  return y === null ? null : tidy([{ x, y: bottom }, { x, y }, { x: target.x, y }, target]);
}

/** Takes the free lane that suits a line from one card to another best, and gives its x. */
export function takeLane(from: Rect, to: Rect, port: Port, room: Room): number {
  if (!isUpwards(from, to)) {
    const { target, wish, low } = fall(from, to, port);
    return room.lane(wish, low, (port.x + target.x) / 2);
  }
  const { start, end } = sideHeights(from, to);
  const leftwards = to.x + to.width + 2 * margin <= from.x;
  const rightwards = from.x + from.width + 2 * margin <= to.x;
  const wish = leftwards ? from.x - margin : rightwards ? from.x + from.width + margin : rightOf(from, to) + margin;
  return room.lane(Math.min(start, end), Math.max(start, end), wish, [leftwards ? -1 : 1]);
}

/** From one card to another along a lane. What the line looks like depends on the cards and the lane alone. */
export function alongLane(from: Rect, to: Rect, port: Port, lane: number, room: Room): Point[] {
  return isUpwards(from, to) ? upAlong(from, to, lane, room) : downAlong(from, to, port, lane, room);
}

/** Whether a card stands too high to be reached from below another; a line to it leaves and arrives at the sides. */
const isUpwards = (from: Rect, to: Rect) => to.y < from.y + from.height + margin;

/** Where a line downwards arrives, and the heights at which it turns first and last. */
function fall(from: Rect, to: Rect, port: Port) {
  const target = { x: port.entry, y: to.y };
  const bottom = from.y + from.height;
  const half = (target.y - bottom) / 2;
  return { target, bottom, wish: bottom + Math.min(port.turn, half), low: target.y - Math.min(stub, half) };
}

function downAlong(from: Rect, to: Rect, port: Port, x: number, room: Room): Point[] {
  const { target, bottom, wish, low } = fall(from, to, port);
  const turn = room.level([port.x, x], [bottom, low], wish, (y) => {
    return room.freeDown(port.x, bottom, y, 0) && room.freeDown(x, y, low, margin / 2);
  });
  const arrive = room.level([x, target.x], [turn ?? wish, target.y], low, (y) => {
    return room.freeDown(x, turn ?? wish, y, margin / 2) && room.freeDown(target.x, y, target.y, 0);
  });
  return tidy([
    { x: port.x, y: bottom },
    { x: port.x, y: turn ?? wish },
    { x, y: turn ?? wish },
    { x, y: arrive ?? low },
    { x: target.x, y: arrive ?? low },
    target,
  ]);
}

/** Out at a side, along a lane, and in at a side of the target: the sides that face the lane. */
function upAlong(from: Rect, to: Rect, x: number, room: Room): Point[] {
  const y = sideHeights(from, to);
  const start = sideFacing(from, x, y.start);
  const end = sideFacing(to, x, y.end);
  const out = room.freeAcross(start.at.x, x, y.start) ? null : gapBeside(start.beside, x, room);
  const into = room.freeAcross(x, end.at.x, y.end) ? null : gapBeside(end.beside, x, room);
  return tidy([
    start.at,
    ...(out === null ? [] : [start.beside, { x: start.beside.x, y: out }]),
    { x, y: out ?? y.start },
    { x, y: into ?? y.end },
    ...(into === null ? [] : [{ x: end.beside.x, y: into }, end.beside]),
    end.at,
  ]);
}

/** Where a line upwards leaves and arrives. */
function sideHeights(from: Rect, to: Rect) {
  return { start: from.y + from.height / 2, end: to.y + Math.min(20, to.height / 2) };
}

const rightOf = (a: Rect, b: Rect) => Math.max(a.x + a.width, b.x + b.width);

/** The point on the side of a card that faces a lane, and the one beside it in the space between two columns. */
function sideFacing(card: Rect, lane: number, y: number): { readonly at: Point; readonly beside: Point } {
  const left = lane < middle(card);
  const x = left ? card.x : card.x + card.width;
  return { at: { x, y }, beside: { x: left ? x - margin : x + margin, y } };
}

/** The height of the nearest gap between rows through which a point beside a card is reached from a lane; null when there is none. */
function gapBeside(point: Point, lane: number, room: Room): number | null {
  return room.level([point.x, lane], [-Infinity, Infinity], point.y, (y) => {
    const [top, low] = [Math.min(y, point.y), Math.max(y, point.y)];
    return room.freeDown(point.x, top, low, 0) && room.freeDown(lane, top, low, 0);
  });
}

/** A line from a state to itself. */
export function loop(card: Rect): Point[] {
  const right = card.x + card.width;
  const x = right + margin;
  return [
    { x: right, y: card.y + card.height - 16 },
    { x, y: card.y + card.height - 16 },
    { x, y: card.y + 16 },
    { x: right, y: card.y + 16 },
  ];
}

/** Without corners that are none. */
function tidy(points: readonly Point[]): Point[] {
  const kept: Point[] = [];
  for (const point of points) {
    const [before, last] = [kept.at(-2), kept.at(-1)];
    if (last && last.x === point.x && last.y === point.y) continue;
    const straight =
      before && last && ((before.x === last.x && last.x === point.x) || (before.y === last.y && last.y === point.y));
    if (straight) kept.pop();
    kept.push(point);
  }
  return kept;
}

/**
 * The middle of the longest upright piece: labels read best where an edge runs down to its target. Lines of catchers share
 * their upright piece with others, so their label stands where they leave their own card.
 */
export function labelPoint(points: readonly Point[], kind: EdgeKind | 'end'): Point {
  let best: { length: number; point: Point } = { length: -1, point: points[0] ?? { x: 0, y: 0 } };
  for (let i = 1; i < points.length; i += 1) {
    const [a, b] = [points[i - 1], points[i]];
    if (!a || !b) continue;
    const across = Math.abs(b.x - a.x);
    if (kind === 'catch' && a.y === b.y && across >= labelRoom) return { x: (a.x + b.x) / 2, y: a.y };
    if (a.x !== b.x) continue;
    const length = Math.abs(b.y - a.y);
    if (length >= best.length) best = { length, point: { x: a.x, y: (a.y + b.y) / 2 } };
  }
  return best.point;
}
