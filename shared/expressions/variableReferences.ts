import { type JsonObject, type JsonValue, isArray, isObject, own } from '../base/index';
import { expressionText } from './jsonata/compileExpression';
import { expressionFacts } from './jsonata/expressionFacts';

/**
 * The variables that each state of a definition reads, sorted, by the state's name: what DescribeStateMachine lists
 * as variableReferences. States that read none are left out; a text that is no expression reads none.
 */
export function variableReferences(definition: JsonObject): Readonly<Record<string, readonly string[]>> {
  const found: Record<string, readonly string[]> = {};
  collectScope(definition, own(definition, 'QueryLanguage') === 'JSONata', found);
  return found;
}

function collectScope(scope: JsonObject, jsonata: boolean, found: Record<string, readonly string[]>): void {
  const states = own(scope, 'States');
  for (const [name, state] of isObject(states) ? Object.entries(states) : []) {
    if (!isObject(state)) continue;
    const language = own(state, 'QueryLanguage');
    const names = new Set<string>();
    collectState(state, language === undefined ? jsonata : language === 'JSONata', names);
    if (names.size > 0) found[name] = [...names].sort();
    for (const inner of innerScopes(state)) collectScope(inner, jsonata, found);
  }
}

function innerScopes(state: JsonObject): JsonObject[] {
  const branches = own(state, 'Branches');
  return [...(isArray(branches) ? branches : []), own(state, 'ItemProcessor'), own(state, 'Iterator')].filter(
    (one): one is JsonObject => isObject(one),
  );
}

/** Fields that hold other states, or values that are never read as expressions. */
const skipped: ReadonlySet<string> = new Set([
  'Branches',
  'ItemProcessor',
  'Iterator',
  'Result',
  'Comment',
  'ResultPath',
  'Next',
  'Default',
  'Resource',
]);

function collectState(state: JsonObject, jsonata: boolean, names: Set<string>): void {
  for (const [field, value] of Object.entries(state)) {
    if (!skipped.has(field)) collectValue(field, value, jsonata, names);
  }
}

function collectValue(key: string, value: JsonValue, jsonata: boolean, names: Set<string>): void {
  if (isArray(value)) {
    for (const item of value) collectValue('', item, jsonata, names);
  } else if (isObject(value)) {
    for (const [inner, member] of Object.entries(value))
      if (inner !== 'ResultPath') collectValue(inner, member, jsonata, names);
  } else if (typeof value === 'string') {
    const text = jsonata ? expressionText(value) : undefined;
    if (text !== undefined) for (const variable of expressionFacts(text).variables) names.add(variable);
    else if (!jsonata && (key.endsWith('Path') || key.endsWith('.$') || key === 'Variable')) {
      for (const name of variablesOfPath(value)) names.add(name);
    }
  }
}

const quoted = /'(?:[^'\\]|\\.)*'/g;
const reference = /(?<![\w$.\])}])\$([\p{ID_Start}_][\p{ID_Continue}\u200c\u200d]*)/gu;

/** `$name` in a path or an intrinsic function; not `$.name`, `$$.name`, nor what stands in quotes. */
function variablesOfPath(text: string): string[] {
  return [...text.replace(quoted, "''").matchAll(reference)].map((match) => match[1] ?? '');
}
