/**
 * The least that a history of an inline Map can cost: a loop that does nothing but build its events, texts included.
 * How far the engine is from it is what everything else costs: paths, templates, lines of control, variables.
 */
export function bareMapEvents(items: number): number {
  const events: object[] = [];
  const add = (type: string, previousEventId: number, detailsKey: string, details: object): number => {
    const id = events.length + 1;
    const event: Record<string, unknown> = { timestamp: 1_700_000_000_000, type, id, previousEventId };
    event[detailsKey] = details;
    events.push(event);
    return id;
  };
  for (let index = 0; index < items; index++) {
    const item = { id: index };
    const started = add('MapIterationStarted', 3, 'mapIterationStartedEventDetails', { name: 'Each', index });
    const input = JSON.stringify(item);
    const entered = add('PassStateEntered', started, 'stateEnteredEventDetails', {
      name: 'Double',
      input,
      inputDetails: { truncated: false },
    });
    const output = JSON.stringify({ item, twice: true });
    const exited = add('PassStateExited', entered, 'stateExitedEventDetails', {
      name: 'Double',
      output,
      outputDetails: { truncated: false },
    });
    add('MapIterationSucceeded', exited, 'mapIterationSucceededEventDetails', { name: 'Each', index });
  }
  return events.length;
}

/** Milliseconds of one loop, the median of several after some to warm up. */
export function measureBareLoop(items: number): number {
  const times: number[] = [];
  for (let i = 0; i < 15; i++) {
    const start = performance.now();
    bareMapEvents(items);
    times.push(performance.now() - start);
  }
  return times.slice(5).sort((a, b) => a - b)[5] ?? 0;
}
