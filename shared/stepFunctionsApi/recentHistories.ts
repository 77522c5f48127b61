import type { HistoryRecord } from './records';

/** How many events are kept at hand of executions that have ended: a history is read page by page. */
const mostEvents = 200_000;

/** The histories that were asked for last. */
export class RecentHistories {
  private readonly histories = new Map<string, HistoryRecord>();
  private events = 0;

  /** The history, read anew where it is not at hand. */
  get(arn: string, read: () => HistoryRecord): HistoryRecord {
    const known = this.histories.get(arn) ?? read();
    this.put(arn, known);
    return known;
  }

  /** Makes it the one that was asked for last. */
  put(arn: string, history: HistoryRecord): void {
    this.forget(arn);
    this.histories.set(arn, history);
    this.events += history.events.length;
    for (const oldest of this.histories.keys()) {
      if (this.events <= mostEvents || oldest === arn) break;
      this.forget(oldest);
    }
  }

  forget(arn: string): void {
    this.events -= this.histories.get(arn)?.events.length ?? 0;
    this.histories.delete(arn);
  }
}
