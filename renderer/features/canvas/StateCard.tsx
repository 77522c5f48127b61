import { Handle, useConnection, type NodeProps } from '@xyflow/react';
import {
  Braces,
  ChevronDown,
  ChevronRight,
  CircleAlert,
  CirclePause,
  Clock,
  Hourglass,
  PencilLine,
  RotateCcw,
  ShieldAlert,
  TriangleAlert,
} from 'lucide-react';
import { memo } from 'react';
import { factsOf, typeHasCatch } from '#shared/asl/index';
import { useContributions } from '../../editor/contributions';
import { toggleCollapsed } from '../../editor/editing';
import { activeSession, useApp } from '../../editor/store';
import { useProblemsOf } from '../../editor/diagnostics/useProblems';
import { IconTile, tintOf } from '../../ui/icons';
import { type Badge, summarizeState } from '#shared/states/index';
import { sides, type StateNode } from './flowNodes';
import type { LayoutDirection, StatePath } from '#shared/workflow/index';
import { documentOf } from '../../editor/session';
import { RenameField } from './RenameField';
import './state.css';

const badgeIcons = {
  retry: RotateCcw,
  catch: ShieldAlert,
  timeout: Clock,
  callback: CirclePause,
  sync: Hourglass,
  placeholder: Braces,
  fill: PencilLine,
} as const;

/** A state: a card, or a container with its own graph when it is an open Map or Parallel. */
export const StateCard = memo(function StateCard({ id, data, selected }: NodeProps<StateNode>) {
  const { node, collapsed, lanes, direction } = data;
  const facts = summarizeState(node.state);
  const { cardMarks } = useContributions();
  const renaming = useApp((state) => state.renaming === id);
  const open = lanes.length > 0;
  const foldable = node.children.length > 0;
  const className = [
    'canvas-state',
    open ? 'canvas-state--container' : 'canvas-state--card',
    tintOf(facts.icon),
    selected && 'is-selected',
  ]
    .filter(Boolean)
    .join(' ');
  return (
    <div className={className} data-name={node.name} data-type={node.type} data-container={open || undefined}>
      <TargetHandle direction={direction} />
      <div className="canvas-state__head">
        <IconTile name={facts.icon} size={open ? 28 : 36} />
        <div className="canvas-state__texts">
          {renaming ? (
            <RenameField path={node.path} name={node.name} />
          ) : (
            <div className="canvas-state__name" title={node.name}>
              {node.name}
            </div>
          )}
          <div className="canvas-state__action" title={facts.action}>
            {facts.action}
          </div>
        </div>
        <ProblemMark path={id} />
        {foldable ? (
          <button
            type="button"
            className="canvas-state__fold nodrag"
            tabIndex={-1}
            aria-label={collapsed ? `Expand ${node.name}` : `Collapse ${node.name}`}
            onClick={() => toggleCollapsed(node.path)}
          >
            {collapsed ? <ChevronRight size={16} /> : <ChevronDown size={16} />}
          </button>
        ) : null}
      </div>
      {facts.badges.length > 0 ? (
        <div className={`canvas-state__badges canvas-state__badges--${direction}`}>
          {facts.badges.map((badge) => (
            <BadgeMark key={badge.kind} badge={badge} />
          ))}
        </div>
      ) : null}
      {lanes.map((lane, index) => (
        <div
          key={lane.scope}
          className={`canvas-lane${node.type === 'Parallel' ? ' canvas-lane--branch' : ''}`}
          style={{ left: lane.box.x, top: lane.box.y, width: lane.box.width, height: lane.box.height }}
        >
          {node.type === 'Parallel' ? <div className="canvas-lane__title">Branch {index + 1}</div> : null}
          {lane.empty ? <div className="canvas-lane__empty">Drop a state here</div> : null}
        </div>
      ))}
      {cardMarks.map((CardMark, index) => (
        <CardMark key={index} name={node.name} path={node.path} />
      ))}
      <BreakpointMark path={node.path} />
      <SourceHandles type={node.type} name={node.name} direction={direction} />
    </div>
  );
});

function BadgeMark({ badge }: { badge: Badge }) {
  const Icon = badgeIcons[badge.kind];
  return (
    <span className={`canvas-badge canvas-badge--${badge.kind}`} title={badge.title}>
      <Icon size={11} aria-hidden />
      {badge.kind === 'sync' || badge.kind === 'callback' ? (
        <span className="visually-hidden">{badge.title}</span>
      ) : (
        badge.text
      )}
    </span>
  );
}

function ProblemMark({ path }: { path: string }) {
  const problems = useProblemsOf(path);
  if (problems.length === 0) return null;
  const error = problems.some((problem) => problem.severity === 'error');
  const Icon = error ? CircleAlert : TriangleAlert;
  return (
    <span
      className={`canvas-state__problem ${error ? 'is-error' : 'is-warning'}`}
      title={problems.map((problem) => problem.message).join('\n')}
    >
      <Icon size={15} aria-label={`${problems.length} problems`} />
    </span>
  );
}

function BreakpointMark({ path }: { path: StatePath }) {
  const set = useApp((state) => {
    const session = activeSession(state);
    return session !== null && documentOf(session)?.sidecar.breakpoints.includes(path) === true;
  });
  if (!set) return null;
  return <span className="canvas-state__breakpoint" role="img" aria-label="Breakpoint" title="Breakpoint (F9)" />;
}

/** The whole card takes a wire while one is being drawn; otherwise only its upper edge does. */
function TargetHandle({ direction }: { direction: LayoutDirection }) {
  const connecting = useConnection((connection) => connection.inProgress);
  return (
    <Handle
      id="in"
      type="target"
      position={sides[direction].in}
      className={connecting ? 'canvas-handle canvas-handle--whole' : 'canvas-handle canvas-handle--in'}
    />
  );
}

function SourceHandles({ type, name, direction }: { type: string; name: string; direction: LayoutDirection }) {
  const { ends } = factsOf(type);
  if (ends === 'failure') return null;
  // Its line to End starts here, but nobody can draw another one.
  if (ends === 'success')
    return (
      <Handle
        id="out"
        type="source"
        position={sides[direction].out}
        className="canvas-handle canvas-handle--hidden"
        isConnectable={false}
      />
    );
  const catches = typeHasCatch(type);
  return (
    <>
      <Handle
        id="out"
        type="source"
        position={sides[direction].out}
        className="canvas-handle canvas-handle--out"
        title={`Drag to connect ${name}`}
      />
      {catches ? (
        <Handle
          id="catch"
          type="source"
          position={sides[direction].catch}
          className="canvas-handle canvas-handle--catch"
          title={`Drag to catch errors of ${name}`}
        />
      ) : null}
    </>
  );
}
