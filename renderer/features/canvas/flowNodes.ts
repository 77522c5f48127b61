import { Position, type Node, type NodeHandle } from '@xyflow/react';
import { factsOf, typeHasCatch } from '#shared/asl/index';
import {
  type GraphNode,
  type Picture,
  type Rect,
  type ScopeGeometry,
  type ScopeGraph,
  endId,
  startId,
} from '#shared/graph/index';
import type { LayoutDirection, ScopePath, TransitionEnd } from '#shared/workflow/index';

export interface StateData extends Record<string, unknown> {
  readonly node: GraphNode;
  readonly collapsed: boolean;
  /** The branches of a container, with the boxes that are drawn for them, relative to it; empty for a card. */
  readonly lanes: readonly { readonly scope: ScopePath; readonly box: Rect; readonly empty: boolean }[];
  readonly direction: LayoutDirection;
}

export interface MarkData extends Record<string, unknown> {
  readonly label: 'Start' | 'End';
  readonly inner: boolean;
  readonly scope: ScopePath;
  readonly direction: LayoutDirection;
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
    before.selected !== made.selected ||
    before.data.direction !== made.data.direction
  ) {
    return made;
  }
  if (before.type === 'mark' || made.type === 'mark') return before;
  const [old, next] = [before.data, made.data];
  const same = old.node === next.node && old.collapsed === next.collapsed && sameLanes(old.lanes, next.lanes);
  return same ? before : made;
}

function sameLanes(a: StateData['lanes'], b: StateData['lanes']): boolean {
  const lane = ({ scope, box, empty }: StateData['lanes'][number]) =>
    `${scope} ${box.x} ${box.y} ${box.width} ${box.height} ${empty}`;
  return a.length === b.length && a.every((each, index) => b[index] !== undefined && lane(each) === lane(b[index]));
}

/** The box of a branch: around what it holds, and as far as its container reaches across the way that the picture leads. */
function laneBox(area: Rect, container: Rect, titled: boolean, direction: LayoutDirection): Rect {
  const [side, foot] = [12, 12];
  const above = titled ? 34 : 6;
  const y = area.y - above;
  if (direction === 'down')
    return { x: area.x - side, y, width: area.width + 2 * side, height: container.height - foot - y };
  return { x: side, y, width: container.width - 2 * side, height: area.height + above + side };
}

export function stateNode(
  node: GraphNode,
  rect: Rect,
  scope: ScopeGraph,
  picture: Picture,
  selected: boolean,
  collapsed: boolean,
): StateNode {
  const direction = picture.geometry.scopes.get(scope.scope)?.direction ?? 'down';
  const lanes = collapsed
    ? []
    : node.children.flatMap((child) => {
        const geometry = picture.geometry.scopes.get(child);
        if (!geometry) return [];
        const box = laneBox(geometry.area, rect, node.type === 'Parallel', direction);
        return [{ scope: child, box, empty: geometry.cards.size === 0 }];
      });
  const hasOut = factsOf(node.type).ends !== 'failure';
  const catches = typeHasCatch(node.type);
  return {
    id: node.path,
    type: 'state',
    position: { x: rect.x, y: rect.y },
    ...(scope.parent === null ? {} : { parentId: scope.parent }),
    // Over the lines, which would be drawn through the pill of a run; they lead around cards. Containers are under them.
    ...(lanes.length === 0 ? { zIndex: cardLayer } : {}),
    ...sized(rect, direction, hasOut ? (catches ? ['in', 'out', 'catch'] : ['in', 'out']) : ['in']),
    selected,
    data: { node, collapsed, lanes, direction },
    ariaLabel: `${node.type} state ${node.name}`,
  };
}

/** Cards are drawn over lines, which have 10, and below the one that is selected. */
const cardLayer = 11;

/** The sides of a card at which lines arrive and leave, by where the picture leads. */
export const sides: Readonly<Record<LayoutDirection, Readonly<Record<'in' | 'out' | 'catch', Position>>>> = {
  down: { in: Position.Top, out: Position.Bottom, catch: Position.Right },
  right: { in: Position.Left, out: Position.Right, catch: Position.Bottom },
};

/** The width and height of a handle, as the style sheet has them. */
const handle = 12;

/**
 * The size of a card and the places of its handles, as the style sheet has them. React Flow puts every card that it would
 * have to measure into the page, be it in view or not; what is told here it need not measure.
 */
function sized({ width, height }: Rect, direction: LayoutDirection, handles: readonly ('in' | 'out' | 'catch')[]) {
  const places = handles.map((id): NodeHandle => {
    const position = sides[direction][id];
    const at = {
      [Position.Top]: { x: width / 2, y: 0 },
      [Position.Bottom]: { x: width / 2, y: height },
      [Position.Left]: { x: 0, y: height / 2 },
      [Position.Right]: { x: width, y: height / 2 },
    }[position];
    const type = id === 'in' ? 'target' : 'source';
    return { id, type, position, x: at.x - handle / 2, y: at.y - handle / 2, width: handle, height: handle };
  });
  return { width, height, measured: { width, height }, handles: places };
}

export function markNodes(scope: ScopeGraph, geometry: Pick<ScopeGeometry, 'start' | 'end' | 'direction'>): MarkNode[] {
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
            ...sized(rect, geometry.direction, [label === 'Start' ? 'out' : 'in']),
            draggable: false,
            selectable: false,
            focusable: false,
            data: { label, inner, scope: scope.scope, direction: geometry.direction },
          },
        ];
  return [...make('Start', geometry.start), ...make('End', geometry.end)];
}
