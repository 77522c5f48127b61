import { type JsonObject, type JsonValue, isArray, isObject, own } from '../base/index';
import { expressionSource, isExpression, typeHasResult } from '../asl/index';
import { CannotConvert } from './expressionText';

/**
 * A state of JSONata as one of JSONPath, where its expressions are no more than paths: JSONata says far more than
 * JSONPath can. Throws {@link CannotConvert} with the expression that cannot be put in a path.
 */
export function stateToJsonPath(state: JsonObject): JsonObject {
  const entries = Object.entries(state).flatMap(([key, value]) => field(key, value, state));
  return Object.fromEntries(entries);
}

function field(key: string, value: JsonValue, state: JsonObject): [string, JsonValue][] {
  const type = own(state, 'Type');
  switch (key) {
    case 'QueryLanguage':
      return [];
    case 'Arguments':
      return typeof value === 'string'
        ? [['InputPath', pathIn(value, 'input')]]
        : [['Parameters', template(value, 'input')]];
    case 'Output':
      return output(value, type);
    case 'Assign':
      return [[key, template(value, typeHasResult(type) ? 'result' : 'input')]];
    case 'Items':
      if (typeof value === 'string') return [['ItemsPath', pathIn(value, 'input')]];
      throw new CannotConvert('Items is a literal list, which JSONPath has no place for.');
    case 'ItemSelector':
    case 'Credentials':
      return [[key, template(value, 'input')]];
    case 'ItemReader':
    case 'ResultWriter':
      return [[key, isObject(value) ? withParameters(value) : value]];
    case 'ItemBatcher':
      return [[key, isObject(value) ? batcher(value) : value]];
    case 'Choices':
      return [[key, isArray(value) ? value.map((rule) => (isObject(rule) ? choiceRule(rule) : rule)) : value]];
    case 'Catch':
      return [
        [key, isArray(value) ? value.map((catcher) => (isObject(catcher) ? catcherOf(catcher) : catcher)) : value],
      ];
    default:
      return isExpression(value) ? [[`${key}Path`, pathIn(value, 'input')]] : [[key, value]];
  }
}

type Source = 'input' | 'result' | 'errorOutput';

const steps = String.raw`(?:\.(?:[A-Za-z_]\w*|` + '`[^`]+`' + String.raw`)|\[\d+\])*`;

/** The path that an expression is, with `$` for the input, the result or the error output. */
function pathIn(value: JsonValue, source: Source): string {
  if (!isExpression(value))
    throw new CannotConvert(`${JSON.stringify(value)} is a literal where JSONPath wants a path.`);
  const text = expressionSource(value);
  const found = new RegExp(`^\\$(states\\.(input|result|errorOutput|context)|[A-Za-z_]\\w*)(${steps})$`).exec(text);
  if (!found) throw new CannotConvert(`“${text}” is more than a path.`);
  const [, root = '', named, rest = ''] = found;
  const path = rest.replace(/\.`([^`]+)`/g, "['$1']");
  if (named === 'context') return `$$${path}`;
  if (named === undefined) {
    if (root.startsWith('states')) throw new CannotConvert(`“${text}” is more than a path.`);
    return `$${root}${path}`;
  }
  if (named !== source) throw new CannotConvert(`“${text}” reads the ${named}, where JSONPath has the ${source} only.`);
  return `$${path}`;
}

function template(value: JsonValue, source: Source): JsonValue {
  if (isArray(value)) {
    if (value.some(isExpression))
      throw new CannotConvert('A list holds an expression; JSONPath takes them in objects only.');
    return value.map((item) => template(item, source));
  }
  if (isExpression(value)) throw new CannotConvert(`${value} stands where JSONPath takes no path.`);
  if (!isObject(value)) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, each]) =>
      isExpression(each) ? [`${key}.$`, pathIn(each, source)] : [key, template(each, source)],
    ),
  );
}

const merged = (from: string) =>
  new RegExp(`^\\$merge\\(\\[\\$states\\.input, ?\\{ ?"(\\w+)": ?\\$states\\.${from} ?\\}\\]\\)$`);

function output(value: JsonValue, type: JsonValue | undefined): [string, JsonValue][] {
  if (!typeHasResult(type)) {
    if (isExpression(value))
      return type === 'Pass' ? [['InputPath', pathIn(value, 'input')]] : [['OutputPath', pathIn(value, 'input')]];
    if (type === 'Pass') return isObject(value) ? [['Parameters', template(value, 'input')]] : [['Result', value]];
    throw new CannotConvert('Output is built anew, for which JSONPath has no field in this state.');
  }
  if (!isExpression(value)) return [['ResultSelector', template(value, 'result')]];
  const text = expressionSource(value);
  const name = merged('result').exec(text)?.[1];
  if (name !== undefined) return [['ResultPath', `$.${name}`]];
  if (text === '$states.input') return [['ResultPath', null]];
  if (text.startsWith('$states.input.'))
    return [
      ['ResultPath', null],
      ['OutputPath', pathIn(value, 'input')],
    ];
  return [['OutputPath', pathIn(value, 'result')]];
}

function catcherOf({ Output, Assign, ...rest }: JsonObject): JsonObject {
  const assign = Assign === undefined ? {} : { Assign: template(Assign, 'errorOutput') };
  if (Output === undefined) return { ...rest, ...assign };
  const text = isExpression(Output) ? expressionSource(Output) : '';
  const name = merged('errorOutput').exec(text)?.[1];
  if (name !== undefined) return { ...rest, ...assign, ResultPath: `$.${name}` };
  if (text === '$states.input') return { ...rest, ...assign, ResultPath: null };
  throw new CannotConvert('The Output of a catcher is more than JSONPath’s ResultPath can say.');
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

const relations: Readonly<Record<string, string>> = {
  '=': 'Equals',
  '<': 'LessThan',
  '<=': 'LessThanEquals',
  '>': 'GreaterThan',
  '>=': 'GreaterThanEquals',
};

function choiceRule({ Condition, Output, ...rest }: JsonObject): JsonObject {
  if (Output !== undefined) throw new CannotConvert('A choice rule with an Output has no counterpart.');
  const text = typeof Condition === 'string' && isExpression(Condition) ? expressionSource(Condition) : '';
  const found = /^(\S+) (=|<=|>=|<|>) ('[^']*'|"[^"]*"|-?\d+(?:\.\d+)?|true|false)$/.exec(text);
  if (!found) throw new CannotConvert(`The condition “${text}” is more than one comparison with a fixed value.`);
  const [, variable = '', sign = '', operand = ''] = found;
  const value = operand.startsWith("'") ? operand.slice(1, -1) : (JSON.parse(operand) as JsonValue);
  const kind = typeof value === 'string' ? 'String' : typeof value === 'number' ? 'Numeric' : 'Boolean';
  if (kind === 'Boolean' && sign !== '=') throw new CannotConvert(`“${text}” orders true and false.`);
  return {
    Variable: pathIn(`{%${variable}%}`, 'input'),
    [`${kind}${relations[sign] ?? ''}`]: value,
    ...rest,
    ...(rest['Assign'] === undefined ? {} : { Assign: template(rest['Assign'], 'input') }),
  };
}
