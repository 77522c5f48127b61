import { type JsonObject, type JsonValue, isArray, isObject, own } from '../base/index';
import { type StateType, expressionSource, isExpression, typeHasResult } from '../asl/index';
import { evaluatedFields, visitTexts } from '../states/index';
import { CannotConvert } from './cannotConvert';
import type { Difference } from './differences';
import { type Source, pathIn, plainPath, wholeOf } from './pathOfExpression';
import { choiceRule } from './ruleOfCondition';

/**
 * A state of JSONata as one of JSONPath, where its expressions are no more than paths: JSONata says far more than
 * JSONPath can. Throws {@link CannotConvert} with the expression that cannot be put in a path.
 */
export function stateToJsonPath(state: JsonObject): JsonObject {
  const entries = Object.entries(state).flatMap(([key, value]) => field(key, value, state));
  return Object.fromEntries(entries);
}

/** Fields that JSONPath reads from the data under a name of their own. */
const byPath = new Set([
  'Seconds',
  'Timestamp',
  'TimeoutSeconds',
  'HeartbeatSeconds',
  'MaxConcurrency',
  'ToleratedFailureCount',
  'ToleratedFailurePercentage',
  'Error',
  'Cause',
]);

function field(key: string, value: JsonValue, state: JsonObject): [string, JsonValue][] {
  const type = own(state, 'Type');
  if (byPath.has(key)) return isExpression(value) ? [[`${key}Path`, inputPath(value, state)]] : [[key, value]];
  switch (key) {
    case 'QueryLanguage':
      return [];
    case 'Arguments':
      if (isObject(value)) return [['Parameters', template(value, 'input')]];
      return wholeOf(value) === 'input' ? [] : [['InputPath', pathIn(value, 'input')]];
    case 'Output':
      return output(value, type);
    case 'Assign':
      return [[key, assigned(value, state)]];
    case 'Items':
      if (typeof value === 'string') return [['ItemsPath', inputPath(value, state)]];
      throw new CannotConvert('Items is a literal list, which JSONPath has no place for.');
    case 'ItemSelector':
      return [[key, template(value, 'input')]];
    case 'Credentials':
      readsAfterInputPath(value, state);
      return [[key, template(value, 'input')]];
    case 'ItemReader':
    case 'ResultWriter':
      return [[key, isObject(value) ? withParameters(value) : value]];
    case 'ItemBatcher':
      return [[key, isObject(value) ? batcher(value) : value]];
    case 'Choices':
      return [[key, isArray(value) ? value.map((rule) => (isObject(rule) ? ruleWithAssign(rule) : rule)) : value]];
    case 'Catch':
      return [
        [key, isArray(value) ? value.map((catcher) => (isObject(catcher) ? catcherOf(catcher) : catcher)) : value],
      ];
    default:
      return [[key, value]];
  }
}

/** A path into the input of the state; one that Arguments becomes an InputPath of would shift it. */
function inputPath(value: JsonValue, state: JsonObject): string {
  readsAfterInputPath(value, state);
  return pathIn(value, 'input');
}

function readsAfterInputPath(value: JsonValue, state: JsonObject): void {
  const given = own(state, 'Arguments');
  if (given === undefined || isObject(given) || wholeOf(given) === 'input' || !readsFrom(value, 'input')) return;
  throw new CannotConvert('Arguments is a part of the input, from which JSONPath would read the other fields too.');
}

function readsFrom(value: JsonValue, source: Source): boolean {
  let found = false;
  visitTexts(value, [], (text) => {
    if (isExpression(text) && text.includes(`$states.${source}`)) found = true;
  });
  return found;
}

/** A payload template of JSONPath; its keys that end in `.$` are no literals. */
function template(value: JsonValue, source: Source): JsonValue {
  if (isArray(value)) {
    if (value.some(isExpression))
      throw new CannotConvert('A list holds an expression; JSONPath takes them in objects only.');
    return value.map((item) => template(item, source));
  }
  if (isExpression(value)) throw new CannotConvert(`${value} stands where JSONPath takes no path.`);
  if (!isObject(value)) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, each]) => {
      if (key.endsWith('.$')) throw new CannotConvert(`JSONPath would evaluate the key “${key}”.`);
      return isExpression(each) ? [`${key}.$`, pathIn(each, source)] : [key, template(each, source)];
    }),
  );
}

const hasExpressions = (value: JsonValue): boolean => {
  let found = false;
  visitTexts(value, [], (text) => (found ||= isExpression(text)));
  return found;
};

/** In Assign `$` is the result of the state; of a Pass what it makes, of others their input. */
function assigned(value: JsonValue, state: JsonObject): JsonValue {
  const type = own(state, 'Type');
  const made = type === 'Pass' ? own(state, 'Output') : undefined;
  // An Output that is a path becomes OutputPath, which comes after Assign.
  if (made !== undefined && !isExpression(made) && readsFrom(value, 'input'))
    throw new CannotConvert('Assign reads the input, where JSONPath has the Output of the state only.');
  return template(value, typeHasResult(type) ? 'result' : 'input');
}

const merged = (from: string) =>
  new RegExp(`^\\$merge\\(\\[\\$states\\.input, ?\\{ ?"(\\w+)": ?\\$states\\.${from} ?\\}\\]\\)$`);

