export { duration } from '#shared/base/duration';
export { summarizeState as cardFacts, type Badge } from '#shared/states/summary';
