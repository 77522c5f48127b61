import { type JsonObject, type JsonValue, isArray, isObject, own } from '../../base/index';
import type { DataStage } from '../../states/index';
import type { Completion, CompletionItem, Knowledge } from '../contract';
import { contextObject, errorObject } from '../contextFields';
import type { DocumentIndex } from '../documentIndex';
import type { ExpressionText } from '../expressionTexts';
import { signaturesFor } from '../signatures';
import { assignments } from '../variables';
import type { Offer } from './contract';
import { resultMembers } from './resultMembers';

/** What stands before the cursor of the way that is being written: `$states.input.order`, `$.order`, `States.Fo`, `$su`. */
const wayPattern = /(?:States\.\w*|\$\$?\w*(?:\.(?:\w*|`[^`]*`?)|\[[^\]]*\])*)$/;

/** What may be written at an offset inside an expression: functions, variables, and members of the data at hand. */
export function expressionItems(
  index: DocumentIndex,
  expression: ExpressionText,
  offset: number,
  knowledge: Knowledge,
): Completion {
  const { kind, scalar, from, to } = expression;
  const at = scalar.indexOf(offset);
  const way = wayPattern.exec(scalar.text.slice(from, at))?.[0] ?? '';
  const isMember = kind === 'jsonata' || !way.startsWith('States.') ? way.includes('.') : false;
  const word = isMember ? way.slice(way.lastIndexOf('.') + 1) : way;
  const start = at - word.length;
  const rest = /^[\w]*/.exec(scalar.text.slice(at, to))?.[0].length ?? 0;
  const replace = { start: scalar.at(start), end: scalar.at(at + rest) };
  const offers = isMember
    ? membersAt(expression, way.slice(0, way.lastIndexOf('.')), knowledge)
    : rootOffers(index, expression);
  const items = offers.map(({ call, ...offer }): CompletionItem => {
    // A bracket that is there already stays.
    const brackets = call && scalar.text[at + rest] !== '(' ? '()' : '';
    const insert = (offer.insert ?? offer.label) + brackets;
    const inBrackets = insert.startsWith('[');
    return {
      ...offer,
      // Brackets take the place of the dot.
      replace: inBrackets ? { ...replace, start: scalar.at(start - 1) } : replace,
      insert,
      ...(call && brackets ? { caret: insert.length - (call.takesNothing ? 0 : 1) } : {}),
    };
  });
  return { start: replace.start, items };
}

type ExpressionOffer = Offer & {
  /** What is written for it, where that is not its label. */
  readonly insert?: string;
  /** A function that is called. */
  readonly call?: { readonly takesNothing: boolean };
};

function rootOffers(index: DocumentIndex, { kind, stage }: ExpressionText): readonly ExpressionOffer[] {
  const functions = [...signaturesFor(kind).values()].map(
    ({ name, parameters, label, help, url }): ExpressionOffer => ({
      label: name,
      kind: 'function',
      detail: label.slice(name.length),
      help,
      url,
      call: { takesNothing: parameters.length === 0 },
    }),
  );
  const data: readonly ExpressionOffer[] =
    kind === 'jsonata'
      ? statesMembers[stage].map((name) => ({ label: `$states.${name}`, kind: 'data', help: membersHelp[name] ?? '' }))
      : [
          { label: '$', kind: 'data', help: membersHelp[pathRoot[stage]] ?? '' },
          { label: '$$', kind: 'data', help: membersHelp['context'] ?? '' },
        ];
  return [...data, ...variableOffers(index), ...functions];
}

function variableOffers(index: DocumentIndex): readonly ExpressionOffer[] {
  const states = new Map<string, string>();
  for (const { name, state } of assignments(index)) if (!states.has(name)) states.set(name, state);
  return [...states].map(([name, state]) => ({ label: `$${name}`, kind: 'variable', detail: `assigned by ${state}` }));
}

const statesMembers = {
  input: ['input', 'context'],
  result: ['input', 'result', 'context'],
  error: ['input', 'errorOutput', 'context'],
} as const satisfies Record<DataStage, readonly string[]>;

const pathRoot = { input: 'input', result: 'result', error: 'errorOutput' } as const;

const membersHelp: Readonly<Record<string, string>> = {
  input: 'What the state got.',
  result: 'What the work of the state gave.',
  errorOutput: 'The error that was caught: Error and Cause.',
  context: 'What is known of the execution, the state and the machine.',
};

/** The members at a way: those that the last run had there, else those that the service may give. */
function membersAt(expression: ExpressionText, way: string, knowledge: Knowledge): readonly ExpressionOffer[] {
  const { kind, stage, around } = expression;
  const value = dataOf(expression, way, knowledge);
  if (isObject(value) || stage !== 'result') return members(value, kind);
  const [root, ...steps] = stepsOf(way);
  const below = kind !== 'jsonata' ? (root === '$' ? steps : null) : steps[0] === 'result' ? steps.slice(1) : null;
  if (below === null) return [];
  return resultMembers(around.state, below, knowledge.catalogue ?? null).map(({ name, shape }) => ({
    label: name,
    kind: 'data',
    detail: shape.kind === 'enum' ? shape.values.slice(0, 4).join(' | ') : shape.kind,
  }));
}

/** The value that a way leads to, as the last run knows it; undefined where nothing is known. */
function dataOf(expression: ExpressionText, way: string, { data }: Knowledge): JsonValue | undefined {
  const { kind, stage, around } = expression;
  const known = data?.(around.name);
  const [root = '', ...steps] = stepsOf(way);
  const states: JsonObject = {
    context: contextObject,
    ...(known?.input === undefined ? {} : { input: known.input }),
    ...(stage === 'result' ? { result: known?.result ?? null } : {}),
    ...(stage === 'error' ? { errorOutput: known?.error ?? errorObject } : {}),
  };
  if (kind === 'jsonata') {
    if (root !== '$states') return undefined;
    // The members themselves are there whether anything is known of them or not.
    return follow(
      steps.length === 0
        ? { ...Object.fromEntries(statesMembers[stage].map((name) => [name, null])), ...states }
        : states,
      steps,
    );
  }
  if (root === '$$') return follow(contextObject, steps);
  return root === '$' ? follow(own(states, pathRoot[stage]), steps) : undefined;
}

/** The names of a way; of an index or a filter an item is taken. */
function stepsOf(way: string): readonly string[] {
  return [...way.matchAll(/\$\$?\w*|\.`([^`]*)`|\.(\w+)|\[['"]([^'"]*)['"]\]|\[[^\]]*\]/g)].map(
    ([whole, quoted, name, key]) => quoted ?? name ?? key ?? whole,
  );
}

function follow(value: JsonValue | undefined, steps: readonly string[]): JsonValue | undefined {
  let at = value;
  for (const step of steps) {
    while (isArray(at)) at = at[0];
    if (step.startsWith('[')) continue;
    at = isObject(at) ? own(at, step) : undefined;
  }
  while (isArray(at)) at = at[0];
  return at;
}

function members(value: JsonValue | undefined, kind: ExpressionText['kind']): readonly ExpressionOffer[] {
  if (!isObject(value)) return [];
  return Object.entries(value).map(([name, member]) => {
    const insert = kind === 'jsonata' ? `\`${name}\`` : `['${name}']`;
    const isPlain = /^[A-Za-z_]\w*$/.test(name);
    return { label: name, kind: 'data', detail: sampleOf(member), ...(isPlain ? {} : { insert }) };
  });
}

/** A value in a few characters: what it is, and what the last run had there. */
function sampleOf(value: JsonValue): string {
  if (value === null) return '';
  if (isArray(value)) return `list of ${value.length}`;
  if (isObject(value)) return 'object';
  const text = JSON.stringify(value);
  return text.length > 40 ? `${text.slice(0, 39)}…` : text;
}
