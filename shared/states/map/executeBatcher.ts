import { type JsonValue, isObject, jsonText, own } from '../../base/index';
import type { StateSource } from '../compiling';
import type { Flow, MapItem, StateRun } from '../execution';
import { evaluate, jsonataField, templateField } from '../execution/fields';
import { compileNumber, notNegative } from './executeNumbers';

/** The input of one child execution. */
export interface Batch {
  readonly input: JsonValue;
  /** The item, where the child works on one only. */
  readonly mapItem?: MapItem;
}

export type RunBatcher = (effective: JsonValue, run: StateRun, items: readonly Batch[]) => Flow<readonly Batch[]>;

/** ItemBatcher: items in batches by count and by bytes, with BatchInput beside them. Without it each item is a batch. */
export function compileBatcher(source: StateSource): RunBatcher {
  const batcher = own(source.definition, 'ItemBatcher');
  if (!isObject(batcher)) {
    return function* (_effective, _run, items): Flow<readonly Batch[]> {
      return items;
    };
  }
  const perBatch = compileNumber(
    source,
    batcher,
    'MaxItemsPerBatch',
    ['ItemBatcher', 'MaxItemsPerBatch'],
    notNegative('MaxItemsPerBatch'),
  );
  const bytes = compileNumber(
    source,
    batcher,
    'MaxInputBytesPerBatch',
    ['ItemBatcher', 'MaxInputBytesPerBatch'],
    notNegative('MaxInputBytesPerBatch'),
  );
  const template =
    source.language === 'JSONata' ? undefined : templateField(source, 'BatchInput', ['ItemBatcher', 'BatchInput']);
  const expression =
    source.language === 'JSONata'
      ? jsonataField(source, 'ItemBatcher/BatchInput', ['ItemBatcher', 'BatchInput'])
      : undefined;
  return function* (effective, run, items): Flow<readonly Batch[]> {
    const limit = {
      items: (yield* perBatch(effective, run)) || Infinity,
      bytes: (yield* bytes(effective, run)) || Infinity,
    };
    const given =
      expression === undefined ? template?.(effective, run) : yield* evaluate(expression, { input: run.input });
    const batches = cut(items, limit).map((batch): Batch => ({
      input: given === undefined ? { Items: batch } : { BatchInput: given, Items: batch },
    }));
    run.environment.hooks.inspect?.(
      'afterItemBatcher',
      batches.map((batch) => batch.input),
    );
    return batches;
  };
}

function cut(items: readonly Batch[], limit: { readonly items: number; readonly bytes: number }): JsonValue[][] {
  const batches: JsonValue[][] = [];
  let batch: JsonValue[] = [];
  let size = 0;
  for (const { input } of items) {
    const length = limit.bytes === Infinity ? 0 : jsonText(input).length + 1;
    if (batch.length > 0 && (batch.length >= limit.items || size + length > limit.bytes)) {
      batches.push(batch);
      batch = [];
      size = 0;
    }
    batch.push(input);
    size += length;
  }
  if (batch.length > 0) batches.push(batch);
  return batches;
}
