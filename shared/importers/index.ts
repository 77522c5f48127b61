/** The door of this room: what others may use. Inside it, files import each other directly. */
export type { FoundMachine } from './contract';
export { recognised } from './recognised';
