import { timeOf, type HistoryEvent } from './events';
import { HistoryFold } from './fold';
import type { RunView } from './runView';

/**
 * A place in a history: the view of the run as it was after `position` events. Moving forward folds on; moving back
 * folds again from the start, which takes milliseconds for the longest history AWS allows.
 */
export class HistoryCursor {
  private fold = new HistoryFold();
  private at = 0;
  private cached: RunView | undefined = undefined;

  /** `events` may grow while the run goes on. */
  constructor(readonly events: readonly HistoryEvent[]) {}

  /** How many events the view takes in. */
  get position(): number {
    return this.at;
  }

  /** Moves to a number of events from the start, kept within the history, and gives the view there. */
  moveTo(position: number): RunView {
    const target = Math.max(0, Math.min(Math.trunc(position), this.events.length));
    if (target < this.at) {
      this.fold = new HistoryFold();
      this.at = 0;
      this.cached = undefined;
    }
    if (target !== this.at) this.cached = undefined;
    for (; this.at < target; this.at++) {
      const event = this.events[this.at];
      if (event !== undefined) this.fold.push(event);
    }
    return this.view();
  }

  forward(): RunView {
    return this.moveTo(this.at + 1);
  }

  back(): RunView {
    return this.moveTo(this.at - 1);
  }

  toEnd(): RunView {
    return this.moveTo(this.events.length);
  }

  view(): RunView {
    return (this.cached ??= this.fold.view());
  }
}

/** How many events of a history had been written at a time, in milliseconds since the epoch. */
export function eventsUntil(events: readonly HistoryEvent[], time: number): number {
  const after = events.findIndex((event) => timeOf(event) > time);
  return after < 0 ? events.length : after;
}
