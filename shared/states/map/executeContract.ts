import type { JsonValue } from '../../base/index';
import type { Flow, MapItem, StateRun } from '../execution';

/** The list of results of one attempt of a Map; `effective` is its input after InputPath. */
export type RunItems = (effective: JsonValue, run: StateRun) => Flow<JsonValue>;

/** What an iteration gets for its item. */
export type SelectItem = (effective: JsonValue, item: MapItem, run: StateRun) => Flow<JsonValue>;
