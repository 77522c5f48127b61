import { type JsonValue, isArray, isObject, jsonText, own } from '../../base/index';
import { expressionText, queryFailure, runtimeFailure } from '../../expressions/index';
import type { StateSource } from '../compiling';
import type { Flow, StateRun } from '../execution';
import { evaluate, jsonataField, requiredPath, typeName } from '../execution/fields';
import { type ReadItem, itemsOfObject, objectsSince } from './executeContract';

/** The items a Map works on, where they do not come from a reader. */
export type CompiledItems = (effective: JsonValue, run: StateRun) => Flow<readonly ReadItem[]>;

/**
 * Compiles ItemsPath, or Items in JSONata; without them the state's input is the list, or the object. An inline Map in
 * JSONPath takes no object: a recording of December 2025 refuses one, where the documentation would take it.
 */
export function compileItems(source: StateSource, mode: 'inline' | 'distributed'): CompiledItems {
  const takesObjects = mode === 'distributed' || source.language === 'JSONata';
  const read = source.language === 'JSONata' ? compileJsonataItems(source) : compileItemsPath(source);
  return function* (effective, run): Flow<readonly ReadItem[]> {
    const { value, refuse } = yield* read(effective, run);
    const items = itemsIn(value, takesObjects && run.environment.settings.awsAsOf >= objectsSince);
    if (items === undefined) throw refuse(value);
    run.environment.hooks.inspect?.('afterItemsPath', value);
    return items;
  };
}

interface Given {
  readonly value: JsonValue;
  /** What AWS says of a value that holds no items. */
  readonly refuse: (value: JsonValue) => unknown;
}

function itemsIn(value: JsonValue, takesObjects: boolean): readonly ReadItem[] | undefined {
  if (isArray(value)) return value.map((item) => ({ value: item }));
  return takesObjects && isObject(value) ? itemsOfObject(value) : undefined;
}

function compileItemsPath(source: StateSource): (effective: JsonValue, run: StateRun) => Flow<Given> {
  const path = own(source.definition, 'ItemsPath');
  const read = path === undefined ? undefined : requiredPath(source, 'ItemsPath', path);
  const refuse = (): unknown =>
    runtimeFailure(`Reference path "${String(path ?? '$').replace('$$', '$')}" must point to array.`);
  return function* (effective, run): Flow<Given> {
    return { value: read === undefined ? effective : read(effective, run), refuse };
  };
}

function compileJsonataItems(source: StateSource): (effective: JsonValue, run: StateRun) => Flow<Given> {
  const compiled = jsonataField(source, 'Items');
  if (compiled === undefined) {
    const refuse = (value: JsonValue): unknown =>
      queryFailure(`Map state input must be an array but was: ${jsonText(value)}`);
    return function* (effective): Flow<Given> {
      return { value: effective, refuse };
    };
  }
  const text = expressionText(String(own(source.definition, 'Items'))) ?? '';
  const refuse = (value: JsonValue): unknown =>
    queryFailure(
      `The JSONata expression '${text}' specified for the field 'Items' returned an unexpected result type. ` +
        `Expected 'array', but was '${typeName(value)}' for value: ${jsonText(value)}`,
      'Items',
    );
  return function* (_effective, run): Flow<Given> {
    return { value: yield* evaluate(compiled, { input: run.input }), refuse };
  };
}
