/** The door of this room: what others may use. Inside it, files import each other directly. */
export { checkSteps, type PermissionCheck, type StepCheck } from './checkSteps';
export { denialOf } from './denial';
export { machineOf } from './machine';
export { neededRole, policyOf, trustPolicy, type NeededStatement } from './neededRole';
export { parsePolicy } from './parsePolicy';
export type { AttachedPolicy, PolicyKind } from './policy';
