/** The door of this room: what others may use. Inside it, files import each other directly. */
export { allFixes } from './allFixes';
export { told } from './told';
export { validateDefinition, type Diagnostic, type Fix } from './registry';
