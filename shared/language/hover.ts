import { isStateType } from '../asl/index';
import { isObject, own } from '../base/index';
import { readResource } from '../services/index';
import { stateTypes } from '../states/index';
import { stateName, toJsonPath } from '../workflow/index';
import type { Knowledge, Range } from './contract';
import { cursorAt, type Cursor } from './cursor';
import type { DocumentIndex } from './documentIndex';
import { expressionAt, type ExpressionText } from './expressionTexts';
import { fieldAt } from './fields/fieldsAt';
import { pageOfType } from './fields/stateFields';
import { signaturesFor } from './signatures';
import { isTransition, symbolAt } from './symbolAt';
import { jsonataTokens, pathTokens } from './tokens';
import { assignments } from './variables';

/** What is known of a place of the text. */
export interface Hover extends Range {
  /** What it is: a field, a call with its parameters, a state. */
  readonly title: string;
  /** One or two sentences; empty where the title says all. */
  readonly text: string;
  /** The page of AWS's that describes it. */
  readonly url?: string;
}

/** What there is to say of what stands at an offset; null where there is nothing. */
export function hoverAt(index: DocumentIndex, offset: number, { catalogue = null }: Knowledge = {}): Hover | null {
  const cursor = cursorAt(index, offset);
  if (!cursor || cursor.step === null || cursor.range.start === cursor.range.end) return null;
  const { holder, role, step, range } = cursor;
  if (role === 'value') {
    const expression = expressionAt(index, offset);
    if (expression) return inExpression(index, expression, offset);
    return valueHover(index, cursor);
  }
  const symbol = symbolAt(index, offset);
  if (symbol?.kind === 'state') return stateHover(index, symbol.path, range);
  const field = fieldAt(index, holder, String(step), catalogue);
  if (!field) return null;
  const required = field.required ? 'Required. ' : '';
  const values = field.values ? ` One of ${field.values.join(', ')}.` : '';
  const { url } = field;
  return { title: field.name, text: `${required}${field.help}${values}`.trim(), ...range, ...(url ? { url } : {}) };
}

function valueHover(index: DocumentIndex, { holder, step, range }: Cursor): Hover | null {
  const value = step === null ? undefined : index.valueAt([...holder, step]);
  if (typeof value !== 'string') return null;
  if (isTransition(step)) {
    const symbol = symbolAt(index, range.start);
    return symbol?.kind === 'state' ? stateHover(index, symbol.path, range) : null;
  }
  if (step === 'Type' && isStateType(value)) {
    const { label, description } = stateTypes[value];
    return { title: `${label} state`, text: description, url: pageOfType(value), ...range };
  }
  if (step !== 'Resource') return null;
  const read = readResource(value);
  if (read.kind === 'action') {
    const { label, description, helpUrl } = read.action;
    return { title: `${read.service.label}: ${label}`, text: description, url: helpUrl, ...range };
  }
  return read.kind === 'integration' ? { title: `${read.service}: ${read.action}`, text: '', ...range } : null;
}

function stateHover(index: DocumentIndex, path: Parameters<typeof stateName>[0], range: Range): Hover {
  const state = index.valueAt(toJsonPath(path));
  const type = isObject(state) ? own(state, 'Type') : undefined;
  const comment = isObject(state) ? own(state, 'Comment') : undefined;
  const title = isStateType(type) ? `${stateName(path)}: ${stateTypes[type].label} state` : stateName(path);
  const url = isStateType(type) ? { url: pageOfType(type) } : {};
  return { title, text: typeof comment === 'string' ? comment : '', ...url, ...range };
}

function inExpression(index: DocumentIndex, { kind, scalar, from, to }: ExpressionText, offset: number): Hover | null {
  const text = scalar.text.slice(from, to);
  const at = scalar.indexOf(offset) - from;
  const tokens = kind === 'jsonata' ? jsonataTokens(text) : pathTokens(text);
  const token = tokens.find(({ start, end }) => start <= at && at < end);
  if (!token) return null;
  const word = text.slice(token.start, token.end);
  const range = { start: scalar.at(from + token.start), end: scalar.at(from + token.end - 1) + 1 };
  const signature = token.kind === 'function' ? signaturesFor(kind).get(word) : undefined;
  if (signature) return { title: signature.label, text: signature.help, url: signature.url, ...range };
  if (token.kind !== 'variable') return null;
  const states = assignments(index).filter(({ name }) => `$${name}` === word);
  if (states.length === 0) return null;
  const names = [...new Set(states.map(({ state }) => `"${state}"`))];
  return { title: word, text: `Assigned by ${names.join(', ')}.`, ...range };
}
