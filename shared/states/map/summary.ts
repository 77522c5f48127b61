import { type JsonObject, own } from '../../base/index';
import type { SummaryLine } from '../contract';
import { modeOf } from './processor';

/** Its mode, and how many items run at once where that is limited. */
export function mapSummary(state: JsonObject): SummaryLine {
  const most = own(state, 'MaxConcurrency');
  const limit = typeof most === 'number' && most > 0 ? ` · ${most} at once` : '';
  return { action: `Map · ${modeOf(state) === 'DISTRIBUTED' ? 'distributed' : 'inline'}${limit}` };
}
