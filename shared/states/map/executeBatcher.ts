import { type JsonValue, isObject, jsonText, own } from '../../base/index';
import { StateFailure } from '../../expressions/index';
import type { StateSource } from '../compiling';
import type { Flow, StateRun } from '../execution';
import { evaluate, jsonataField, templateField } from '../execution/fields';
import { bytesOf } from '../execution/payload';
import { compileNumber, notNegative } from './executeNumbers';

/** The input of one child execution. */
export interface Batch {
  readonly input: JsonValue;
  /** How many items it holds. */
  readonly items: number;
}

export type RunBatcher = (effective: JsonValue, run: StateRun, items: readonly Batch[]) => Flow<readonly Batch[]>;

interface Limit {
  readonly items: number;
  readonly bytes: number;
}

/** ItemBatcher: items in batches by count and by bytes, with BatchInput beside them. Without it each item is a batch. */
export function compileBatcher(source: StateSource): RunBatcher {
  const batcher = own(source.definition, 'ItemBatcher');
  if (!isObject(batcher)) {
    return function* (_effective, _run, items): Flow<readonly Batch[]> {
      return items;
    };
  }
  const number = (field: string): ReturnType<typeof compileNumber> =>
    compileNumber(source, batcher, field, ['ItemBatcher', field], notNegative(field));
  const perBatch = number('MaxItemsPerBatch');
  const bytes = number('MaxInputBytesPerBatch');
  const template =
    source.language === 'JSONata' ? undefined : templateField(source, 'BatchInput', ['ItemBatcher', 'BatchInput']);
  const expression =
    source.language === 'JSONata'
      ? jsonataField(source, 'ItemBatcher/BatchInput', ['ItemBatcher', 'BatchInput'])
      : undefined;
  return function* (effective, run, items): Flow<readonly Batch[]> {
    const { payloadBytes } = run.environment.limits;
    const limit = {
      items: (yield* perBatch(effective, run)) || Infinity,
      bytes: Math.min((yield* bytes(effective, run)) || payloadBytes, payloadBytes),
    };
    const given =
      expression === undefined ? template?.(effective, run) : yield* evaluate(expression, { input: run.input });
    const around = given === undefined ? {} : { BatchInput: given };
    const batches = cut(items, limit, bytesOf(jsonText({ ...around, Items: [] }))).map((batch): Batch => ({
      input: { ...around, Items: batch },
      items: batch.length,
    }));
    run.environment.hooks.inspect?.(
      'afterItemBatcher',
      batches.map((batch) => batch.input),
    );
    return batches;
  };
}

/** The items of each batch. Its bytes are those of the whole input of the child: `around` is what is not items. */
function cut(items: readonly Batch[], limit: Limit, around: number): JsonValue[][] {
  const batches: JsonValue[][] = [];
  let batch: JsonValue[] = [];
  let size = around;
  for (const { input } of items) {
    const length = bytesOf(jsonText(input));
    if (around + length > limit.bytes) throw tooLarge(limit.bytes);
    // A comma stands before each item but the first.
    if (batch.length > 0 && (batch.length >= limit.items || size + length + 1 > limit.bytes)) {
      batches.push(batch);
      batch = [];
      size = around;
    }
    size += length + (batch.length > 0 ? 1 : 0);
    batch.push(input);
  }
  if (batch.length > 0) batches.push(batch);
  return batches;
}

function tooLarge(bytes: number): StateFailure {
  return new StateFailure(
    'States.DataLimitExceeded',
    `An item of the Map does not fit into a batch of ${String(bytes)} bytes.`,
    { mapRun: true, terminal: true },
  );
}
