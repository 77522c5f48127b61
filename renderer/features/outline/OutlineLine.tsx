import { ChevronDown, ChevronRight, CircleAlert, GripVertical, TriangleAlert } from 'lucide-react';
import type { CSSProperties } from 'react';
import { statusLabels } from '#shared/runs/index';
import { useProblemsOf } from '../../editor/diagnostics/useProblems';
import { useStateRun } from '../../editor/runs/useRun';
import { IconTile } from '../../ui/icons';
import type { OutlineRow, StateRow } from './outlineRows';

interface LineProps {
  readonly id: string;
  readonly row: OutlineRow;
  readonly place: CSSProperties;
  /** Among all rows, of which only some are in the page. */
  readonly position: { readonly index: number; readonly count: number };
  readonly selected: boolean;
  readonly current: boolean;
  readonly onFold: (closed: boolean) => void;
  readonly onChoose: () => void;
  /** Puts a branch of the list elsewhere in it. */
  readonly onMove: (from: number, to: number) => void;
}

export function OutlineLine({ id, row, place, position, selected, current, onFold, onChoose, onMove }: LineProps) {
  const isBranch = row.kind === 'branch';
  const list = isBranch ? row.list.join('/') : '';
  return (
    <div
      id={id}
      className={`outline__row${selected ? ' is-selected' : ''}${current ? ' is-current' : ''}`}
      style={{ ...place, paddingLeft: 8 + row.depth * 14 }}
      role="treeitem"
      aria-level={row.depth + 1}
      aria-posinset={position.index + 1}
      aria-setsize={position.count}
      aria-selected={selected}
      aria-expanded={isBranch ? true : (row.open ?? undefined)}
      draggable={isBranch}
      onClick={onChoose}
      onDragStart={(event) => {
        if (isBranch) event.dataTransfer.setData('text/x-branch', JSON.stringify({ list, index: row.index }));
      }}
      onDragOver={(event) => {
        if (isBranch && event.dataTransfer.types.includes('text/x-branch')) event.preventDefault();
      }}
      onDrop={(event) => {
        const from = draggedFrom(event.dataTransfer.getData('text/x-branch'), list);
        if (isBranch && from !== null) onMove(from, row.index);
      }}
    >
      {isBranch ? (
        <>
          <GripVertical size={13} className="outline__grip" aria-hidden />
          <span className="outline__branch" title="Drag, or Alt and arrow keys, to put it elsewhere">
            {row.name}
          </span>
        </>
      ) : (
        <OfState row={row} onFold={onFold} />
      )}
    </div>
  );
}

function OfState({ row, onFold }: { row: StateRow; onFold: (closed: boolean) => void }) {
  return (
    <>
      {row.open === null ? (
        <span className="outline__fold" />
      ) : (
        <button
          type="button"
          className="outline__fold"
          tabIndex={-1}
          aria-label={row.open ? `Fold ${row.name}` : `Unfold ${row.name}`}
          onClick={(event) => {
            event.stopPropagation();
            onFold(row.open === true);
          }}
        >
          {row.open ? <ChevronDown size={13} /> : <ChevronRight size={13} />}
        </button>
      )}
      <IconTile name={row.icon} size={20} />
      <span
        className="outline__texts"
        title={row.found ? `${row.name} · ${row.found.place}: ${row.found.text}` : `${row.name} · ${row.action}`}
      >
        <span className="outline__name">{row.name}</span>
        {row.found ? (
          <span className="outline__found">
            {row.found.text} <b>{row.found.place}</b>
          </span>
        ) : null}
      </span>
      <Problems path={row.id} />
      <RunStatus name={row.name} />
    </>
  );
}

function Problems({ path }: { path: string }) {
  const problems = useProblemsOf(path);
  if (problems.length === 0) return null;
  const isError = problems.some(({ severity }) => severity === 'error');
  const Icon = isError ? CircleAlert : TriangleAlert;
  return (
    <span className={`outline__problem ${isError ? 'is-error' : 'is-warning'}`} title={problems[0]?.message}>
      <Icon size={13} aria-label={`${problems.length} problems`} />
    </span>
  );
}

function RunStatus({ name }: { name: string }) {
  const run = useStateRun(name);
  if (!run) return null;
  const label = statusLabels[run.status];
  return (
    <span className={`outline__status run-status--${run.status}`} title={label}>
      {label}
      {run.visits > 1 ? ` ${run.visits}×` : ''}
    </span>
  );
}

function draggedFrom(text: string, list: string): number | null {
  if (text === '') return null;
  const dragged = JSON.parse(text) as { list: string; index: number };
  return dragged.list === list ? dragged.index : null;
}
