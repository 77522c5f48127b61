/** The door of this room: what others may use. Inside it, files import each other directly. */
export type { DefinitionDiff, FieldChange, StateChange } from './contract';
export { diffDefinitions, isSame } from './diffDefinitions';
