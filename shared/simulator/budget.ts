import { LimitReached } from './limitReached';
import type { EngineLimits } from './settings';

/**
 * What an execution and all its child executions have used up together. Each alone may be small: it is their sum that
 * takes a machine's time and memory, so reaching an end of it ends the whole run.
 */
export class Budget {
  private steps = 0;
  private characters = 0;
  private events = 0;

  constructor(private readonly limits: EngineLimits) {}

  countStep(): void {
    if (++this.steps <= this.limits.steps) return;
    throw this.usedUp('StepLimitExceeded', `The execution entered more than ${String(this.limits.steps)} states.`);
  }

  countEvent(): void {
    if (++this.events <= this.limits.allEvents) return;
    const most = String(this.limits.allEvents);
    throw this.usedUp('EventLimitExceeded', `The execution and its children wrote more than ${most} events.`);
  }

  /** Counts text that a history holds. */
  countText(length: number): void {
    this.characters += length;
    if (this.characters <= this.limits.historyCharacters) return;
    throw this.usedUp('MemoryLimitExceeded', 'The history holds more text than the simulator allows.');
  }

  private usedUp(name: string, cause: string): LimitReached {
    return new LimitReached(`Simulator.${name}`, cause, true);
  }
}
