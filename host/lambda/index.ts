/** The door of this room: what others may use. Inside it, files import each other directly. */
export { readFunctions, type LocalFunction } from './functions';
export { functionWorker, type FunctionWorker } from './functionWorker';
export { Functions } from './invoke';
