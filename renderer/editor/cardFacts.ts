export { cardFacts, duration, type Badge } from '#shared/states/summary';
