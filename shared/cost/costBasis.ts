import type { WorkflowDocument } from '../workflow/index';
import type { CostBasis } from './estimate';
import type { PriceTable } from './prices';

/** What a run of a document is judged by. */
export function costBasis(
  { definition, sidecar: { assumptions } }: WorkflowDocument,
  type: CostBasis['type'],
  prices: PriceTable,
): CostBasis {
  return { definition, type, prices, assumptions };
}
