import type { CompiledJsonata } from '../expressions/index';
import type { Engine } from './engine';
import type { ObjectStore, Worker } from './worker';

/** What a scheduler carries effects out with. */
export interface SchedulerHost {
  /** Read for each task: a host may put another worker in its place between two steps. */
  readonly worker: Worker;
  readonly store: ObjectStore;
  /** The expressions of the program, by the numbers that effects name. */
  readonly expressions: readonly CompiledJsonata[];
}

/**
 * Drives an engine: carries its effects out, gives it the answers, and moves its clock. Which clock that is, is the
 * scheduler's matter: virtual time jumps to what is due next, real time would wait for it.
 */
export interface Scheduler {
  /**
   * Goes on until `done` says so, which is asked between two steps, or nothing is left to do. Gives true where `done`
   * stopped it; a promise only when something has to be awaited.
   */
  run(done: () => boolean): boolean | Promise<boolean>;
}

export type MakeScheduler = (engine: Engine, host: SchedulerHost) => Scheduler;
