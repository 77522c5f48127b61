import { type JsonPath, type JsonObject, isObject, isArray, own, type JsonValue, valueAt } from '../base/index';
import { type StateType, typeHasResult } from '../asl/index';
import { type IntrinsicArgument, type ParsedPath, parseIntrinsic, parsePath } from '../expressions/index';
import { evaluatedFields } from '../states/index';

/**
 * What a converted state does otherwise.
 * - `failure`: what happens where the state failed in its old language (or a handler took its failure).
 * - `fails`: it fails where it did not before.
 * - `list`: a rule that held does not hold any more.
 * - `text`, `time`, `chance`, `count`: what it gives is another text, order of times, random value or count.
 */
export type DifferenceKind = 'failure' | 'fails' | 'text' | 'time' | 'chance' | 'count' | 'list';

export interface Difference {
  readonly kind: DifferenceKind;
  /** The field of the state as it was written. */
  readonly field: string;
  readonly what: string;
}

const nowhere =
  'Where a path leads nowhere or a value has the wrong type, JSONPath fails with States.Runtime or States.IntrinsicFailure. ' +
  'JSONata fails with States.QueryEvaluationError, or goes on: through a list with what its items hold, at an index of ' +
  'something else with the value or null, and where the value is not used.';
const condition =
  'Where Variable leads nowhere, JSONPath fails with States.Runtime; JSONata takes the comparison as false.';
const unplaced =
  'Where the input is no object, JSONPath fails with States.ResultPathMatchFailure or States.Runtime; JSONata fails with ' +
  'States.QueryEvaluationError, or joins the objects of a list.';
const handled =
  'States.ALL does not take the States.Runtime of a path that leads nowhere, but the States.QueryEvaluationError of an ' +
  'expression; names of failures of paths and functions took that name beside them, so that they take more.';

/** What a state of JSONPath does otherwise once it is one of JSONata, with the field that it comes from. */
export function differencesToJsonata(state: JsonObject): readonly Difference[] {
  const type = own(state, 'Type') as StateType;
  const found: Difference[] = [];
  const tell = (kind: DifferenceKind, at: JsonPath, what: string) => {
    const field = at.join('.');
    if (!found.some((each) => each.field === field && each.what === what)) found.push({ kind, field, what });
  };
  // The whole input is there, whatever it is; a field of a fixed type may find another in it.
  const passes = (text: string, [field]: JsonPath) =>
    (text === '$' || text === '$$') &&
    (field === 'InputPath' || field === 'OutputPath' || !String(field).endsWith('Path'));
  for (const { kind, at, value } of evaluatedFields(state, type, 'JSONPath')) {
    const inChoice = at[0] === 'Choices' && kind === 'path';
    const rule = inChoice ? valueAt(state, at.slice(0, -1)) : undefined;
    // To be there is what it asks, in both languages.
    if (isObject(rule) && own(rule, 'IsPresent') !== undefined) continue;
    for (const text of kind === 'path' ? [value] : textsOf(value)) {
      if (typeof text !== 'string' || passes(text, at)) continue;
      tell('failure', at, inChoice ? condition : nowhere);
      for (const [more, what] of moreOf(text)) tell(more, at, what);
    }
  }
  if (placesResult(own(state, 'ResultPath'))) tell('failure', ['ResultPath'], unplaced);
  if (type === 'Map' && own(state, 'ItemsPath') === undefined) tell('failure', ['ItemsPath'], nowhere);
  const catchers = own(state, 'Catch');
  for (const [index, catcher] of (isArray(catchers) ? catchers : []).entries())
    if (isObject(catcher) && placesResult(own(catcher, 'ResultPath')))
      tell('failure', ['Catch', index, 'ResultPath'], unplaced);
  if (typeHasResult(type) && found.some(({ kind }) => kind === 'failure'))
    for (const field of ['Retry', 'Catch']) if (own(state, field) !== undefined) tell('failure', [field], handled);
  for (const rule of rulesIn(own(state, 'Choices')))
    if (Object.keys(rule).some((key) => key.startsWith('Timestamp') || key === 'IsTimestamp'))
      tell(
        'time',
        ['Choices'],
        'Times are compared to the millisecond, and only those in full ISO-8601 with seconds are times.',
      );
  return found;
}

const placesResult = (path: JsonValue | undefined): boolean => typeof path === 'string' && path !== '$';

/** The texts that a template evaluates. */
function textsOf(template: JsonValue): readonly JsonValue[] {
  if (isArray(template)) return template.flatMap(textsOf);
  if (!isObject(template)) return [];
  return Object.entries(template).flatMap(([key, value]) => (key.endsWith('.$') ? [value] : textsOf(value)));
}

function rulesIn(rules: JsonValue | undefined): readonly JsonObject[] {
  return (isArray(rules) ? rules : [rules])
    .filter((rule) => rule !== undefined)
    .filter(isObject)
    .flatMap((rule) => [rule, ...(['And', 'Or', 'Not'] as const).flatMap((name) => rulesIn(own(rule, name)))]);
}

type More = readonly [DifferenceKind, string];

/** What functions of JSONPath do that those of JSONata do not, by name. */
const functions: Readonly<Record<string, More>> = {
  'States.Format': [
    'text',
    'States.Format writes lists and objects as Java does, JSONata as JSON; what leads nowhere is left out of the text, where JSONPath fails.',
  ],
  'States.JsonToString': ['text', 'States.JsonToString puts a text in quotes; $string leaves it as it is.'],
  'States.Base64Encode': ['text', 'Text beyond ASCII is encoded by its characters, not by the bytes of UTF-8.'],
  'States.Base64Decode': ['text', 'What decodes to text beyond ASCII, or is no Base64, gives another text.'],
  'States.Hash': ['text', 'The JSON text of a value that is hashed may be written otherwise.'],
  'States.StringToJson': ['fails', '$parse refuses some texts that States.StringToJson takes.'],
  'States.MathRandom': ['chance', 'Random numbers are others.'],
  'States.UUID': ['chance', 'Random identifiers are others.'],
};

function moreOf(text: string): readonly More[] {
  if (text.startsWith('$')) {
    const path = parsePath(text);
    return path.ok ? ofPath(path.value) : [];
  }
  const call = parseIntrinsic(text);
  return call.ok ? ofArgument(call.value) : [];
}

function ofArgument(argument: IntrinsicArgument): readonly More[] {
  if (argument.kind === 'literal') return [];
  if (argument.kind === 'path') return ofPath(argument.path);
  const own_ = functions[argument.called.name];
  return [...(own_ === undefined ? [] : [own_]), ...argument.args.flatMap(ofArgument)];
}

function ofPath({ segments }: ParsedPath): readonly More[] {
  return segments.some((segment) => segment.kind === 'function' && segment.name === 'length')
    ? [['count', 'A character outside the basic plane (an emoji) counts once, not twice, in the length of a text.']]
    : [];
}
