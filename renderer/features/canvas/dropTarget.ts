import { factsOf, typeEnds, typeHasCatch, typeHasRules } from '#shared/asl/index';
import { own as field } from '#shared/base/index';
import { type GraphNode, type Picture, type Point, type Rect, card } from '#shared/graph/index';
import { type ScopePath, type StatePath, stateName } from '#shared/workflow/index';
import type { Place } from '../../editor/placing/addItem';

/** How near to a slot, in pixels of the canvas, a card has to be dropped to go there; to a line, and to a quiet slot. */
const reach = { slot: 44, line: 18, quiet: 22 };

/** Where the places below a Choice are, from its lower side and its middle. */
const belowChoice = 30;
const besideEach = 58;

/** How far right of a card the place for its errors is. */
const besideError = 54;

/** Free space below the lanes of a container. */
const laneFoot = 28;

/** A place where a state can be put in: on a line, or at the end of a new one. */
export interface Slot {
  readonly id: string;
  /** What the place is called; a place on a line is not. */
  readonly name?: string;
  readonly at: Point;
  readonly place: Place;
  /** Shown only while the pointer is near: every card has one. */
  readonly quiet?: true;
  /** The line that it stands for: a drop anywhere on it is meant so. */
  readonly line?: readonly Point[];
}

export interface DropAreas {
  readonly slots: readonly Slot[];
  /** Inner scopes after the ones around them. */
  readonly scopes: readonly {
    readonly scope: ScopePath;
    readonly area: Rect;
    readonly origin: Point;
    readonly root: boolean;
  }[];
}

/** Every legal place on the canvas for a new state, in canvas coordinates. */
export function dropAreas({ graph, geometry, routes }: Picture, collapsed: ReadonlySet<StatePath>): DropAreas {
  const offsets = new Map<StatePath, Point>();
  const bottoms = new Map<StatePath, number>();
  const slots: Slot[] = [];
  const scopes: DropAreas['scopes'][number][] = [];
  for (const scope of graph.scopes) {
    const own = geometry.scopes.get(scope.scope);
    const offset = scope.parent === null ? { x: 0, y: 0 } : offsets.get(scope.parent);
    if (!own || !offset) continue;
    for (const node of scope.nodes) {
      const rect = own.cards.get(node.path);
      if (!rect || collapsed.has(node.path)) continue;
      offsets.set(node.path, { x: offset.x + rect.x, y: offset.y + rect.y });
      bottoms.set(node.path, offset.y + rect.y + rect.height);
    }
    for (const node of scope.nodes) {
      const rect = own.cards.get(node.path);
      if (!rect) continue;
      const box = { ...rect, x: rect.x + offset.x, y: rect.y + offset.y };
      if (typeHasRules(node.type)) slots.push(...rulesBelow(node, box));
      if (typeHasCatch(node.type)) slots.push(onError(node, box));
      if (factsOf(node.type).scopeFields.some(({ holds }) => holds === 'branches') && !collapsed.has(node.path))
        slots.push(newBranch(node, box));
    }
    const top = own.area.y + offset.y;
    // The lane of a branch reaches down to the foot of its container, however little stands in it.
    const foot = scope.parent === null ? top + own.area.height : (bottoms.get(scope.parent) ?? top) - laneFoot;
    const area = { ...own.area, x: own.area.x + offset.x, y: top, height: Math.max(own.area.height, foot - top) };
    const origin = { x: own.origin.x + offset.x, y: own.origin.y + offset.y };
    scopes.push({ scope: scope.scope, area, origin, root: scope.parent === null });
    if (scope.parent !== null && scope.nodes.length === 0) slots.push(firstStep(scope.scope, area));
    for (const route of routes.get(scope.scope) ?? []) {
      const edge = scope.edges.find((candidate) => candidate.id === route.id);
      const at = { x: route.label.x + offset.x, y: route.label.y + offset.y };
      const { ending } = route;
      const succeed = scope.nodes.some((node) => node.path === ending && typeEnds(node.type));
      const line = route.points.map((point) => ({ x: point.x + offset.x, y: point.y + offset.y }));
      if (edge) slots.push({ id: route.id, at, line, place: { kind: 'transition', ref: edge.ref } });
      else if (ending !== null && !succeed)
        slots.push({ id: route.id, name: `After ${stateName(ending)}`, at, place: { kind: 'after', state: ending } });
    }
  }
  return { slots, scopes };
}

