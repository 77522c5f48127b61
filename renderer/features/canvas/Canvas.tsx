import {
  Background,
  BackgroundVariant,
  ConnectionMode,
  ReactFlow,
  ReactFlowProvider,
  SelectionMode,
  useKeyPress,
  useReactFlow,
  type Connection,
  type NodeChange,
  type OnConnectEnd,
} from '@xyflow/react';
import '@xyflow/react/dist/base.css';
import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import {
  type ScopePath,
  type StatePath,
  type WorkflowDocument,
  isInside,
  rootScope,
  scopeOf,
} from '#shared/workflow/index';
import { connect } from '#shared/workflow/edits/connect';
import { disconnect } from '#shared/workflow/edits/disconnect';
import { reconnect } from '#shared/workflow/edits/reconnect';
import { setStart } from '#shared/workflow/edits/setStart';
import { applyEdit, select } from '../../editor/editing';
import { pictureIn } from '../../editor/picture';
import type { Session } from '../../editor/session';
import { useSettings } from '../../editor/settings';
import { updateSession, setRenaming } from '../../editor/store';
import { AddStateMenu, type AddAt } from './AddStateMenu';
import { boxesOf } from '#shared/graph/index';
import { Breadcrumb } from './Breadcrumb';
import './canvas.css';
import { CanvasMap } from './CanvasMap';
import { CanvasMenu } from './CanvasMenu';
import { CanvasToolbar } from './CanvasToolbar';
import { connectionProblem } from './connectionProblem';
import { ConnectionLine } from './ConnectionLine';
import { Detail } from './Detail';
import { DropLayer } from './DropLayer';
import type { FlowEdge } from './flowEdges';
import { flowElements, type FlowElements } from './flowElements';
import { endOf, type FlowNode } from './flowNodes';
import { Guides } from './Guides';
import { livePicture } from './livePicture';
import { Mark } from './Mark';
import { StateCard } from './StateCard';
import { TransitionEdge } from './TransitionEdge';
import { useCanvasKeys } from './useCanvasKeys';
import { useStateDrag } from './useStateDrag';
import { useViewPart } from './useViewPart';
import { openView, registerCanvas, zooms } from './viewport';

const nodeTypes = { state: StateCard, mark: Mark };
const edgeTypes = { transition: TransitionEdge };
/** Above this many nodes React Flow is given only what is in view. */
const virtualAbove = 60;

export function Canvas(props: { session: Session; document: WorkflowDocument }) {
  return (
    <ReactFlowProvider>
      <Flow {...props} />
    </ReactFlowProvider>
  );
}

