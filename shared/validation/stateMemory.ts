import { type QueryLanguage, isStateType } from '../asl/index';
import { type JsonObject, type JsonValue, isArray, isObject, own } from '../base/index';
import { type EvaluatedField, evaluatedFields } from '../states/index';
import { Memory } from './remembered';
import { stateVariables, type StateVariables } from './variables/stateVariables';

/**
 * What is known of a state by the object that it is, read when first asked for. Definitions that share a state share
 * this: states are immutable, and nothing here depends on where one stands.
 */
export class StateMemory extends Memory {
  private readonly read: Partial<Record<QueryLanguage, ReadState>> = {};
  private characters = -1;

  constructor(private readonly state: JsonObject) {
    super();
  }

  /** Its fields that are evaluated, by the query language that counts in it. */
  evaluated(language: QueryLanguage): readonly EvaluatedField[] {
    return this.of(language).evaluated;
  }

  variables(language: QueryLanguage): StateVariables {
    const read = this.of(language);
    return (read.variables ??= stateVariables(this.state, read.evaluated));
  }

  /** Characters as compact JSON, without those that escapes add. */
  get length(): number {
    if (this.characters < 0) this.characters = lengthOf(this.state);
    return this.characters;
  }

  private of(language: QueryLanguage): ReadState {
    const known = this.read[language];
    if (known) return known;
    const type = own(this.state, 'Type');
    const evaluated = isStateType(type) ? evaluatedFields(this.state, type, language) : [];
    return (this.read[language] = { evaluated });
  }
}

interface ReadState {
  readonly evaluated: readonly EvaluatedField[];
  variables?: StateVariables;
}

function lengthOf(value: JsonValue): number {
  if (typeof value === 'string') return value.length + 2;
  if (isArray(value)) return value.reduce<number>((sum, item) => sum + 1 + lengthOf(item), 2);
  if (!isObject(value)) return String(value).length;
  let sum = 2;
  for (const key of Object.keys(value)) sum += key.length + 4 + lengthOf(value[key] ?? null);
  return sum;
}
