import { type JsonObject, isArray, isObject, own } from '../../base/index';
import type { SummaryLine } from '../contract';
import { conditionText } from './conditionText';

/** The condition of its only rule, else how many rules it has. */
export function choiceSummary(state: JsonObject): SummaryLine {
  const rules = own(state, 'Choices');
  const first = isArray(rules) ? rules[0] : undefined;
  const count = isArray(rules) ? rules.length : 0;
  return { action: count === 1 && isObject(first) ? conditionText(first) : `Choice · ${count} rules` };
}
