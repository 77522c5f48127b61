import { isExpression, expressionSource } from '../../asl/index';
import { type JsonObject, type JsonPath, type JsonValue, isArray, isObject, own } from '../../base/index';
import { expressionFacts, pathFacts, visitTemplate } from '../../expressions/index';
import { type EvaluatedField, visitTexts } from '../../states/index';

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
  const reads: PlacedName[] = [];
  for (const field of evaluated) collectReads(field, reads);
  const assigned: PlacedName[] = [];
  const onward = assignedBy(state, [], assigned);
  const byRule = assignedByItems(state, 'Choices', assigned);
  const byCatcher = assignedByItems(state, 'Catch', assigned);
  // Most states have nothing to do with variables.
  return reads.length === 0 && assigned.length === 0 ? noVariables : { reads, assigned, onward, byRule, byCatcher };
}

function collectReads(field: EvaluatedField, reads: PlacedName[]): void {
  const { value, at } = field;
  switch (field.kind) {
    case 'path':
      return void (typeof value === 'string' && readPath(value, at, reads));
    case 'template':
      return visitTemplate(value, at, (_object, key, member, holder) => {
        if (typeof member === 'string') readPath(member, [...holder, key], reads);
      });
    case 'jsonata':
      return visitTexts(value, at, (text, place) => {
        if (!isExpression(text)) return;
        const { variables, asked } = expressionFacts(expressionSource(text));
        for (const name of variables) if (!asked.includes(name)) reads.push({ name, at: place });
      });
  }
}

function readPath(text: string, at: JsonPath, reads: PlacedName[]): void {
  for (const name of pathFacts(text).variables) reads.push({ name, at });
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

/** The variable that a key of an Assign names: JSONPath marks keys whose values are evaluated with `.$`. */
export function variableOfKey(key: string): string {
  return key.endsWith('.$') ? key.slice(0, -2) : key;
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
