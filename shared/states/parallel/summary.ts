import { type JsonObject, isArray, own } from '../../base/index';
import type { SummaryLine } from '../contract';

export function parallelSummary(state: JsonObject): SummaryLine {
  const branches = own(state, 'Branches');
  const count = isArray(branches) ? branches.length : 0;
  return { action: `Parallel · ${count} ${count === 1 ? 'branch' : 'branches'}` };
}
