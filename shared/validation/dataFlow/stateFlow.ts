import { type JsonObject, type JsonValue, isArray, isObject, own } from '../../base/index';
import { parseResource, typeHasResult } from '../../asl/index';
import { type TransitionSlot, typeOf } from '../../workflow/index';
import type { ScopeState } from '../contract';
import { Remembered } from '../remembered';
import { pathSteps, shapeAt } from './pathSteps';
import { type Shape, answer, any, isFilledIn, objectOf, sameShape, shapeOfValue, single, withMember } from './shape';

/** What a state of JSONPath makes of its input, by shape. */
export interface StateFlow {
  readonly input: Shape;
  /** What `$` is in its fields: the input, or what InputPath takes of it. */
  readonly effective: Shape;
  /** What OutputPath picks from: the input with the result in its place. */
  readonly withResult: Shape;
  readonly output: Shape;
  /** What goes on from it by each of its transitions, in their order. */
  readonly leaving: readonly Shape[];
}

/** What a catcher puts into the input. Source: ASL specification, "Fallback States": the Error Output. */
const errorOutput = objectOf([
  ['Error', single],
  ['Cause', single],
]);

const known = new Remembered<StateFlow>();

/** What a state of JSONPath makes of an input. States are immutable: for the same input it is found out once. */
export function flowOf({ state, transitions, memory }: ScopeState, input: Shape): StateFlow {
  const last = memory.get(known);
  if (last && sameShape(last.input, input)) return last;
  return memory.keep(known, flowFrom(state, transitions, input));
}

function flowFrom(state: JsonObject, transitions: ScopeState['transitions'], input: Shape): StateFlow {
  const effective = byPath(own(state, 'InputPath'), input);
  const type = typeOf(state);
  const works = typeHasResult(type) || type === 'Pass';
  const withResult = works ? withResultAt(own(state, 'ResultPath'), input, resultOf(state, effective)) : effective;
  const output = byPath(own(state, 'OutputPath'), withResult);
  const leaving = transitions.map(({ slot }) => (slot.kind === 'catch' ? caughtBy(state, slot, input) : output));
  return { input, effective, withResult, output, leaving };
}

function caughtBy(state: JsonObject, slot: TransitionSlot & { readonly kind: 'catch' }, input: Shape): Shape {
  const catchers = own(state, 'Catch');
  const catcher = isArray(catchers) ? catchers[slot.index] : undefined;
  return isObject(catcher) ? withResultAt(own(catcher, 'ResultPath'), input, errorOutput) : any;
}

/** What the states inside a state of JSONPath begin with. */
export function enteringScope(state: JsonObject, effective: Shape): Shape {
  if (typeOf(state) === 'Parallel') return templated(own(state, 'Parameters'), effective);
  const selector = own(state, 'ItemSelector') ?? own(state, 'Parameters');
  // A batch wraps the items.
  return selector === undefined || own(state, 'ItemBatcher') !== undefined ? any : templated(selector, effective);
}

function resultOf(state: JsonObject, effective: Shape): Shape {
  if (typeOf(state) === 'Pass') {
    const result = own(state, 'Result');
    return result === undefined ? templated(own(state, 'Parameters'), effective) : shapeOfValue(result);
  }
  const selector = own(state, 'ResultSelector');
  return selector === undefined ? answerOf(state) : templated(selector, answerOf(state));
}

/**
 * What work gives before ResultSelector. The answer of an API has names in PascalCase; a callback gives what the sender of the
 * token likes, a function or activity that is called by its own ARN what it returns.
 * Source: AWS developer guide, "AWS SDK integrations": names of parameters and results.
 */
function answerOf(state: JsonObject): Shape {
  const resource = typeOf(state) === 'Task' ? own(state, 'Resource') : undefined;
  const parsed = typeof resource === 'string' ? parseResource(resource) : null;
  if (parsed?.kind !== 'integration' || parsed.pattern === 'waitForTaskToken') return any;
  // A job of EKS gives the job as Kubernetes spells it, and its logs.
  return parsed.service === 'eks' ? any : answer;
}

function byPath(path: JsonValue | undefined, shape: Shape): Shape {
  if (path === undefined) return shape;
  if (path === null) return objectOf([]);
  return typeof path === 'string' ? shapeAt(shape, path) : any;
}

function withResultAt(path: JsonValue | undefined, input: Shape, result: Shape): Shape {
  if (path === undefined) return result;
  if (path === null) return input;
  const steps = typeof path === 'string' ? pathSteps(path) : null;
  return steps?.whole ? withMember(input, steps.steps, result) : any;
}

/** The shape of what a payload template gives; without one the data stays as it is. */
function templated(template: JsonValue | undefined, data: Shape): Shape {
  if (template === undefined) return data;
  if (!isObject(template)) return shapeOfValue(template);
  const entries = Object.entries(template);
  if (entries.some(([key]) => isFilledIn(key))) return any;
  return objectOf(
    entries.map(([key, value]) =>
      key.endsWith('.$')
        ? [key.slice(0, -2), typeof value === 'string' ? shapeAt(data, value) : any]
        : [key, isObject(value) ? templated(value, data) : shapeOfValue(value)],
    ),
  );
}
