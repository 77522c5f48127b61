/** Every intrinsic function, by the name it is called with. */
import { array } from './Array';
import { arrayPartition } from './ArrayPartition';
import { arrayContains } from './ArrayContains';
import { arrayRange } from './ArrayRange';
import { arrayGetItem } from './ArrayGetItem';
import { arrayLength } from './ArrayLength';
import { arrayUnique } from './ArrayUnique';
import { base64Encode } from './Base64Encode';
import { base64Decode } from './Base64Decode';
import { hash } from './Hash';
import { jsonMerge } from './JsonMerge';
import { stringToJson } from './StringToJson';
import { jsonToString } from './JsonToString';
import { mathRandom } from './MathRandom';
import { mathAdd } from './MathAdd';
import { stringSplit } from './StringSplit';
import { uuid } from './UUID';
import { format } from './Format';
import type { IntrinsicFunction } from './contract';

const functions: readonly IntrinsicFunction[] = [
  array,
  arrayPartition,
  arrayContains,
  arrayRange,
  arrayGetItem,
  arrayLength,
  arrayUnique,
  base64Encode,
  base64Decode,
  hash,
  jsonMerge,
  stringToJson,
  jsonToString,
  mathRandom,
  mathAdd,
  stringSplit,
  uuid,
  format,
];

export const intrinsicFunctions: ReadonlyMap<string, IntrinsicFunction> = new Map(
  functions.map((one) => [one.name, one]),
);
