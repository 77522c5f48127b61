import { useMemo } from 'react';
import { type Estimate, costBasis, estimateRun, pricesWith } from '#shared/cost/index';
import { childCosts, requestOf } from '#shared/runs/index';
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
  const children = useMemo(() => (run && document ? childCosts(run, document.definition) : []), [run, document]);
  return useMemo(() => {
    if (!document || !view || !run) return null;
    const basis = costBasis(document, requestOf(run)?.type ?? 'STANDARD', pricesWith(changes));
    // Children have run once the run is at its end.
    return estimateRun(basis, view, view.status === 'RUNNING' ? [] : children);
  }, [document, run, view, changes, children]);
}
