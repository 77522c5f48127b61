import type { StatePath } from '../workflow/index';
import { margin, type Room } from './room';
import type { GraphEdge, Rect, ScopeGeometry, ScopeGraph } from './types';

/** One upright lane for all catchers that lead to the same handler. Its place is found when the first edge needs it. */
export class Trunk {
  private found: number | null = null;
  private top = Infinity;
  private bottom = -Infinity;
  private readonly wishes: number[] = [];

  constructor(
    private readonly room: Room,
    private readonly direction: Direction,
  ) {}

  /** Widens the trunk so that it reaches from the one card to the other. */
  join(from: Rect, to: Rect): void {
    const [start, end] = this.direction === 'down' ? [from.y + from.height, to.y] : [from.y, to.y];
    this.top = Math.min(this.top, start, end);
    this.bottom = Math.max(this.bottom, start, end);
    this.wishes.push(wish(from, to, this.direction));
  }

  get isShared(): boolean {
    return this.wishes.length > 1;
  }

  x(): number {
    return (this.found ??= this.find());
  }

  private find(): number {
    const { top, bottom, wishes, room } = this;
    if (this.direction === 'left') {
      return room.lane(
        top,
        bottom,
        wishes.reduce((a, b) => Math.min(a, b)),
        [-1],
      );
    }
    if (this.direction === 'right') {
      return room.lane(
        top,
        bottom,
        wishes.reduce((a, b) => Math.max(a, b)),
        [1],
      );
    }
    return room.lane(top, bottom, wishes.reduce((a, b) => a + b) / wishes.length);
  }
}

type Direction = 'down' | 'left' | 'right';

/**
 * The lanes that catchers share. Most workflows lead the errors of all their tasks to one handler; a lane for each would
 * be a band of lines wider than the workflow.
 */
export class Trunks {
  private readonly byTarget = new Map<string, Trunk>();

  constructor(
    scope: ScopeGraph,
    private readonly geometry: ScopeGeometry,
    room: Room,
  ) {
    for (const edge of scope.edges) {
      const [from, to] = this.ends(edge);
      if (!from || !to) continue;
      const key = keyOf(edge.to, directionOf(from, to));
      let trunk = this.byTarget.get(key);
      if (!trunk) this.byTarget.set(key, (trunk = new Trunk(room, directionOf(from, to))));
      trunk.join(from, to);
    }
  }

  /** The lane that the edge shares with others; null when it goes its own way. */
  of(edge: GraphEdge): Trunk | null {
    const [from, to] = this.ends(edge);
    const trunk = from && to && this.byTarget.get(keyOf(edge.to, directionOf(from, to)));
    return trunk?.isShared ? trunk : null;
  }

  private ends(edge: GraphEdge): [Rect, Rect] | [] {
    if (edge.kind !== 'catch' || edge.from === null || edge.from === edge.to) return [];
    const from = this.geometry.cards.get(edge.from);
    const to = this.geometry.cards.get(edge.to);
    return from && to ? [from, to] : [];
  }
}

const keyOf = (target: StatePath, direction: Direction) => `${direction} ${target}`;

function directionOf(from: Rect, to: Rect): Direction {
  if (to.y >= from.y + from.height + margin) return 'down';
  return to.x + to.width + 2 * margin <= from.x ? 'left' : 'right';
}

function wish(from: Rect, to: Rect, direction: Direction): number {
  if (direction === 'down') return (from.x + from.width / 2 + to.x + to.width / 2) / 2;
  return direction === 'left' ? from.x - margin : Math.max(from.x + from.width, to.x + to.width) + margin;
}
