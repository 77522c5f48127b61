/** The door of this room: what others may use. Inside it, files import each other directly. */
export type { ScheduleTrigger, Trigger, TriggerKind } from './contract';
export { matchEvent } from './eventPattern';
export { sampleEvent, sampleInput } from './sampleEvent';
export { isTimezone, nextTimes, readSchedule } from './schedule';
export { limitsOf } from './scheduleLimits';
export {
  checkTrigger,
  describeTrigger,
  executionsPerMonth,
  isTrigger,
  newTrigger,
  patternOf,
  triggerKinds,
  triggersOf,
  withTrigger,
} from './triggers';
