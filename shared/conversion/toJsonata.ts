import { type JsonObject, type JsonValue, isArray, isObject, own } from '../base/index';
import { typeHasResult } from '../asl/index';
import { conditionOf } from './condition';
import { expressionOf } from './expressionText';
import { catcherOf, handlerOf } from './handlers';
import { enclosed, placedAt, selectedBy } from './resultPlace';
import { braced, literalValue, templateExpression, templateValue } from './template';
import { input, literal, type Root } from './written';

/**
 * A state of JSONPath as one of JSONata that does the same; its inner states stay as they are. Throws
 * `CannotConvert` with the reason where there is none. Source: AWS developer guide, "Transforming data with
 * JSONata in Step Functions", and ASL specification, "Input and output processing".
 */
export function stateToJsonata(state: JsonObject): JsonObject {
  const type = own(state, 'Type');
  const effective = effectiveInput(state);
  const entries: [string, JsonValue][] = [];
  for (const [key, value] of Object.entries(state)) entries.push(...field(key, value, state, effective));
  const result = Object.fromEntries(entries);
  const more = { ...argumentsFor(state, type, effective), ...outputFor(state, type, effective) };
  return placed(result, more);
}

/** What is new goes before Retry, Catch, Next and End, where people look for it. */
function placed(state: JsonObject, more: JsonObject): JsonObject {
  const entries = Object.entries(state);
  const at = entries.findIndex(([key]) => ['Retry', 'Catch', 'Next', 'End', 'Choices'].includes(key));
  const position = at < 0 ? entries.length : at;
  return Object.fromEntries([...entries.slice(0, position), ...Object.entries(more), ...entries.slice(position)]);
}

/** What `$` means after InputPath. */
function effectiveInput(state: JsonObject): Root {
  const path = own(state, 'InputPath');
  if (path === null) return '{}';
  return typeof path === 'string' && path !== '$' ? enclosed(expressionOf(path, input)) : input;
}

const gone = new Set([
  'InputPath',
  'OutputPath',
  'ResultPath',
  'ResultSelector',
  'Parameters',
  'Result',
  'QueryLanguage',
]);

/** Numbers and times that a path may give. */
const byPath: Readonly<Record<string, string>> = {
  TimeoutSecondsPath: 'TimeoutSeconds',
  HeartbeatSecondsPath: 'HeartbeatSeconds',
  SecondsPath: 'Seconds',
  TimestampPath: 'Timestamp',
  MaxConcurrencyPath: 'MaxConcurrency',
  ToleratedFailureCountPath: 'ToleratedFailureCount',
  ToleratedFailurePercentagePath: 'ToleratedFailurePercentage',
  ItemsPath: 'Items',
  ErrorPath: 'Error',
  CausePath: 'Cause',
};

/** Fields in which a text that spells a number is one, as in all numbers of reader and batcher. */
const takesText = new Set([
  'SecondsPath',
  'MaxConcurrencyPath',
  'ToleratedFailureCountPath',
  'ToleratedFailurePercentagePath',
]);

const numberAt = (path: string, root: Root): string => `$number(${expressionOf(path, root)})`;

function field(key: string, value: JsonValue, state: JsonObject, effective: Root): [string, JsonValue][] {
  if (gone.has(key)) return [];
  const renamed = byPath[key];
  if (renamed !== undefined && typeof value === 'string') {
    // Fail has no InputPath.
    const root = key === 'ErrorPath' || key === 'CausePath' ? input : effective;
    return [[renamed, braced(takesText.has(key) ? numberAt(value, root) : expressionOf(value, root))]];
  }
  switch (key) {
    case 'Iterator':
      return [['ItemProcessor', value]];
    case 'ItemSelector':
      return [[key, templateValue(value, effective)]];
    case 'Credentials':
      return [[key, templateValue(value, effective)]];
    case 'Assign':
      return [[key, templateValue(value, assignRoot(state, effective))]];
    case 'Choices':
      return [
        [
          key,
          isArray(value) ? value.map((rule) => (isObject(rule) ? choiceRule(rule, state, effective) : rule)) : value,
        ],
      ];
    case 'Retry':
      return [[key, isArray(value) ? value.map((each) => (isObject(each) ? handlerOf(each) : each)) : value]];
    case 'Catch':
      return [
        [key, isArray(value) ? value.map((catcher) => (isObject(catcher) ? catcherOf(catcher) : catcher)) : value],
      ];
    case 'ItemReader':
    case 'ResultWriter':
      return [[key, isObject(value) ? withArguments(value, effective) : value]];
    case 'ItemBatcher':
      return [[key, isObject(value) ? batcher(value, effective) : value]];
    default:
      return [[key, value]];
  }
}