function output(value: JsonValue, type: JsonValue | undefined): [string, JsonValue][] {
  if (wholeOf(value) === 'input' && !typeHasResult(type)) return [];
  if (type === 'Choice')
    throw new CannotConvert('A Choice shapes its output by rule in JSONata, and as a whole in JSONPath.');
  if (!typeHasResult(type)) {
    if (isExpression(value)) return [['OutputPath', pathIn(value, 'input')]];
    if (type !== 'Pass')
      throw new CannotConvert('Output is built anew, for which JSONPath has no field in this state.');
    if (!hasExpressions(value)) return [['Result', value]];
    if (isObject(value)) return [['Parameters', template(value, 'input')]];
    throw new CannotConvert('A list holds an expression; JSONPath takes them in objects only.');
  }
  if (!isExpression(value)) {
    if (isObject(value)) return [['ResultSelector', template(value, 'result')]];
    throw new CannotConvert('Output is a fixed value, for which JSONPath has no field in this state.');
  }
  const text = expressionSource(value);
  const name = merged('result').exec(text)?.[1];
  if (name !== undefined) return [['ResultPath', `$.${name}`]];
  if (wholeOf(value) === 'input') return [['ResultPath', null]];
  if (wholeOf(value) === 'result') return [];
  if (text.startsWith('$states.input'))
    return [
      ['ResultPath', null],
      ['OutputPath', pathIn(value, 'input')],
    ];
  return [['OutputPath', pathIn(value, 'result')]];
}

function catcherOf({ Output, Assign, ...rest }: JsonObject): JsonObject {
  const assign = Assign === undefined ? {} : { Assign: template(Assign, 'errorOutput') };
  if (Output === undefined || wholeOf(Output) === 'errorOutput') return { ...rest, ...assign };
  const name = isExpression(Output) ? merged('errorOutput').exec(expressionSource(Output))?.[1] : undefined;
  if (name !== undefined) return { ...rest, ...assign, ResultPath: `$.${name}` };
  if (wholeOf(Output) === 'input') return { ...rest, ...assign, ResultPath: null };
  throw new CannotConvert('The Output of a catcher is more than JSONPath’s ResultPath can say.');
}

function ruleWithAssign(rule: JsonObject): JsonObject {
  const { Assign, ...rest } = rule;
  return { ...choiceRule(rest), ...(Assign === undefined ? {} : { Assign: template(Assign, 'input') }) };
}

function withParameters(holder: JsonObject): JsonObject {
  return Object.fromEntries(
    Object.entries(holder).map(([key, value]): [string, JsonValue] => {
      if (key === 'Arguments') return ['Parameters', template(value, 'input')];
      if (key === 'ReaderConfig' && isObject(value)) return [key, numbers(value)];
      return [key, value];
    }),
  );
}

function batcher(holder: JsonObject): JsonObject {
  const { BatchInput, ...rest } = holder;
  return { ...numbers(rest), ...(BatchInput === undefined ? {} : { BatchInput: template(BatchInput, 'input') }) };
}

function numbers(holder: JsonObject): JsonObject {
  return Object.fromEntries(
    Object.entries(holder).map(([key, value]): [string, JsonValue] =>
      isExpression(value) ? [`${key}Path`, pathIn(value, 'input')] : [key, value],
    ),
  );
}

const nowhere =
  'Where a path leads nowhere or a value has the wrong type, JSONata fails with States.QueryEvaluationError, or takes a ' +
  'condition as false; JSONPath fails with States.Runtime, gives null for an index past the end of a list, or takes a comparison as false.';
const lists =
  'Where a list stands on the way of a path, or an index at something else, JSONata goes on with the items or the value; JSONPath fails.';
const compared =
  'Where a list stands on the way of a path, JSONata compares what its items hold; in JSONPath the rule does not hold.';
const handled =
  'JSONPath does not take States.Runtime, the name of a path that leads nowhere, by States.ALL or States.QueryEvaluationError.';
const items = 'JSONata takes the fields of an object as items; JSONPath fails in a Map that is not distributed.';

/** What a state of JSONata does otherwise once it is one of JSONPath, with the field that it comes from. */
export function differencesToJsonPath(state: JsonObject): readonly Difference[] {
  const type = own(state, 'Type') as StateType;
  const found: Difference[] = [];
  const tell = (kind: Difference['kind'], field: string, what: string) => {
    if (!found.some((each) => each.field === field && each.what === what)) found.push({ kind, field, what });
  };
  for (const { at, value } of evaluatedFields(state, type, 'JSONata'))
    visitTexts(value, [], (text) => {
      const typed = byPath.has(String(at[0]));
      if (!isExpression(text) || (wholeOf(text) !== null && !typed)) return;
      tell('failure', at.join('.'), nowhere);
      if (plainPath(text) || text.includes('$merge')) tell('fails', at.join('.'), lists);
      if (at.at(-1) === 'Condition') {
        tell('fails', at.join('.'), lists);
        tell('list', at.join('.'), compared);
      }
    });
  if (type === 'Map') {
    tell('fails', 'Items', items);
    tell('failure', 'Items', nowhere);
  }
  if (typeHasResult(type) && found.length > 0)
    for (const name of ['Retry', 'Catch']) if (own(state, name) !== undefined) tell('failure', name, handled);
  return found;
}
