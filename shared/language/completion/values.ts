import { type JsonValue, isArray } from '../../base/index';
import type { CompletionItem, Knowledge } from '../contract';
import type { Cursor } from '../cursor';
import type { DocumentIndex } from '../documentIndex';
import { argumentType } from '../fields/arguments';
import { fieldAt } from '../fields/fieldsAt';
import { errorNamesFor } from '../offeredErrors';
import { scopeAround, statesOf, surroundingsOf } from '../surroundings';
import { isTransition } from '../symbolAt';
import type { Offer } from './contract';
import { isInBlock } from './insertion';
import { resourceOffers } from './resources';

/** The values that may be written at a place: names of states and errors, resources, all that a field takes. */
export function valueItems(index: DocumentIndex, cursor: Cursor, knowledge: Knowledge): readonly CompletionItem[] {
  const { range } = cursor;
  const items = offersAt(index, cursor, knowledge).map(({ value, ...offer }) => ({
    ...offer,
    replace: range,
    insert: written(index, cursor, value),
  }));
  return takesExpression(index, cursor) ? [...items, newExpression(cursor)] : items;
}

const evaluated: ReadonlySet<string | number> = new Set([
  'Arguments',
  'Output',
  'Assign',
  'Items',
  'ItemSelector',
  'Credentials',
]);

/** Whether a value is one of JSONata that is evaluated. */
function takesExpression(index: DocumentIndex, { holder, step }: Cursor): boolean {
  const around = step === null ? null : surroundingsOf(index, [...holder, step]);
  if (around?.language !== 'JSONata') return false;
  return around.rest.some((name) => evaluated.has(name)) || step === 'Condition';
}

function newExpression({ range }: Cursor): CompletionItem {
  return { label: '{% %}', kind: 'value', detail: 'expression', replace: range, insert: '"{%  %}"', caret: 4 };
}

type ValueOffer = Offer & { readonly value: JsonValue };

const textOffer = (kind: Offer['kind'], text: string, detail?: string): ValueOffer => ({
  label: text,
  kind,
  value: text,
  ...(detail === undefined ? {} : { detail }),
});

function offersAt(index: DocumentIndex, { holder, step, range }: Cursor, knowledge: Knowledge): readonly ValueOffer[] {
  const { catalogue = null } = knowledge;
  if (isTransition(step)) return stateOffers(index, holder);
  const around = surroundingsOf(index, holder);
  const last = holder.at(-1);
  if (last === 'ErrorEquals') {
    const names = errorNamesFor(around?.state ?? {});
    const list = index.valueAt(holder);
    const taken = new Set(isArray(list) ? list.filter((_name, at) => at !== step) : []);
    return names.filter((name) => !taken.has(name)).map((name) => textOffer('error', name));
  }
  if (step === 'Resource' && around?.rest.length === 0) {
    const typed = index.text.slice(range.start, range.end).replace(/^["']|["']$/g, '');
    return resourceOffers(typed, catalogue).map((offer) => ({ ...offer, value: offer.label }));
  }
  if (step === 'Resource' && last === 'ItemReader')
    return ['arn:aws:states:::s3:getObject', 'arn:aws:states:::s3:listObjectsV2'].map((arn) =>
      textOffer('resource', arn),
    );
  if (step === 'Resource' && last === 'ResultWriter') return [textOffer('resource', 'arn:aws:states:::s3:putObject')];
  if (typeof step === 'string') {
    const field = fieldAt(index, holder, step, catalogue);
    if (field?.values) return field.values.map((value) => textOffer('value', value));
    if (field?.form === 'boolean' || /^Is[A-Z]|^BooleanEquals$/.test(step)) return booleans;
  }
  const [argument, ...below] = around?.rest ?? [];
  if (around?.type === 'Task' && (argument === 'Arguments' || argument === 'Parameters') && step !== null) {
    const type = argumentType(around.state, [...below, step], catalogue);
    if (type?.kind === 'enum') return type.values.map((value) => textOffer('value', value));
    if (type?.kind === 'boolean') return booleans;
  }
  return [];
}

const booleans: readonly ValueOffer[] = [true, false].map((value) => ({ label: String(value), kind: 'value', value }));

/** The states of the scope; the one that goes on itself comes last, since it would loop. */
function stateOffers(index: DocumentIndex, holder: Cursor['holder']): readonly ValueOffer[] {
  const scope = scopeAround(holder);
  const around = surroundingsOf(index, holder);
  const self = around?.scope === scope ? around.name : null;
  const states = [...statesOf(index, scope)];
  const others = states.filter(([name]) => name !== self);
  return [...others, ...states.filter(([name]) => name === self)].map(([name, type]) => textOffer('state', name, type));
}

/** A value as the text takes it: JSON, or in YAML a plain text where that says the same. */
function written(index: DocumentIndex, cursor: Cursor, value: JsonValue): string {
  const isPlain = typeof value === 'string' && isInBlock(index, cursor) && /^[A-Za-z][\w .:/@()-]*$/.test(value);
  return isPlain && !/: |^(?:true|false|null|yes|no|on|off|y|n)$|[ :]$/i.test(value) ? value : JSON.stringify(value);
}
