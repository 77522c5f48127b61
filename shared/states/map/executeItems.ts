import { type JsonValue, isArray, jsonText, own } from '../../base/index';
import { expressionText, queryFailure, runtimeFailure } from '../../expressions/index';
import type { StateSource } from '../compiling';
import type { Flow, StateRun } from '../execution';
import { evaluate, jsonataField, requiredPath, typeName } from '../execution/fields';

/** The items a Map works on, where they do not come from a reader. */
export type CompiledItems = (effective: JsonValue, run: StateRun) => Flow<readonly JsonValue[]>;

/** Compiles ItemsPath, or Items in JSONata; without them the state's input is the list. */
export function compileItems(source: StateSource): CompiledItems {
  if (source.language === 'JSONata') return compileJsonataItems(source);
  const path = own(source.definition, 'ItemsPath');
  const read = path === undefined ? undefined : requiredPath(source, 'ItemsPath', path);

  return function* (effective, run): Flow<readonly JsonValue[]> {
    const items = read === undefined ? effective : read(effective, run);
    if (isArray(items)) return items;
    throw runtimeFailure(`Reference path "${String(path ?? '$').replace('$$', '$')}" must point to array.`);
  };
}

function compileJsonataItems(source: StateSource): CompiledItems {
  const compiled = jsonataField(source, 'Items');
  const text = expressionText(String(own(source.definition, 'Items'))) ?? '';
  return function* (effective, run): Flow<readonly JsonValue[]> {
    if (compiled === undefined) {
      if (isArray(effective)) return effective;
      throw queryFailure(`Map state input must be an array but was: ${jsonText(effective)}`);
    }
    const items = yield* evaluate(compiled, { input: run.input });
    if (isArray(items)) return items;
    throw queryFailure(
      `The JSONata expression '${text}' specified for the field 'Items' returned an unexpected result type. ` +
        `Expected 'array', but was '${typeName(items)}' for value: ${jsonText(items)}`,
      'Items',
    );
  };
}
