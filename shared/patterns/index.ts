/** The door of this room: what others may use. Inside it, files import each other directly. */
export { keptForPolling, pollUntilEnded } from './polling';
export { patterns, type PatternFragment } from './registry';
