/** The door of this room: what others may use. Inside it, files import each other directly. */
export { writeAtomically } from './atomicWrite';
export { FileStore } from './fileStore';
export { readSidecar } from './definitionAndSidecar';
export { withExtension } from './names';
export { readText } from './readText';
export { reason } from './reason';
export { RecoveryStore } from './recoveryStore';
export { WatchedFiles } from './watchedFiles';
