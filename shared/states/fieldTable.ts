import { type StateType, stateTypeNames } from '../asl/index';
import { stateTypes, type StateField } from './stateTypes';

const tables: ReadonlyMap<StateType, ReadonlyMap<string, StateField>> = new Map(
  stateTypeNames.map((type) => [type, new Map(stateTypes[type].fields.map((field) => [field.name, field]))]),
);

const empty: ReadonlyMap<string, StateField> = new Map();

/** The fields of a state type by name, for looking up what stands in a state. */
export function fieldsOf(type: StateType): ReadonlyMap<string, StateField> {
  return tables.get(type) ?? empty;
}
