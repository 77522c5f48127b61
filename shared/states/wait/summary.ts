import { type JsonObject, duration, own } from '../../base/index';
import type { SummaryLine } from '../contract';
import { waitForms } from './forms';

/** How long it waits, by the first of its fields that says so. */
export function waitSummary(state: JsonObject): SummaryLine {
  for (const form of waitForms) {
    const value = own(state, form);
    if (typeof value === 'number') return { action: `Wait ${duration(value)}` };
    if (typeof value === 'string')
      return { action: form.startsWith('Timestamp') ? `Wait until ${value}` : `Wait ${value} s` };
  }
  return { action: 'Wait' };
}