function Flow({ session, document }: { session: Session; document: WorkflowDocument }) {
  const flow = useReactFlow<FlowNode, FlowEdge>();
  const frame = useRef<HTMLDivElement>(null);
  const wheel = useSettings((set) => set.wheel);
  const isPanning = useKeyPress('Space');
  const [addAt, setAddAt] = useState<AddAt | null>(null);
  const picture = useMemo(() => pictureIn(session, document), [session, document]);
  const { graph } = picture;
  const view = useViewPart(boxesOf(picture).nodes.size > virtualAbove);
  const former = useRef<FlowElements>(undefined);
  const elements = useMemo(
    () => flowElements({ picture, collapsed: session.collapsed, selection: session.selection, view }, former.current),
    [picture, session.collapsed, session.selection, view],
  );
  useEffect(() => {
    former.current = elements;
  }, [elements]);
  const { moving, guides, over, onMoves, onDrag, onDragStop } = useStateDrag(flow, picture, session);
  const edges = useMemo(() => {
    const live = livePicture(picture, moving, session, document);
    if (live === picture) return elements.edges;
    const { collapsed, selection } = session;
    return flowElements({ picture: live, collapsed, selection, view }, elements).edges;
  }, [picture, moving, session, document, elements, view]);
  const nodes = useMemo(
    () =>
      elements.nodes.map((node) => {
        const position = moving.get(node.id);
        return position ? { ...node, position } : node;
      }),
    [elements.nodes, moving],
  );

  useEffect(() => registerCanvas({ flow, frame, picture }), [flow, picture]);
  useCanvasKeys(frame, session, graph, document.sidecar.direction);
  useEffect(() => {
    const id = requestAnimationFrame(openView);
    return () => cancelAnimationFrame(id);
  }, [session.id, session.focus]);

  const onNodesChange = useCallback(
    (changes: NodeChange<FlowNode>[]) => {
      const chosen = changes.filter((change) => change.type === 'select');
      if (chosen.length > 0) {
        const states = new Set<string>(session.selection.states);
        for (const change of chosen) {
          if (change.selected) states.add(change.id);
          else states.delete(change.id);
        }
        select([...states] as StatePath[]);
      }
      onMoves(changes);
    },
    [session.selection.states, onMoves],
  );

  const endAt = useCallback(
    (id: string | null) => {
      const node = id === null ? undefined : flow.getNode(id);
      return node ? endOf(node) : null;
    },
    [flow],
  );

  const onConnect = useCallback(
    ({ source, target, sourceHandle }: Connection) => {
      const [from, to] = [endAt(source), endAt(target)];
      if (!from || !to || from.kind === 'end' || to.kind === 'start') return;
      if (to.kind === 'end') {
        if (from.kind !== 'state') return;
        const ref = { scope: scopeOf(from.state), from: from.state, slot: { kind: 'next' } } as const;
        applyEdit(disconnect, { ref });
      } else if (from.kind === 'start') applyEdit(setStart, { scope: from.scope, to: to.state });
      else {
        const as = sourceHandle === 'catch' ? { as: 'catch' as const } : {};
        applyEdit(connect, { from: from.state, to: to.state, ...as });
      }
    },
    [endAt],
  );

  const onConnectEnd: OnConnectEnd = useCallback((event, connection) => {
    const from = connection.fromNode;
    if (connection.toNode || !from || from.type === 'mark') return;
    const point = 'changedTouches' in event ? event.changedTouches[0] : event;
    if (!point) return;
    const as = connection.fromHandle?.id === 'catch' ? 'catch' : undefined;
    setAddAt({ client: { x: point.clientX, y: point.clientY }, from: from.id as StatePath, ...(as ? { as } : {}) });
  }, []);

  return (
    <CanvasMenu>
      <div
        className="canvas"
        ref={frame}
        tabIndex={0}
        role="group"
        aria-label="Canvas"
        data-testid="canvas"
        data-part="canvas"
      >
        <ReactFlow<FlowNode, FlowEdge>
          nodes={nodes}
          edges={edges as FlowEdge[]}
          nodeTypes={nodeTypes}
          edgeTypes={edgeTypes}
          onNodesChange={onNodesChange}
          onNodeDrag={(event, _node, dragged) => onDrag(event, dragged)}
          onNodeDragStop={(event, _node, dragged) => onDragStop(event, dragged)}
          onSelectionDrag={(event, dragged) => onDrag(event.nativeEvent, dragged)}
          onSelectionDragStop={(event, dragged) => onDragStop(event.nativeEvent, dragged)}
          onEdgeClick={(_, edge) => edge.selectable && select([], edge.id)}
          onPaneClick={() => select([])}
          onNodeDoubleClick={(event, node) => {
            if (node.type !== 'state') return;
            if ((event.target as HTMLElement).closest('.canvas-state__name')) setRenaming(node.id);
            else zoomInto(session, node.data.lanes[0]?.scope);
          }}
          // A lasso inside a container touches the container too, which is not meant.
          onSelectionEnd={() => select(withoutContainers(session.selection.states))}
          nodesDraggable={!isPanning}
          onConnect={onConnect}
          onConnectEnd={onConnectEnd}
          isValidConnection={({ source, target, sourceHandle }) => {
            const [from, to] = [endAt(source), endAt(target)];
            if (!from || !to) return false;
            return (
              connectionProblem(document.definition, from, to, sourceHandle === 'catch' ? 'catch' : undefined) === null
            );
          }}
          onReconnect={(edge, connection) => {
            const ref = edge.data?.edge?.ref;
            const to = endAt(connection.target);
            if (ref && to?.kind === 'state') applyEdit(reconnect, { ref, to: to.state });
          }}
          connectionMode={ConnectionMode.Strict}
          connectionLineComponent={ConnectionLine}
          connectionRadius={28}
          reconnectRadius={14}
          nodeDragThreshold={3}
          minZoom={zooms.least}
          maxZoom={zooms.most}
          deleteKeyCode={null}
          selectionKeyCode="Shift"
          multiSelectionKeyCode={['Shift', 'Meta', 'Control']}
          selectionMode={SelectionMode.Partial}
          panActivationKeyCode="Space"
          panOnScroll={wheel === 'pan'}
          zoomOnScroll={wheel === 'zoom'}
          zoomOnDoubleClick={false}
          disableKeyboardA11y
          nodesFocusable
          elevateNodesOnSelect={false}
          proOptions={{ hideAttribution: true }}
          aria-label="Workflow graph"
        >
          <Background variant={BackgroundVariant.Dots} gap={20} size={1.4} color="var(--canvas-dot)" />
          <Detail frame={frame} />
          <Guides guides={guides} />
        </ReactFlow>
        {graph.scopes[0]?.nodes.length === 0 ? (
          <p className="canvas__empty">
            Drag an action from the palette here, or press <span className="kbd">Tab</span> to add one by name.
          </p>
        ) : null}
        {session.focus === rootScope ? null : <Breadcrumb session={session} />}
        <CanvasToolbar direction={document.sidecar.direction} />
        <CanvasMap picture={picture} session={session} />
        <DropLayer picture={picture} session={session} over={over} />
        {addAt ? <AddStateMenu at={addAt} onClose={() => setAddAt(null)} /> : null}
      </div>
    </CanvasMenu>
  );
}

/** The states without those that hold others of them. */
function withoutContainers(states: readonly StatePath[]): readonly StatePath[] {
  return states.filter((state) => !states.some((other) => other !== state && isInside(other, state)));
}

function zoomInto(session: Session, scope: ScopePath | undefined): void {
  if (scope === undefined) return;
  updateSession(session.id, (current) => ({ ...current, focus: scope, selection: { states: [], edge: null } }));
}
