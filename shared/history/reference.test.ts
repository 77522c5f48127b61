import { describe, expect, it } from 'vitest';
import { isObject, type JsonObject } from '../base/json';
import { readReference } from '../workflow/testing/reference';
import { HistoryCursor } from './cursor';
import type { HistoryEvent } from './events';
import { foldHistory } from './fold';

const cases = readReference('conformance/open/cases.json');

describe.runIf(cases !== null)('every recorded history', () => {
  it('folds, and stepped event by event and back comes to the same views', () => {
    const wrong: string[] = [];
    let stepped = 0;
    for (const { id, kind, expectedEvents } of (cases as JsonObject[]).filter(isObject)) {
      if (kind !== 'history' || !Array.isArray(expectedEvents)) continue;
      const events = (
        expectedEvents as unknown as (Omit<HistoryEvent, 'timestamp'> & {
          id: number;
          detailsKey?: string;
          details?: object;
        })[]
      ).map(
        ({ detailsKey, details, ...event }) =>
          ({
            timestamp: 1_700_000_000_000 + event.id,
            ...event,
            ...(detailsKey === undefined ? {} : { [detailsKey]: details }),
          }) as HistoryEvent,
      );
      const cursor = new HistoryCursor(events);
      for (let position = 1; position <= events.length; position++) cursor.forward();
      if (JSON.stringify(cursor.view()) !== JSON.stringify(foldHistory(events)))
        wrong.push(`${String(id)}: stepping differs`);
      cursor.moveTo(Math.floor(events.length / 2));
      if (cursor.view().events !== Math.floor(events.length / 2)) wrong.push(`${String(id)}: does not step back`);
      stepped++;
    }
    expect(stepped).toBeGreaterThan(300);
    expect(wrong).toEqual([]);
  });
});
