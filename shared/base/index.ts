/** The door of this room: what others may use. Inside it, files import each other directly. */
export { addressInRange, isAddressRange } from './addresses';
export { copyOf } from './copyOf';
export { duration } from './duration';
export type { Random } from './host';
export {
  isArray,
  isObject,
  jsonEqual,
  objectFrom,
  own,
  valueAt,
  withKey,
  withKeyRenamed,
  withValueAt,
  withoutKey,
  withoutValueAt,
  type JsonArray,
  type JsonObject,
  type JsonPath,
  type JsonPrimitive,
  type JsonValue,
} from './json';
export { jsonText, numberFromText, numberOf, parseJsonText, withPlainNumbers } from './jsonNumbers';
export { nearest } from './nearest';
export { NumberText, numberTexts } from './numberText';
export { forgetOrigins, madeFrom, originOf } from './origin';
export { applyPatch, patchBetween, type JsonPatch } from './patch';
export { entryOf } from './record';
export { fail, ok, type Result } from './result';
export { randomUuid, seededRandom } from './seededRandom';
export { parseTimestamp, timestampText } from './timestamps';