/** In Assign `$` is the result as it came, before ResultSelector; of states without a result what they make or pass on. */
function assignRoot(state: JsonObject, effective: Root): Root {
  const type = own(state, 'Type');
  if (typeHasResult(type)) return '$states.result';
  return type === 'Pass' ? enclosed(passResult(state, effective)) : effective;
}

function argumentsFor(state: JsonObject, type: JsonValue | undefined, effective: Root): JsonObject {
  const parameters = own(state, 'Parameters');
  if (type === 'Map') {
    const items =
      own(state, 'ItemsPath') === undefined && own(state, 'ItemReader') === undefined && effective !== input;
    return {
      ...(items ? { Items: braced(effective) } : {}),
      // The old name of ItemSelector.
      ...(parameters === undefined ? {} : { ItemSelector: templateValue(parameters, effective) }),
    };
  }
  if (type !== 'Task' && type !== 'Parallel') return {};
  if (parameters !== undefined) return { Arguments: templateValue(parameters, effective) };
  return effective === input ? {} : { Arguments: effective === '{}' ? {} : braced(effective) };
}

/** What a Pass state makes of its input. */
function passResult(state: JsonObject, effective: Root): string {
  const result = own(state, 'Result');
  if (result !== undefined) return literal(result);
  const parameters = own(state, 'Parameters');
  return parameters === undefined ? effective : templateExpression(parameters, effective);
}

function outputFor(state: JsonObject, type: JsonValue | undefined, effective: Root): JsonObject {
  if (type === 'Fail' || type === 'Choice') return type === 'Choice' ? choiceOutput(state, effective) : {};
  const selector = own(state, 'ResultSelector');
  const resultPath = own(state, 'ResultPath');
  const outputPath = own(state, 'OutputPath');
  const replaces = resultPath === undefined || resultPath === '$';
  const whole = outputPath === undefined || outputPath === '$';
  if (typeHasResult(type) && replaces && whole) {
    return selector === undefined ? {} : { Output: templateValue(selector, '$states.result') };
  }
  if (type === 'Pass' && replaces && whole) {
    const result = own(state, 'Result');
    const parameters = own(state, 'Parameters');
    if (result !== undefined) return { Output: literalValue(result) };
    if (parameters !== undefined) return { Output: templateValue(parameters, effective) };
  }
  const result = typeHasResult(type)
    ? selector === undefined
      ? '$states.result'
      : templateExpression(selector, '$states.result')
    : type === 'Pass'
      ? passResult(state, effective)
      : effective;
  const combined = typeHasResult(type) || type === 'Pass' ? placedAt(resultPath, result) : result;
  const shown = selectedBy(outputPath, combined);
  const usual = typeHasResult(type) ? '$states.result' : input;
  return shown === usual ? {} : { Output: braced(shown) };
}

function choiceOutput(state: JsonObject, effective: Root): JsonObject {
  const shown = selectedBy(own(state, 'OutputPath'), effective);
  return shown === input ? {} : { Output: braced(shown) };
}

function choiceRule(rule: JsonObject, state: JsonObject, effective: Root): JsonObject {
  const unconverted = Object.fromEntries(Object.entries(rule).filter(([key]) => key === 'Comment' || key === 'Next'));
  const assign = own(rule, 'Assign');
  return {
    Condition: braced(conditionOf(rule, effective)),
    ...(assign === undefined ? {} : { Assign: templateValue(assign, effective) }),
    ...choiceOutput(state, effective),
    ...unconverted,
  };
}

function withArguments(holder: JsonObject, effective: Root): JsonObject {
  return Object.fromEntries(
    Object.entries(holder).map(([key, value]): [string, JsonValue] => {
      if (key === 'Parameters') return ['Arguments', templateValue(value, effective)];
      if (key === 'ReaderConfig' && isObject(value)) return [key, numbers(value, effective)];
      return [key, value];
    }),
  );
}

function batcher(holder: JsonObject, effective: Root): JsonObject {
  const read = numbers(holder, effective);
  const given = own(read, 'BatchInput');
  return given === undefined ? read : { ...read, BatchInput: templateValue(given, effective) };
}

/** `MaxItemsPath` and its like as `MaxItems` with an expression. */
function numbers(holder: JsonObject, effective: Root): JsonObject {
  return Object.fromEntries(
    Object.entries(holder).map(([key, value]): [string, JsonValue] =>
      key.endsWith('Path') && typeof value === 'string'
        ? [key.slice(0, -4), braced(numberAt(value, effective))]
        : [key, value],
    ),
  );
}
