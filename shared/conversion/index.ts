/** The door of this room: what others may use. Inside it, files import each other directly. */
export { convertMachine, convertState, type Conversion, type ToldDifference, type Unconverted } from './convert';
