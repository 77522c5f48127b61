import { type JsonPath, isObject } from '../base/index';
import { visitTemplate } from '../expressions/index';
import { type DataStage, evaluatedFields, visitTexts } from '../states/index';
import { type PlacedNode, type StatePath, childScopes, nodeAt, toJsonPath } from '../workflow/index';
import type { Range } from './contract';
import type { DocumentIndex } from './documentIndex';
import { scalarText, type ScalarText } from './scalarText';
import { surroundingsOf, type Surroundings } from './surroundings';

/** An expression, path or call where it stands in the text. */
export interface ExpressionText {
  readonly kind: 'jsonata' | 'path';
  /** What the data at hand are: the input, the result of the work, the error that was caught. */
  readonly stage: DataStage;
  readonly around: Surroundings;
  readonly at: JsonPath;
  /** The whole text value with its places. */
  readonly scalar: ScalarText;
  /** The part of the text that is the expression: between `{%` and `%}`, or all. */
  readonly from: number;
  readonly to: number;
}

/** The expressions of the states that stand in a piece of the text; of all states without one. */
export function expressionTexts(index: DocumentIndex, range?: Range): readonly ExpressionText[] {
  const found: ExpressionText[] = [];
  for (const state of statesIn(index, range)) found.push(...expressionsOf(index, state));
  return range
    ? found.filter(({ scalar }) => scalar.at(0) <= range.end && scalar.at(scalar.text.length) >= range.start)
    : found;
}

/** The expression that an offset lies in. */
export function expressionAt(index: DocumentIndex, offset: number): ExpressionText | null {
  const here = expressionTexts(index, { start: offset, end: offset });
  return here.find(({ scalar, from, to }) => scalar.at(from) <= offset && offset <= scalar.at(to)) ?? null;
}

interface PlacedState {
  readonly at: JsonPath;
  readonly placed: PlacedNode;
}

/** The states whose text meets a range. What a range does not meet is not looked into. */
function statesIn(index: DocumentIndex, range?: Range): readonly PlacedState[] {
  const found: PlacedState[] = [];
  const visit = (scope: JsonPath): void => {
    const placed = index.placeOf([...scope, 'States']);
    if (placed?.node.kind !== 'object') return;
    for (const { key, keyAt, at, value } of placed.node.members) {
      const start = placed.start + at;
      if (range && (placed.start + keyAt > range.end || start + value.length < range.start)) continue;
      const state = [...scope, 'States', key];
      found.push({ at: state, placed: { node: value, start, key: null } });
      for (const inner of scopesBelow(index, state)) visit(inner);
    }
  };
  visit([]);
  return found;
}

function scopesBelow(index: DocumentIndex, state: JsonPath): readonly JsonPath[] {
  const value = index.valueAt(state);
  if (!isObject(value)) return [];
  return childScopes({ States: { at: value } }, '/States/at' as StatePath).map((scope) => [
    ...state,
    ...toJsonPath(scope).slice(2),
  ]);
}

function expressionsOf(index: DocumentIndex, { at: base, placed: holder }: PlacedState): readonly ExpressionText[] {
  const around = surroundingsOf(index, base);
  if (!around?.type) return [];
  const { state, type, language } = around;
  const found: ExpressionText[] = [];
  const add = (kind: ExpressionText['kind'], stage: DataStage, text: string, at: JsonPath) => {
    const placed = nodeAt({ at: holder.start, root: holder.node }, at);
    if (placed?.node.kind !== 'scalar') return;
    const scalar = scalarText(index.text, placed.start, placed.start + placed.node.length, index.format);
    const [from, to] =
      kind === 'jsonata' ? [2, text.length - (text.length > 3 && text.endsWith('%}') ? 2 : 0)] : [0, text.length];
    found.push({ kind, stage, around: { ...around, rest: at }, at: [...base, ...at], scalar, from, to });
  };
  for (const field of evaluatedFields(state, type, language)) {
    const { value, at } = field;
    if (field.kind === 'jsonata') {
      visitTexts(value, at, (text, place) => {
        // Also one that is not closed yet.
        if (text.startsWith('{%')) add('jsonata', field.stage, text, place);
      });
    } else if (field.kind === 'path') {
      if (typeof value === 'string') add('path', stageOfPath(type, at), value, at);
    } else {
      visitTemplate(value, at, (_object, key, member, holder) => {
        if (typeof member === 'string') add('path', stageOfPath(type, at), member, [...holder, key]);
      });
    }
  }
  return found;
}

/** What `$` stands for in a field of JSONPath. Source: AWS developer guide, "Processing input and output" and "Variables". */
export function stageOfPath(type: unknown, [field]: JsonPath): DataStage {
  if (field === 'Catch') return 'error';
  const hasResult = type === 'Task' || type === 'Map' || type === 'Parallel';
  return hasResult && (field === 'ResultSelector' || field === 'Assign') ? 'result' : 'input';
}
