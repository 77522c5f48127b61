import { Position, type Node, type NodeHandle } from '@xyflow/react';
import { factsOf, typeHasCatch } from '#shared/asl/index';
import { type GraphNode, type Picture, type Rect, type ScopeGraph, endId, startId } from '#shared/graph/index';
import type { ScopePath, TransitionEnd } from '#shared/workflow/index';

export interface StateData extends Record<string, unknown> {
  readonly node: GraphNode;
  readonly collapsed: boolean;
  /** Areas of the branches of a container, relative to it; empty for a card. */
  readonly lanes: readonly { readonly scope: ScopePath; readonly area: Rect; readonly empty: boolean }[];
}

export interface MarkData extends Record<string, unknown> {
  readonly label: 'Start' | 'End';
  readonly inner: boolean;
  readonly scope: ScopePath;
}

export type StateNode = Node<StateData, 'state'>;
export type MarkNode = Node<MarkData, 'mark'>;
export type FlowNode = StateNode | MarkNode;

/** What a node of the canvas is for transitions. */
export function endOf({ type, data }: Pick<FlowNode, 'type' | 'data'>): TransitionEnd {
  if (type === 'state') return { kind: 'state', state: (data as StateData).node.path };
  const { label, scope } = data as MarkData;
  return { kind: label === 'Start' ? 'start' : 'end', scope };
}

/** The former node where it says the same as the one that was made. */
export function sameNode(before: FlowNode | undefined, made: FlowNode): FlowNode {
  if (
    before?.type !== made.type ||
    before?.position.x !== made.position.x ||
    before.position.y !== made.position.y ||
    before.width !== made.width ||
    before.height !== made.height ||
    before.parentId !== made.parentId ||
    before.selected !== made.selected
  ) {
    return made;
  }
  if (before.type === 'mark' || made.type === 'mark') return before;
  const [old, next] = [before.data, made.data];
  const same = old.node === next.node && old.collapsed === next.collapsed && sameLanes(old.lanes, next.lanes);
  return same ? before : made;
}

function sameLanes(a: StateData['lanes'], b: StateData['lanes']): boolean {
  const lane = ({ scope, area, empty }: StateData['lanes'][number]) =>
    `${scope} ${area.x} ${area.y} ${area.width} ${area.height} ${empty}`;
  return a.length === b.length && a.every((each, index) => b[index] !== undefined && lane(each) === lane(b[index]));
}

export function stateNode(
  node: GraphNode,
  rect: Rect,
  scope: ScopeGraph,
  picture: Picture,
  selected: boolean,
  collapsed: boolean,
): StateNode {
  const lanes = collapsed
    ? []
    : node.children.flatMap((child) => {
        const geometry = picture.geometry.scopes.get(child);
        return geometry ? [{ scope: child, area: geometry.area, empty: geometry.cards.size === 0 }] : [];
      });
  const hasOut = factsOf(node.type).ends !== 'failure';
  const catches = typeHasCatch(node.type);
  return {
    id: node.path,
    type: 'state',
    position: { x: rect.x, y: rect.y },
    ...(scope.parent === null ? {} : { parentId: scope.parent }),
    ...sized(rect, hasOut ? (catches ? ['in', 'out', 'catch'] : ['in', 'out']) : ['in']),
    selected,
    data: { node, collapsed, lanes },
    ariaLabel: `${node.type} state ${node.name}`,
  };
}

/**
 * The size of a card and the places of its handles, as the style sheet has them. React Flow puts every card that it would
 * have to measure into the page, be it in view or not; what is told here it need not measure.
 */
function sized({ width, height }: Rect, handles: readonly ('in' | 'out' | 'catch')[]) {
  const size = 12;
  const across = width / 2 - size / 2;
  const places: Record<(typeof handles)[number], NodeHandle> = {
    in: { id: 'in', type: 'target', position: Position.Top, x: across, y: -size / 2, width: size, height: size },
    out: {
      id: 'out',
      type: 'source',
      position: Position.Bottom,
      x: across,
      y: height - size / 2,
      width: size,
      height: size,
    },
    catch: {
      id: 'catch',
      type: 'source',
      position: Position.Right,
      x: width - size / 2,
      y: height / 2 - size / 2,
      width: size,
      height: size,
    },
  };
  return { width, height, measured: { width, height }, handles: handles.map((id) => places[id]) };
}

export function markNodes(scope: ScopeGraph, geometry: { start: Rect | null; end: Rect | null }): MarkNode[] {
  const inner = scope.parent !== null;
  const make = (label: 'Start' | 'End', rect: Rect | null): MarkNode[] =>
    rect === null
      ? []
      : [
          {
            id: label === 'Start' ? startId(scope.scope) : endId(scope.scope),
            type: 'mark',
            position: { x: rect.x, y: rect.y },
            ...(scope.parent === null ? {} : { parentId: scope.parent }),
            ...sized(rect, [label === 'Start' ? 'out' : 'in']),
            draggable: false,
            selectable: false,
            focusable: false,
            data: { label, inner, scope: scope.scope },
          },
        ];
  return [...make('Start', geometry.start), ...make('End', geometry.end)];
}
