import type { QueryLanguage } from '../asl/index';
import { type JsonObject, type JsonValue, own } from '../base/index';

/** The query language that counts in a state: its own, else that of the machine. */
export function languageOf(state: JsonObject, machineLanguage: JsonValue | undefined): QueryLanguage {
  return (own(state, 'QueryLanguage') ?? machineLanguage) === 'JSONata' ? 'JSONata' : 'JSONPath';
}
