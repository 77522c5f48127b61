/** The door of this room: what others may use. Inside it, files import each other directly. */
export { checkArgument, checkArguments, isGiven } from './argumentCheck';
export {
  buildArn,
  checkArn,
  describeShape,
  parseArn,
  partitions,
  partsOfShape,
  shapeOf,
  type ArnParts,
} from './arns/arn';
export { arnsIn, usualPlace } from './arns/inDefinition';
export type { ArnShapeId } from './arns/shapes';
export { closedServices } from './closedServices';
export type { AccessCall, AccessStatement, PriceModel, PricedCall, TypicalDuration } from './contract';
export { callDuration, typicalDuration } from './durations';
export { services, type ArgumentField, type SdkCatalogue, type ServiceAction, type ValueType } from './registry';
export { readResource } from './resource';
export { checkResult } from './results/checkResult';
export { resultCall } from './results/resultCall';
export type { ResultMember, ResultShape, SdkResults } from './results/resultShape';
export { sampleResult } from './results/sampleResult';
export { taskResults, type TaskResults } from './results/taskResult';
export { judgeResource } from './resourceProblem';
