import { type JsonObject, type JsonValue, isObject, jsonText, own } from '../../base/index';
import { StateFailure } from '../../expressions/index';
import type { StateSource } from '../compiling';
import type { Flow, StateRun } from '../execution';
import { evaluate, jsonataField, templateField } from '../execution/fields';
import { bytesOf } from '../execution/payload';
import { type ChildResult, type FactsOf, type Transformation, outputsOf, transformed } from './executeResults';
import { storeMessage } from './executeStore';

/** What the Map gives for its results. `failed` where the Map Run failed: its results are written all the same. */
export type RunWriter = (
  effective: JsonValue,
  run: StateRun,
  results: readonly ChildResult[],
  mapRunArn: string,
  failed: boolean,
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
  const wanted = isObject(config) ? own(config, 'Transformation') : undefined;
  const transformation = wanted === 'COMPACT' || wanted === 'FLATTEN' ? wanted : 'NONE';
  const lines = isObject(config) && own(config, 'OutputType') === 'JSONL';
  return function* (effective, run, results, mapRunArn, failed): Flow<JsonValue> {
    const place =
      source.language === 'JSONata'
        ? expression === undefined
          ? undefined
          : yield* evaluate(expression, { input: run.input })
        : template?.(effective, run);
    const factsOf: FactsOf = (index) => run.children.executionFacts(mapRunArn, index);
    if (isObject(place) && own(place, 'Bucket') !== undefined)
      return yield* write(results, mapRunArn, place, { transformation, lines, factsOf });
    return failed ? null : transformed([...results.entries()], transformation, factsOf);
  };
}

interface Form {
  readonly transformation: Transformation;
  readonly lines: boolean;
  readonly factsOf: FactsOf;
}

/** The file that holds a result. Source: AWS developer guide, "ResultWriter (Map)", contents of the files. */
const files: Readonly<Record<ChildResult['status'], string>> = {
  SUCCEEDED: 'SUCCEEDED',
  FAILED: 'FAILED',
  ABORTED: 'FAILED',
  PENDING: 'PENDING',
};

function* write(
  results: readonly ChildResult[],
  mapRunArn: string,
  place: JsonObject,
  { transformation, lines, factsOf }: Form,
): Flow<JsonValue> {
  const bucket = String(own(place, 'Bucket'));
  const prefix = String(own(place, 'Prefix') ?? '').replace(/\/$/, '');
  const folder = `${prefix === '' ? '' : `${prefix}/`}${mapRunArn.slice(mapRunArn.lastIndexOf(':') + 1)}`;
  const written: Record<string, JsonValue[]> = { FAILED: [], PENDING: [], SUCCEEDED: [] };
  try {
    for (const [file, keys] of Object.entries(written)) {
      const chosen = [...results.entries()].filter(([, { status }]) => files[status] === file);
      if (chosen.length === 0) continue;
      // AWS keeps the ending .json for JSON Lines as well.
      const key = `${folder}/${file}_0.json`;
      const values = transformed(chosen, transformation, factsOf);
      const body = lines ? values.map(jsonText).join('\n') : jsonText(values);
      yield { kind: 'store', request: { kind: 'putObject', bucket, key, body } };
      keys.push({ Key: key, Size: bytesOf(body) });
    }
    const key = `${folder}/manifest.json`;
    const body = jsonText({ DestinationBucket: bucket, MapRunArn: mapRunArn, ResultFiles: written });
    yield { kind: 'store', request: { kind: 'putObject', bucket, key, body } };
    return { MapRunArn: mapRunArn, ResultWriterDetails: { Bucket: bucket, Key: key } };
  } catch (problem) {
    throw new StateFailure('States.ResultWriterFailed', storeMessage(problem), { mapRun: true });
  }
}
