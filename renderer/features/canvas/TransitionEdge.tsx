import { BaseEdge, EdgeLabelRenderer, type EdgeProps } from '@xyflow/react';
import { memo } from 'react';
import { edgePath, shortText } from '#shared/graph/index';
import { stateName } from '#shared/workflow/index';
import { transitionKey } from '#shared/runs/index';
import { useTaken } from '../../editor/runs/useRun';
import { select } from '../../editor/editing';
import type { FlowEdge, TransitionData } from './flowEdges';

/** An edge along its route. Catch edges are dashed; rules, defaults and catchers say what they are. */
export const TransitionEdge = memo(function TransitionEdge({ id, data, selected, markerEnd }: EdgeProps<FlowEdge>) {
  const taken = useTaken(data ? transitionsOf(data) : none);
  if (!data) return null;
  const { edge, kind, lines, label, isShort } = data;
  const className = `canvas-transition canvas-transition--${kind}${selected ? ' is-selected' : ''}${taken ? ' is-taken' : ''}`;
  return (
    <>
      <BaseEdge
        id={id}
        path={lines.map(edgePath).join(' ')}
        className={className}
        interactionWidth={kind === 'end' ? 0 : 18}
        {...(markerEnd ? { markerEnd } : {})}
      />
      {edge?.label ? (
        <EdgeLabelRenderer>
          <button
            type="button"
            tabIndex={-1}
            className={`canvas-label canvas-label--${kind} nodrag nopan${isShort ? ' canvas-label--short' : ''}${selected ? ' is-selected' : ''}`}
            style={{ transform: `translate(-50%, -50%) translate(${label.x}px, ${label.y}px)` }}
            title={edge.label}
            data-edge={id}
            onClick={() => select([], id)}
          >
            {isShort || edge.ref.slot.kind === 'choice' ? <b>{shortText(edge)}</b> : null}
            <span className={isShort ? 'visually-hidden' : undefined}>{edge.label}</span>
          </button>
        </EdgeLabelRenderer>
      ) : null}
    </>
  );
});

const none: readonly string[] = [];
const known = new WeakMap<TransitionData, readonly string[]>();

/** The pairs of states that a line is between: its own, and those that share its way. */
function transitionsOf(data: TransitionData): readonly string[] {
  const before = known.get(data);
  if (before) return before;
  const edges = data.edge ? [data.edge, ...data.sharing] : data.sharing;
  const pairs = edges.map(({ from, to }) => transitionKey(from === null ? '' : stateName(from), stateName(to)));
  known.set(data, pairs);
  return pairs;
}
