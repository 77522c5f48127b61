import { type QueryLanguage, isStateType, scopeFields } from '../asl/index';
import { type JsonObject, isArray, isObject, own } from '../base/index';
import { evaluatedFields } from './expressionFields';
import { variablesRead } from './variablesRead';

/**
 * The variables that each state of a definition reads, sorted, by the state's name: what DescribeStateMachine lists
 * as variableReferences. States that read none are left out; a text that is no expression reads none.
 */
export function variableReferences(definition: JsonObject): Readonly<Record<string, readonly string[]>> {
  const found: Record<string, readonly string[]> = {};
  collectScope(definition, own(definition, 'QueryLanguage') === 'JSONata' ? 'JSONata' : 'JSONPath', found);
  return found;
}

/** A scope has the query language of the machine: that of a state around it does not reach it. */
function collectScope(scope: JsonObject, machine: QueryLanguage, found: Record<string, readonly string[]>): void {
  const states = own(scope, 'States');
  for (const [name, state] of isObject(states) ? Object.entries(states) : []) {
    if (!isObject(state)) continue;
    const type = own(state, 'Type');
    const language = (own(state, 'QueryLanguage') ?? machine) === 'JSONata' ? 'JSONata' : 'JSONPath';
    const reads = isStateType(type) ? variablesRead(evaluatedFields(state, type, language)) : [];
    if (reads.length > 0) found[name] = [...new Set(reads.map((read) => read.name))].sort();
    for (const inner of innerScopes(state)) collectScope(inner, machine, found);
  }
}

function innerScopes(state: JsonObject): readonly JsonObject[] {
  return scopeFields.flatMap(({ field }) => {
    const value = own(state, field);
    return (isArray(value) ? [...value] : [value]).filter((one) => isObject(one));
  });
}
