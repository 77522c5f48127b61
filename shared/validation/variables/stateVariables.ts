import { variableOfKey } from '../../asl/index';
import { type JsonObject, type JsonPath, type JsonValue, isArray, isObject, own } from '../../base/index';
import { type EvaluatedField, variablesRead } from '../../states/index';

/** A variable by name, and the place below its state where it is read or assigned. */
export interface PlacedName {
  readonly name: string;
  readonly at: JsonPath;
}

/** What one state reads of the variables, and assigns. Every reference in a state reads the values from its entry. */
export interface StateVariables {
  /** Without those that an expression asks for with `$exists`. */
  readonly reads: readonly PlacedName[];
  readonly assigned: readonly PlacedName[];
  /** Names that are assigned on the way by Next or Default. */
  readonly onward: readonly string[];
  /** Names by index of the rule or catcher that is taken. */
  readonly byRule: ReadonlyMap<number, readonly string[]>;
  readonly byCatcher: ReadonlyMap<number, readonly string[]>;
}

/** What a state is that has nothing to do with variables: always this object. */
export const noVariables: StateVariables = {
  reads: [],
  assigned: [],
  onward: [],
  byRule: new Map(),
  byCatcher: new Map(),
};

export function stateVariables(state: JsonObject, evaluated: readonly EvaluatedField[]): StateVariables {
  const reads = variablesRead(evaluated).filter(({ asked }) => !asked);
  const assigned: PlacedName[] = [];
  const onward = assignedBy(state, [], assigned);
  const byRule = assignedByItems(state, 'Choices', assigned);
  const byCatcher = assignedByItems(state, 'Catch', assigned);
  // Most states have nothing to do with variables.
  return reads.length === 0 && assigned.length === 0 ? noVariables : { reads, assigned, onward, byRule, byCatcher };
}

/** The names that an Assign gives values to: keys without the `.$` of JSONPath. */
function assignedBy(holder: JsonObject, at: JsonPath, assigned: PlacedName[]): readonly string[] {
  const value = own(holder, 'Assign');
  if (!isObject(value)) return [];
  return Object.keys(value).map((key) => {
    const name = variableOfKey(key);
    assigned.push({ name, at: [...at, 'Assign', key] });
    return name;
  });
}

function assignedByItems(
  state: JsonObject,
  field: 'Choices' | 'Catch',
  assigned: PlacedName[],
): ReadonlyMap<number, readonly string[]> {
  const items: JsonValue | undefined = own(state, field);
  if (!isArray(items)) return noVariables.byRule;
  const names = new Map<number, readonly string[]>();
  for (const [index, item] of items.entries()) {
    if (isObject(item) && Object.hasOwn(item, 'Assign')) names.set(index, assignedBy(item, [field, index], assigned));
  }
  return names;
}
