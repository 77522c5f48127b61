import { type JsonObject, type JsonValue, isObject, own } from '../../base/index';

/** Modes of a Map. Source: AWS developer guide, "Map workflow state": ProcessorConfig. */
export const mapModes = ['INLINE', 'DISTRIBUTED'] as const;

/** The ProcessorConfig of a Map; an empty one where there is none. */
export function processorConfig(state: JsonObject): JsonObject {
  const processor = own(state, 'ItemProcessor');
  const config = isObject(processor) ? own(processor, 'ProcessorConfig') : undefined;
  return isObject(config) ? config : {};
}

/** Whether its iterations are executions of their own. */
export function isDistributed(state: JsonObject): boolean {
  return own(processorConfig(state), 'Mode') === 'DISTRIBUTED';
}

/** The mode as it is written; undefined where nothing is, which means INLINE. */
export function modeOf(state: JsonObject): JsonValue | undefined {
  return own(processorConfig(state), 'Mode');
}
