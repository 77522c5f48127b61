import type { NodeChange, ReactFlowInstance } from '@xyflow/react';
import { useCallback, useState } from 'react';
import { type Geometry, type Guide, type Picture, type Point, boxesOf, snapped } from '#shared/graph/index';
import { type ScopePath, type StatePath, isInside, scopeOf } from '#shared/workflow/index';
import { moveStates } from '#shared/workflow/edits/moveStates';
import { setPositions } from '#shared/workflow/edits/setPositions';
import { applyEdit } from '../../editor/editing';
import type { Session } from '../../editor/session';
import { dropAreas, dropTarget } from './dropTarget';
import type { FlowEdge } from './flowEdges';
import type { FlowNode } from './flowNodes';

type Pointer = MouseEvent | TouchEvent;

/**
 * Dragging states about on the canvas: within their scope they are pinned where they are let go, over another scope they
 * move into it. Nothing is written before the end of the drag, so that it is one act.
 */
export function useStateDrag(flow: ReactFlowInstance<FlowNode, FlowEdge>, picture: Picture, session: Session) {
  const [moving, setMoving] = useState<ReadonlyMap<string, Point>>(nowhere);
  const [guides, setGuides] = useState<readonly Guide[]>(noGuides);
  const [over, setOver] = useState<ScopePath | null>(null);
  const { collapsed } = session;

  const onMoves = useCallback(
    (changes: readonly NodeChange<FlowNode>[]) => {
      const moves = changes.flatMap((change) =>
        change.type === 'position' && change.position && change.dragging
          ? [{ id: change.id, at: change.position }]
          : [],
      );
      if (moves.length === 0) return;
      const [alone] = moves;
      const inLine = alone && moves.length === 1 ? inLineWithOthers(alone.id as StatePath, alone.at, picture) : null;
      setGuides(inLine?.guides ?? noGuides);
      const places = moves.map(({ id, at }) => [id, inLine?.at ?? at] as const);
      setMoving((current) => new Map([...current, ...places]));
    },
    [picture],
  );

  const targetOf = useCallback(
    (event: Pointer, states: readonly StatePath[]) => {
      const pointer = 'changedTouches' in event ? event.changedTouches[0] : event;
      const [first] = states;
      if (!pointer || first === undefined || states.some((state) => scopeOf(state) !== scopeOf(first))) return null;
      const from = scopeOf(first);
      const areas = dropAreas(picture, collapsed);
      const outside = (scope: ScopePath) => !states.some((state) => isInside(scope, state));
      const target = dropTarget(
        {
          slots: areas.slots.filter(
            ({ place }) => place.kind === 'transition' && place.ref.scope !== from && outside(place.ref.scope),
          ),
          scopes: areas.scopes.filter(({ scope }) => outside(scope)),
        },
        flow.screenToFlowPosition({ x: pointer.clientX, y: pointer.clientY }),
      );
      return target && target.scope !== from ? target : null;
    },
    [flow, picture, collapsed],
  );

  const onDrag = useCallback(
    (event: Pointer, dragged: readonly FlowNode[]) => setOver(targetOf(event, statesOf(dragged))?.scope ?? null),
    [targetOf],
  );

  const onDragStop = useCallback(
    (event: Pointer, dragged: readonly FlowNode[]) => {
      setOver(null);
      setGuides(noGuides);
      if (moving.size === 0) return;
      setMoving(nowhere);
      const target = targetOf(event, statesOf(dragged));
      if (!target) {
        applyEdit(setPositions, { positions: positionsOf(moving, picture.geometry) });
        return;
      }
      const { place, scope } = target;
      const onto = place.kind === 'transition' ? { onto: place.ref } : {};
      const position = place.kind === 'scope' && place.position ? { position: place.position } : {};
      applyEdit(moveStates, { states: statesOf(dragged), scope, ...onto, ...position });
    },
    [moving, picture.geometry, targetOf],
  );

  return { moving, guides, over, onMoves, onDrag, onDragStop };
}

const nowhere: ReadonlyMap<string, Point> = new Map();
const noGuides: readonly Guide[] = [];

/** How near to standing in line a card snaps, in pixels of the canvas. */
const snapReach = 5;

/** Where a card goes that is nearly in line with others of its scope, and along which lines, in canvas coordinates. */
function inLineWithOthers(state: StatePath, at: Point, picture: Picture) {
  const scope = scopeOf(state);
  const cards = picture.geometry.scopes.get(scope)?.cards;
  const card = cards?.get(state);
  if (!cards || !card) return null;
  const others = [...cards].flatMap(([path, rect]) => (path === state ? [] : [rect]));
  const found = snapped({ ...card, ...at }, others, snapReach);
  const offset = boxesOf(picture).offsets.get(scope) ?? { x: 0, y: 0 };
  const guides = found.guides.map(({ axis, at: line, from, to }): Guide => {
    const [along, across] = axis === 'x' ? [offset.x, offset.y] : [offset.y, offset.x];
    return { axis, at: line + along, from: from + across, to: to + across };
  });
  return { at: found.at, guides };
}

function statesOf(nodes: readonly FlowNode[]): StatePath[] {
  return nodes.filter((node) => node.type === 'state').map((node) => node.id as StatePath);
}

/** In units of the scope of each state, on the 4 px grid. */
export function positionsOf(moving: ReadonlyMap<string, Point>, geometry: Geometry): Record<StatePath, Point> {
  const positions: Record<StatePath, Point> = {};
  const snap = (value: number) => Math.round(value / 4) * 4;
  for (const [id, { x, y }] of moving) {
    const path = id as StatePath;
    const origin = geometry.scopes.get(scopeOf(path))?.origin ?? { x: 0, y: 0 };
    positions[path] = { x: snap(x - origin.x), y: snap(y - origin.y) };
  }
  return positions;
}
