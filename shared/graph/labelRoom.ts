import type { StatePath } from '../workflow/index';
import { labelWidth } from './labels';
import { rowGap } from './sizes';
import type { GraphEdge, Point, ScopeGraph, Size } from './types';

/** What a short label takes of a gap. */
const roomOfShort = 44;
/** Free line at both ends of a label. */
const ends = 32;

/** How far apart two states stand that an edge joins along the picture, so that its label fits between them. */
export function gapFor({ label, kind }: Pick<GraphEdge, 'label' | 'kind'>): number {
  return label === null || label === '' ? rowGap : Math.max(rowGap, labelWidth(label, kind === 'choice') + 2 * ends);
}

/**
 * Moves the layers of a layout that leads down apart, as far as the labels of the edges that leave each of them need. Lines
 * with labels lead along the picture, and a picture that leads to the right has labels as long as its gaps are wide.
 */
export function withRoomForLabels(
  scope: ScopeGraph,
  places: ReadonlyMap<StatePath, Point>,
  sizeOf: (state: StatePath) => Size,
): Map<StatePath, Point> {
  const bands = bandsOf(places, sizeOf);
  const bandOf = new Map(bands.flatMap(({ states }, index) => states.map((state) => [state, index] as const)));
  const gaps = bands.map(() => 0);
  const leaving = new Map<StatePath | null, number>();
  for (const edge of scope.edges) {
    const from = edge.from === null ? undefined : bandOf.get(edge.from);
    const to = bandOf.get(edge.to);
    if (from === undefined || to === undefined || to <= from) continue;
    // Beside the longest label there is room for the short ones of the others that leave the same state.
    const others = edge.label === null ? 0 : (leaving.get(edge.from) ?? 0);
    leaving.set(edge.from, others + 1);
    gaps[from] = Math.max(gaps[from] ?? 0, gapFor(edge) + others * roomOfShort);
  }
  const moved = new Map<StatePath, Point>();
  let by = 0;
  for (const [index, { states, bottom }] of bands.entries()) {
    for (const state of states) {
      const place = places.get(state);
      if (place) moved.set(state, { x: place.x, y: place.y + by });
    }
    const next = bands[index + 1];
    if (next) by += Math.max(0, Math.ceil(((gaps[index] ?? 0) - (next.top - bottom)) / 4) * 4);
  }
  return moved;
}

interface Band {
  readonly states: StatePath[];
  readonly top: number;
  bottom: number;
}

/** The states in layers, from above: what stands beside each other is one. */
function bandsOf(places: ReadonlyMap<StatePath, Point>, sizeOf: (state: StatePath) => Size): readonly Band[] {
  const bands: Band[] = [];
  for (const [state, { y }] of [...places].sort(([, a], [, b]) => a.y - b.y)) {
    const bottom = y + sizeOf(state).height;
    const last = bands.at(-1);
    if (last && y < last.bottom) {
      last.states.push(state);
      last.bottom = Math.max(last.bottom, bottom);
    } else bands.push({ states: [state], top: y, bottom });
  }
  return bands;
}
