import { type JsonObject, type JsonValue, isObject, jsonText, own } from '../../base/index';
import { StateFailure } from '../../expressions/index';
import type { StateSource } from '../compiling';
import type { Flow, StateRun } from '../execution';
import { evaluate, jsonataField, templateField } from '../execution/fields';

/** How one child execution ended. */
export interface ChildResult {
  readonly input: JsonValue;
  readonly status: 'PENDING' | 'SUCCEEDED' | 'FAILED';
  readonly output?: JsonValue;
  readonly error?: string;
  readonly cause?: string;
}

export type RunWriter = (
  effective: JsonValue,
  run: StateRun,
  results: readonly ChildResult[],
  mapRunArn: string,
) => Flow<JsonValue>;

/**
 * ResultWriter: puts the results into S3, one file for each status and a manifest, and gives where they are. Without
 * a bucket it only shapes the results (WriterConfig); without the field the outputs are the result.
 */
export function compileWriter(source: StateSource): RunWriter {
  const writer = own(source.definition, 'ResultWriter');
  if (!isObject(writer)) {
    return function* (_effective, _run, results): Flow<JsonValue> {
      return outputsOf(results);
    };
  }
  const template = templateField(source, 'Parameters', ['ResultWriter', 'Parameters']);
  const expression = jsonataField(source, 'ResultWriter/Arguments', ['ResultWriter', 'Arguments']);
  const config = own(writer, 'WriterConfig');
  const transformation = isObject(config) ? String(own(config, 'Transformation') ?? 'NONE') : 'NONE';
  const lines = isObject(config) && own(config, 'OutputType') === 'JSONL';
  return function* (effective, run, results, mapRunArn): Flow<JsonValue> {
    const place =
      source.language === 'JSONata'
        ? expression === undefined
          ? undefined
          : yield* evaluate(expression, { input: run.input })
        : template?.(effective, run);
    if (!isObject(place) || own(place, 'Bucket') === undefined) return shape(results, transformation, mapRunArn, run);
    return yield* write(run, results, mapRunArn, place, transformation, lines);
  };
}

function* write(
  run: StateRun,
  results: readonly ChildResult[],
  mapRunArn: string,
  place: JsonObject,
  transformation: string,
  lines: boolean,
): Flow<JsonValue> {
  const bucket = String(own(place, 'Bucket'));
  const prefix = String(own(place, 'Prefix') ?? '').replace(/\/$/, '');
  const folder = `${prefix === '' ? '' : `${prefix}/`}${mapRunArn.slice(mapRunArn.lastIndexOf(':') + 1)}`;
  const files: Record<string, JsonValue[]> = { SUCCEEDED: [], FAILED: [], PENDING: [] };
  try {
    for (const status of ['SUCCEEDED', 'FAILED', 'PENDING'] as const) {
      const chosen = results.filter((one) => one.status === status);
      if (chosen.length === 0) continue;
      const key = `${folder}/${status}_0.${lines ? 'jsonl' : 'json'}`;
      const values = asArray(shape(chosen, status === 'SUCCEEDED' ? transformation : 'NONE', mapRunArn, run));
      const body = lines ? values.map(jsonText).join('\n') : jsonText(values);
      yield { kind: 'store', request: { kind: 'putObject', bucket, key, body } };
      files[status]?.push({ Key: key, Size: body.length });
    }
    const key = `${folder}/manifest.json`;
    const body = jsonText({ DestinationBucket: bucket, MapRunArn: mapRunArn, ResultFiles: files });
    yield { kind: 'store', request: { kind: 'putObject', bucket, key, body } };
    return { MapRunArn: mapRunArn, ResultWriterDetails: { Bucket: bucket, Key: key } };
  } catch (problem) {
    throw new StateFailure('States.ResultWriterFailed', storeMessage(problem), { mapRun: true });
  }
}

/** What the results look like: FLATTEN joins lists, COMPACT gives outputs, NONE the record of each child execution. */
function shape(results: readonly ChildResult[], transformation: string, mapRunArn: string, run: StateRun): JsonValue {
  if (transformation === 'COMPACT') return outputsOf(results);
  if (transformation === 'FLATTEN') return outputsOf(results).flatMap((output) => asArray(output));
  return results.map((result, index) => ({
    ExecutionArn: `${mapRunArn.replace(':mapRun:', ':execution:')}-${String(index)}`,
    Input: jsonText(result.input),
    InputDetails: { Included: true },
    Name: `${mapRunArn.slice(mapRunArn.lastIndexOf(':') + 1)}-${String(index)}`,
    ...(result.output === undefined ? {} : { Output: jsonText(result.output), OutputDetails: { Included: true } }),
    ...(result.error === undefined ? {} : { Error: result.error }),
    ...(result.cause === undefined ? {} : { Cause: result.cause }),
    StateMachineArn: run.environment.settings.stateMachineArn,
    Status: result.status,
  }));
}

function outputsOf(results: readonly ChildResult[]): JsonValue[] {
  return results.filter((result) => result.status === 'SUCCEEDED').map((result) => result.output ?? null);
}

function asArray(value: JsonValue): JsonValue[] {
  return Array.isArray(value) ? (value as JsonValue[]) : [value];
}

/** The words of a store that refused, whatever it threw. */
export function storeMessage(problem: unknown): string {
  const message = (problem as { message?: unknown } | null)?.message;
  return typeof message === 'string' ? message : String(problem);
}
