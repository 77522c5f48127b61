/** Something that the other query language cannot say; the message tells what. */
export class CannotConvert extends Error {}
