/** The door of this room: what others may use. Inside it, files import each other directly. */
export { costBasis } from './costBasis';
export { estimateRun, type ChildCost, type CostBasis, type Estimate, type StepCost } from './estimate';
export { defaultPrices, pricesWith, type PriceTable } from './prices';
export { readPriceFile } from './priceFile';
export { sourceOfPrice } from './priceSources';
