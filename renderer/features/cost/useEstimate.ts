import { useMemo } from 'react';
import { isObject, own, type JsonObject } from '#shared/base/json';
import { estimateRun, type CostBasis, type Estimate } from '#shared/cost/estimate';
import type { PriceTable } from '#shared/cost/prices';
import { foldHistory } from '#shared/history/fold';
import { allStates } from '#shared/workflow/scopes';
import type { WorkflowDocument } from '#shared/workflow/document';
import type { Run } from '#shared/runs/run';
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
    const basis = costBasis(document, run.request?.type ?? 'STANDARD', pricesWith(changes));
    // Children have run once the run is at its end.
    return estimateRun(basis, view, view.status === 'RUNNING' ? [] : children);
  }, [document, run, view, changes, children]);
}

/** What a run of a document is judged by. */
export function costBasis(
  { definition, sidecar: { assumptions } }: WorkflowDocument,
  type: 'STANDARD' | 'EXPRESS',
  prices: PriceTable,
): CostBasis {
  return { definition, type, prices, assumptions };
}

function childrenOf(run: Run, definition: JsonObject) {
  if (!run.children?.length) return [];
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