/** Below a Choice: a new rule, and its Default while it has none. */
function rulesBelow({ path, state }: GraphNode, rect: Rect): Slot[] {
  const middle = rect.x + rect.width / 2;
  const y = rect.y + rect.height + belowChoice;
  const hasDefault = typeof field(state, 'Default') === 'string';
  const rule: Slot = {
    id: `${path}#new rule`,
    name: 'New rule',
    at: { x: hasDefault ? middle : middle - besideEach, y },
    place: { kind: 'wire', from: path, as: 'choice' },
  };
  if (hasDefault) return [rule];
  const otherwise: Slot = {
    id: `${path}#new default`,
    name: 'Default',
    at: { x: middle + besideEach, y },
    place: { kind: 'wire', from: path, as: 'default' },
  };
  return [rule, otherwise];
}

/** Beside a state: what follows an error. */
function onError({ path }: GraphNode, rect: Rect): Slot {
  const at = { x: rect.x + rect.width + besideError, y: rect.y + rect.height / 2 };
  return {
    id: `${path}#on error`,
    name: 'On error',
    at,
    place: { kind: 'wire', from: path, as: 'catch' },
    quiet: true,
  };
}

/** At the right side of a Parallel. */
function newBranch({ path }: GraphNode, rect: Rect): Slot {
  const at = { x: rect.x + rect.width, y: rect.y + rect.height - laneFoot };
  return { id: `${path}#new branch`, name: 'New branch', at, place: { kind: 'branch', state: path } };
}

/** In a Map or branch without states. */
function firstStep(scope: ScopePath, area: Rect): Slot {
  const at = { x: area.x + area.width / 2, y: area.y + area.height / 2 };
  return { id: `${scope}#first step`, name: 'First step', at, place: { kind: 'scope', scope } };
}

/** What a drop at a point means: on the nearest line, else in the innermost scope around the point. */
export function dropTarget(
  areas: DropAreas,
  point: Point,
): { place: Place; slot: Slot | null; scope: ScopePath } | null {
  const inner = [...areas.scopes].reverse().find(({ area, root }) => root || contains(area, point, 16));
  if (!inner) return null;
  const near = areas.slots
    .map((slot) => ({ slot, nearness: nearnessOf(slot, point) }))
    .sort((a, b) => a.nearness - b.nearness)[0];
  if (near && near.nearness < 1) return { place: near.slot.place, slot: near.slot, scope: inner.scope };
  const position = {
    x: Math.round((point.x - card.width / 2 - inner.origin.x) / 4) * 4,
    y: Math.round((point.y - card.height / 2 - inner.origin.y) / 4) * 4,
  };
  return { place: { kind: 'scope', scope: inner.scope, position }, slot: null, scope: inner.scope };
}

/** How near a point is to a slot, as a part of its reach. */
function nearnessOf({ at, quiet, line = [] }: Slot, point: Point): number {
  const direct = Math.hypot(at.x - point.x, at.y - point.y) / (quiet ? reach.quiet : reach.slot);
  return Math.min(direct, ...line.slice(1).map((to, index) => distanceTo(line[index] ?? to, to, point) / reach.line));
}

/** From a point to a straight piece of a line. */
function distanceTo(from: Point, to: Point, { x, y }: Point): number {
  const [across, down] = [to.x - from.x, to.y - from.y];
  const length = across * across + down * down;
  const along = length === 0 ? 0 : Math.min(1, Math.max(0, ((x - from.x) * across + (y - from.y) * down) / length));
  return Math.hypot(x - from.x - along * across, y - from.y - along * down);
}

function contains(rect: Rect, point: Point, slack: number): boolean {
  return (
    point.x >= rect.x - slack &&
    point.x <= rect.x + rect.width + slack &&
    point.y >= rect.y - slack &&
    point.y <= rect.y + rect.height + slack
  );
}
