import type { StatePath } from '../workflow/index';
import { middle, type Port } from './lines';
import { stub } from './room';
import type { GraphEdge, Rect, ScopeGeometry, ScopeGraph } from './types';

/** The most that lines of one card stand apart where they leave and arrive. */
const widest = 32;
/** Where several lines of one card turn, the first of them does so at this distance, and each other so much further down. */
const firstTurn = 12;
const turnStep = 8;
/** Pixels that a line does not step aside for. */
const nearly = 6;
/** Where a card is rounded no line arrives. */
const corner = 6;

interface Leaving {
  readonly id: string;
  /** Where it arrives. */
  readonly entry: number;
  /** The middle of what it leads to. */
  readonly x: number;
}

/**
 * Where each edge leaves the lower side of its card, turns and arrives: in the order of its targets, so that edges do not
 * cross. The edge to a target right below leaves in the middle, so that the main line runs straight.
 */
export function portsOf(scope: ScopeGraph, geometry: ScopeGeometry): Map<string, Port> {
  const entries = entriesOf(scope, geometry);
  const leaving = new Map<StatePath, Leaving[]>();
  const add = (from: StatePath, id: string, rect: Rect) => {
    const edge = { id, x: middle(rect), entry: entries.get(id) ?? middle(rect) };
    const list = leaving.get(from);
    if (list) list.push(edge);
    else leaving.set(from, [edge]);
  };
  for (const edge of scope.edges) {
    const to = geometry.cards.get(edge.to);
    if (edge.from !== null && to) add(edge.from, edge.id, to);
  }
  for (const { path, ends } of scope.nodes) if (ends && geometry.end) add(path, `${path}#end`, geometry.end);
  const ports = new Map<string, Port>();
  for (const [path, edges] of leaving) {
    const from = geometry.cards.get(path);
    if (from) for (const [id, port] of portsOfCard(from, edges)) ports.set(id, port);
  }
  return ports;
}

function portsOfCard(from: Rect, edges: readonly Leaving[]): readonly (readonly [string, Port])[] {
  const step = Math.min(widest, from.width / edges.length);
  const sorted = edges.toSorted((a, b) => a.x - b.x || a.entry - b.entry);
  const below = sorted.flatMap(({ x }, index) => (Math.abs(x - middle(from)) <= widest / 2 ? [index] : []));
  const centre =
    below.length === 0 ? (sorted.length - 1) / 2 : below.reduce((sum, index) => sum + index, 0) / below.length;
  const placed = sorted.map(({ id, entry }, index) => {
    const x = middle(from) + (index - centre) * step;
    // Almost straight down is straight down.
    return { id, x: Math.abs(entry - x) <= nearly ? entry : x, entry };
  });
  const turns = turnsOf(placed);
  return placed.map(({ id, x, entry }, index) => [id, { x, entry, turn: turns[index] ?? stub }]);
}

/**
 * How far below the card each line turns, in the order of their ports: the outermost of a side first, so that none crosses one
 * further out; a line that turns alone to its side has more room.
 */
function turnsOf(placed: readonly Pick<Port, 'x' | 'entry'>[]): readonly number[] {
  const turns = placed.map(() => stub);
  const indices = [...placed.keys()];
  const [toLeft, toRight] = [
    indices.filter((index) => (placed[index]?.entry ?? 0) < (placed[index]?.x ?? 0)),
    indices.filter((index) => (placed[index]?.entry ?? 0) > (placed[index]?.x ?? 0)).reverse(),
  ];
  for (const side of [toLeft, toRight])
    if (side.length > 1) for (const [further, index] of side.entries()) turns[index] = firstTurn + further * turnStep;
  return turns;
}

/**
 * Where edges arrive that do not do so in the middle of their target: several from one card, and rules from several cards,
 * arrive beside each other, so that they can be told apart. Those from the card that stands straightest above are in the middle.
 */
function entriesOf(scope: ScopeGraph, geometry: ScopeGeometry): ReadonlyMap<string, number> {
  // All catchers of a target arrive as one.
  const arriving = new Map<StatePath, Map<string, GraphEdge[]>>();
  for (const edge of scope.edges) {
    if (edge.from === null || edge.from === edge.to) continue;
    const bySource = arriving.get(edge.to) ?? new Map<string, GraphEdge[]>();
    arriving.set(edge.to, bySource);
    const source = edge.kind === 'catch' ? 'catch' : edge.from;
    const list = bySource.get(source);
    if (list) list.push(edge);
    else bySource.set(source, [edge]);
  }
  const entries = new Map<string, number>();
  for (const [target, bySource] of arriving) {
    const to = geometry.cards.get(target);
    if (!to || !hasRules(bySource)) continue;
    const groups = [...bySource].flatMap(([source, edges]): Group[] => {
      const from = geometry.cards.get(edges[0]?.from ?? target);
      const slots = source === 'catch' ? [edges] : edges.map((edge) => [edge]);
      return from ? [{ slots, aside: middle(from) - middle(to), from }] : [];
    });
    const [first, ...others] = groups;
    if (!first || (others.length === 0 && first.slots.length === 1)) continue;
    for (const [edges, entry] of beside(first, others, to)) for (const { id } of edges) entries.set(id, entry);
  }
  return entries;
}

/** Whether lines have to be told apart where they arrive: rules, and several from one card. Others may meet before. */
function hasRules(bySource: ReadonlyMap<string, readonly GraphEdge[]>): boolean {
  const all = [...bySource.values()].flat();
  const sources = new Set(all.map(({ from }) => from));
  return sources.size < all.length || all.some(({ kind }) => kind === 'choice' || kind === 'default');
}

interface Group {
  /** What arrives at one place each. */
  readonly slots: readonly (readonly GraphEdge[])[];
  /** How far right of the target its card stands. */
  readonly aside: number;
  readonly from: Rect;
}

/** The groups side by side along the upper side of their target, in the order of their cards. */
function beside(
  first: Group,
  others: readonly Group[],
  to: Rect,
): readonly (readonly [readonly GraphEdge[], number])[] {
  const reach = to.width / 2 - corner;
  const groups = [first, ...others];
  const straightest = others.reduce((best, each) => (distance(each, to) < distance(best, to) ? each : best), first);
  const right = groups.filter((group) => group !== straightest && group.aside >= 0);
  const left = groups.filter((group) => group !== straightest && group.aside < 0);
  const slots = (list: readonly Group[]) => list.toSorted((a, b) => a.aside - b.aside).flatMap((group) => group.slots);
  const [before, inMiddle, after] = [slots(left), straightest.slots, slots(right)];
  const all = [...before, ...inMiddle, ...after];
  const apart = Math.min(widest, (2 * reach) / Math.max(1, all.length - 1));
  const places = all.map((_, index) => (index - before.length - (inMiddle.length - 1) / 2) * apart);
  // As far aside as all of them find room.
  const shift = Math.max(0, -reach - (places[0] ?? 0)) - Math.max(0, (places.at(-1) ?? 0) - reach);
  return all.map((slot, index) => [slot, middle(to) + (places[index] ?? 0) + shift]);
}

/** How far a card is from standing straight above another, and then from it. */
function distance({ aside, from }: Group, to: Rect): number {
  return Math.abs(aside) * 1000 + Math.max(0, to.y - from.y - from.height);
}
