import { useMemo } from 'react';
import { type JsonObject, isObject, own } from '#shared/base/index';
import { type ChildCost, type Estimate, costBasis, estimateRun } from '#shared/cost/index';
import { HistoryCursor, eventsUntil } from '#shared/history/index';
import { allStates } from '#shared/workflow/index';
import { type ShownRun, requestOf } from '#shared/runs/index';
import { useRun } from '../../editor/runs/useRun';
import { useActiveDocument } from '../../editor/useActive';
import { pricesWith, usePriceChanges } from '../../editor/prices';

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
  const express = allStates(definition).some(({ state }) => {
    const processor = own(state, 'ItemProcessor');
    const config = isObject(processor) ? own(processor, 'ProcessorConfig') : undefined;
    return isObject(config) && own(config, 'ExecutionType') === 'EXPRESS';
  });
  return run.children.map((child) => ({
    cursor: new HistoryCursor(child.events),
    type: express ? ('EXPRESS' as const) : ('STANDARD' as const),
  }));
}
