import { useMemo } from 'react';
import { type JsonObject, isObject, own } from '#shared/base/index';
import { type Estimate, costBasis, estimateRun } from '#shared/cost/index';
import { foldHistory } from '#shared/history/index';
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
    // Children have run once the run is at its end.
    return estimateRun(basis, view, view.status === 'RUNNING' ? [] : children);
  }, [document, run, view, changes, children]);
}

function childrenOf(run: ShownRun, definition: JsonObject) {
  if (run.children.length === 0) return [];
  const express = allStates(definition).some(({ state }) => {
    const processor = own(state, 'ItemProcessor');
    const config = isObject(processor) ? own(processor, 'ProcessorConfig') : undefined;
    return isObject(config) && own(config, 'ExecutionType') === 'EXPRESS';
  });
  return run.children.map((child) => ({
    view: foldHistory(child.events),
    type: express ? ('EXPRESS' as const) : ('STANDARD' as const),
  }));
}
