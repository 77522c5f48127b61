import { useVirtualizer } from '@tanstack/react-virtual';
import { Search } from 'lucide-react';
import { useDeferredValue, useEffect, useMemo, useRef, useState, type KeyboardEvent } from 'react';
import type { StatePath, WorkflowDocument } from '#shared/workflow/index';
import { reorder } from '#shared/workflow/edits/reorder';
import { canvasView } from '../../editor/canvasView';
import { applyEdit } from '../../editor/editing';
import { reveal } from '../../editor/reveal';
import type { Session } from '../../editor/session';
import { outlineRows, type BranchRow, type OutlineRow } from './outlineRows';
import { OutlineLine } from './OutlineLine';
import './outline.css';

/** Heights of rows in pixels, as the style sheet has them. */
const rowHeight = { plain: 28, found: 44 };

/** The states as a tree: to find one by anything it holds, to go to it, and to put branches in order. */
export function Outline({ session, document }: { session: Session; document: WorkflowDocument }) {
  const [query, setQuery] = useState('');
  const filter = useDeferredValue(query);
  const [folded, setFolded] = useState<ReadonlySet<StatePath>>(new Set());
  const rows = useMemo(() => outlineRows(document, folded, filter), [document, folded, filter]);
  const [current, setCurrent] = useState<string | null>(null);
  const scroll = useRef<HTMLDivElement>(null);
  const virtual = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroll.current,
    estimateSize: (index) => (isFound(rows[index]) ? rowHeight.found : rowHeight.plain),
    getItemKey: (index) => rows[index]?.id ?? index,
    overscan: 12,
  });
  const selected = session.selection.states;
  useEffect(() => virtual.measure(), [rows, virtual]);
  // What is selected elsewhere comes into view here.
  useEffect(() => {
    const at = rows.findIndex(({ id }) => id === selected[0]);
    if (at < 0) return;
    setCurrent(rows[at]?.id ?? null);
    virtual.scrollToIndex(at, { align: 'auto' });
  }, [selected, rows, virtual]);

  const fold = (state: StatePath, closed: boolean) => {
    const next = new Set(folded);
    if (closed) next.add(state);
    else next.delete(state);
    setFolded(next);
  };
  const at = Math.max(
    0,
    rows.findIndex(({ id }) => id === current),
  );
  const go = (index: number) => {
    const row = rows[Math.min(Math.max(0, index), rows.length - 1)];
    if (!row) return;
    setCurrent(row.id);
    virtual.scrollToIndex(rows.indexOf(row), { align: 'auto' });
    if (row.kind === 'state') reveal([row.id]);
  };
  const onKey = (event: KeyboardEvent) => {
    const row = rows[at];
    const to = row && keyed(event, row, rows, at);
    if (to === undefined) return;
    event.preventDefault();
    if (typeof to === 'number') go(to);
    else if (to === 'show') canvasView()?.focus();
    else if (row?.kind === 'state') fold(row.id, to === 'fold');
    else if (row) move(row, row.index, row.index + (to === 'up' ? -1 : 1));
  };

  return (
    <section className="outline" aria-label="Outline">
      <div className="outline__search">
        <Search size={14} aria-hidden />
        <input
          className="input"
          type="search"
          placeholder="Filter names, values, expressions"
          aria-label="Filter states by name, value or expression"
          value={query}
          onChange={(event) => setQuery(event.target.value)}
          onKeyDown={(event) => {
            if (event.key !== 'ArrowDown' && event.key !== 'Enter') return;
            event.preventDefault();
            scroll.current?.focus();
            go(event.key === 'Enter' ? rows.findIndex((row) => row.kind === 'state' && isMatch(row, query)) : at);
          }}
        />
      </div>
      <div
        ref={scroll}
        className="outline__rows"
        role="tree"
        aria-label="States"
        tabIndex={0}
        aria-activedescendant={rows[at] ? rowId(rows[at].id) : undefined}
        onKeyDown={onKey}
      >
        <div style={{ height: virtual.getTotalSize() }} className="outline__space">
          {virtual.getVirtualItems().map(({ index, key, start, size }) => {
            const row = rows[index];
            return row ? (
              <OutlineLine
                key={key}
                id={rowId(row.id)}
                row={row}
                place={{ transform: `translateY(${start}px)`, height: size }}
                position={{ index, count: rows.length }}
                selected={row.kind === 'state' && selected.includes(row.id)}
                current={index === at}
                onFold={(closed) => row.kind === 'state' && fold(row.id, closed)}
                onChoose={() => go(index)}
                onMove={(from, to) => row.kind === 'branch' && move(row, from, to)}
              />
            ) : null;
          })}
        </div>
        {rows.length === 0 ? (
          <div className="empty">
            {query === '' ? (
              'There are no states yet.'
            ) : (
              <>
                <strong>Nothing holds “{query}”</strong>
                Names, types, actions, values and expressions of all states were looked through.
              </>
            )}
          </div>
        ) : null}
      </div>
    </section>
  );
}

const rowId = (id: string) => `outline:${id}`;
const isFound = (row: OutlineRow | undefined) => row?.kind === 'state' && row.found !== null;

/** Whether a row holds the filter itself, and is not only around one that does. */
function isMatch(row: OutlineRow & { kind: 'state' }, query: string): boolean {
  const wanted = query.trim().toLowerCase();
  return row.found !== null || `${row.name}\n${row.action}`.toLowerCase().includes(wanted);
}

function move({ list, count }: BranchRow, from: number, to: number): void {
  if (to !== from && to >= 0 && to < count) applyEdit(reorder, { at: list, from, to });
}

/** What a key means on a row: another row, folding, or a branch that moves. */
function keyed(
  event: KeyboardEvent,
  row: OutlineRow,
  rows: readonly OutlineRow[],
  at: number,
): number | 'fold' | 'unfold' | 'show' | 'up' | 'down' | undefined {
  if (event.altKey && row.kind === 'branch') {
    if (event.key === 'ArrowUp') return 'up';
    if (event.key === 'ArrowDown') return 'down';
  }
  if (event.ctrlKey || event.metaKey || event.altKey || event.shiftKey) return undefined;
  const open = row.kind === 'state' ? row.open : null;
  switch (event.key) {
    case 'ArrowDown':
      return at + 1;
    case 'ArrowUp':
      return at - 1;
    case 'Home':
      return 0;
    case 'End':
      return rows.length - 1;
    case 'Enter':
      return 'show';
    case 'ArrowRight':
      return open === false ? 'unfold' : open === true || row.kind === 'branch' ? at + 1 : undefined;
    case 'ArrowLeft':
      if (open === true) return 'fold';
      return Math.max(
        0,
        rows.slice(0, at).findLastIndex(({ depth }) => depth < row.depth),
      );
    default:
      return undefined;
  }
}
