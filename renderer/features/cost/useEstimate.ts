import { useMemo } from 'react';
import type { JsonObject } from '#shared/base/index';
import { type ChildCost, type Estimate, costBasis, estimateRun, pricesWith } from '#shared/cost/index';
import { HistoryCursor, eventsUntil } from '#shared/history/index';
import { type ShownRun, requestOf, typeOfChildren } from '#shared/runs/index';
import { useRun } from '../../editor/runs/useRun';
import { useActiveDocument } from '../../editor/useActive';
import { usePriceChanges } from '../../editor/prices';

/** What the run on screen costs up to its cursor; null without a run. */
export function useEstimate(): Estimate | null {
  const document = useActiveDocument();
  const shown = useRun();
  const changes = usePriceChanges((state) => state.changes);
  const run = shown?.run ?? null;
  const view = shown?.view ?? null;
  const children = useMemo(() => (run && document ? childrenOf(run, document.definition) : []), [run, document]);
  return useMemo(() => {
    if (!document || !view || !run) return null;
    const basis = costBasis(document, requestOf(run)?.type ?? 'STANDARD', pricesWith(changes));
    return estimateRun(basis, view, childrenAt(children, view.time ?? 0));
  }, [document, run, view, changes, children]);
}

interface Child {
  readonly cursor: HistoryCursor;
  readonly type: 'STANDARD' | 'EXPRESS';
}

/** The child executions as far as they had come at a time. */
function childrenAt(children: readonly Child[], time: number): readonly ChildCost[] {
  return children.flatMap(({ cursor, type }) => {
    const past = eventsUntil(cursor.events, time);
    return past === 0 ? [] : [{ view: cursor.moveTo(past), type }];
  });
}

function childrenOf(run: ShownRun, definition: JsonObject): readonly Child[] {
  if (run.children.length === 0) return [];
  const type = typeOfChildren(definition);
  return run.children.map((child) => ({ cursor: new HistoryCursor(child.events), type }));
}
