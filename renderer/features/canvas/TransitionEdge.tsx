import { BaseEdge, EdgeLabelRenderer, type EdgeProps } from '@xyflow/react';
import { memo } from 'react';
import { stateName } from '#shared/workflow/index';
import { useTaken } from '../../editor/runs/useRun';
import { select } from '../../editor/editing';
import { edgePath } from './edgePath';
import type { FlowEdge } from './flowElements';

/** An edge along its route. Catch edges are dashed; rules, defaults and catchers say what they are. */
export const TransitionEdge = memo(function TransitionEdge({ id, data, selected, markerEnd }: EdgeProps<FlowEdge>) {
  const from = data?.edge?.from ?? null;
  const taken = useTaken(
    data?.edge ? (from === null ? '' : stateName(from)) : '-',
    data?.edge ? stateName(data.edge.to) : '',
  );
  if (!data) return null;
  const { edge, route } = data;
  const className = `canvas-transition canvas-transition--${route.kind}${selected ? ' is-selected' : ''}${taken ? ' is-taken' : ''}`;
  return (
    <>
      <BaseEdge
        id={id}
        path={edgePath(route.points)}
        className={className}
        interactionWidth={route.kind === 'end' ? 0 : 18}
        {...(markerEnd ? { markerEnd } : {})}
      />
      {edge?.label ? (
        <EdgeLabelRenderer>
          <button
            type="button"
            tabIndex={-1}
            className={`canvas-label canvas-label--${route.kind} nodrag nopan${selected ? ' is-selected' : ''}`}
            style={{ transform: `translate(-50%, -50%) translate(${route.label.x}px, ${route.label.y}px)` }}
            title={edge.label}
            data-edge={id}
            onClick={() => select([], id)}
          >
            {edge.ref.slot.kind === 'choice' ? <b>{edge.ref.slot.index + 1}</b> : null}
            <span>{edge.label}</span>
          </button>
        </EdgeLabelRenderer>
      ) : null}
    </>
  );
});
