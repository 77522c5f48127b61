import { factsOf, typeEnds, typeHasCatch, typeHasRules } from '#shared/asl/index';
import { own as field } from '#shared/base/index';
import { type GraphNode, type Picture, type Point, type Rect, card, upright, uprightPoint } from '#shared/graph/index';
import { type LayoutDirection, type ScopePath, type StatePath, stateName } from '#shared/workflow/index';
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
  const boxes = new Map<StatePath, Rect>();
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
      boxes.set(node.path, { ...rect, x: offset.x + rect.x, y: offset.y + rect.y });
    }
    for (const node of scope.nodes) {
      const rect = own.cards.get(node.path);
      if (!rect) continue;
      const box = { ...rect, x: rect.x + offset.x, y: rect.y + offset.y };
      if (typeHasRules(node.type)) slots.push(...rulesBelow(node, box, own.direction));
      if (typeHasCatch(node.type)) slots.push(onError(node, box, own.direction));
      if (factsOf(node.type).scopeFields.some(({ holds }) => holds === 'branches') && !collapsed.has(node.path))
        slots.push(newBranch(node, box, own.direction));
    }
    const holder = scope.parent === null ? undefined : boxes.get(scope.parent);
    const area = laneOf({ ...own.area, x: own.area.x + offset.x, y: own.area.y + offset.y }, holder, own.direction);
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

/** The lane of a branch reaches to the foot of its container, however little stands in it. */
function laneOf(area: Rect, holder: Rect | undefined, direction: LayoutDirection): Rect {
  if (!holder) return area;
  const [lane, around] = [upright(area, direction), upright(holder, direction)];
  const foot = around.y + around.height - laneFoot;
  return upright({ ...lane, height: Math.max(lane.height, foot - lane.y) }, direction);
}

/** Where a place is that is found as in a picture that leads down. */
function placeAt(box: Rect, direction: LayoutDirection, find: (box: Rect) => Point): Point {
  return uprightPoint(find(upright(box, direction)), direction);
}

/** Below a Choice: a new rule, and its Default while it has none. */
function rulesBelow({ path, state }: GraphNode, rect: Rect, direction: LayoutDirection): Slot[] {
  const [below, beside] = direction === 'down' ? [belowChoice, besideEach] : [besideEach, belowChoice];
  const at = (aside: number) =>
    placeAt(rect, direction, ({ x, y, width, height }) => ({ x: x + width / 2 + aside, y: y + height + below }));
  const hasDefault = typeof field(state, 'Default') === 'string';
  const rule: Slot = {
    id: `${path}#new rule`,
    name: 'New rule',
    at: at(hasDefault ? 0 : -beside),
    place: { kind: 'wire', from: path, as: 'choice' },
  };
  if (hasDefault) return [rule];
  const otherwise: Slot = {
    id: `${path}#new default`,
    name: 'Default',
    at: at(beside),
    place: { kind: 'wire', from: path, as: 'default' },
  };
  return [rule, otherwise];
}

/** Beside a state: what follows an error. */
function onError({ path }: GraphNode, rect: Rect, direction: LayoutDirection): Slot {
  const aside = direction === 'down' ? besideError : belowChoice;
  const at = placeAt(rect, direction, ({ x, y, width, height }) => ({ x: x + width + aside, y: y + height / 2 }));
  return {
    id: `${path}#on error`,
    name: 'On error',
    at,
    place: { kind: 'wire', from: path, as: 'catch' },
    quiet: true,
  };
}

/** At the side of a Parallel where its last branch is. */
function newBranch({ path }: GraphNode, rect: Rect, direction: LayoutDirection): Slot {
  const foot = direction === 'down' ? laneFoot : besideEach;
  const at = placeAt(rect, direction, ({ x, y, width, height }) => ({ x: x + width, y: y + height - foot }));
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
