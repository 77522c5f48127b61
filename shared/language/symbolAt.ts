import { variableOfKey } from '../asl/index';
import { type StatePath, statePath } from '../workflow/index';
import type { Range } from './contract';
import { cursorAt } from './cursor';
import type { DocumentIndex } from './documentIndex';
import { expressionAt } from './expressionTexts';
import { scopeAround, statesOf, surroundingsOf } from './surroundings';
import { jsonataTokens, pathTokens } from './tokens';

/** What a name in the text stands for. */
export type NamedThing = { readonly range: Range } & (
  { readonly kind: 'state'; readonly path: StatePath } | { readonly kind: 'variable'; readonly name: string }
);

/** The state or variable that is named at an offset, where it is declared or where it is used; null for anything else. */
export function symbolAt(index: DocumentIndex, offset: number): NamedThing | null {
  const cursor = cursorAt(index, offset);
  if (!cursor || cursor.step === null) return null;
  const { holder, role, step, range } = cursor;
  if (role === 'key') {
    const around = surroundingsOf(index, [...holder, step]);
    if (around?.rest.length === 0 && holder.at(-1) === 'States') return { kind: 'state', path: around.path, range };
    if (holder.at(-1) === 'Assign' && around) return { kind: 'variable', name: variableOfKey(String(step)), range };
    return null;
  }
  if (isTransition(step)) {
    const scope = scopeAround(holder);
    const name = index.valueAt([...holder, step]);
    const isState = typeof name === 'string' && statesOf(index, scope).has(name);
    return isState ? { kind: 'state', path: statePath(scope, name), range } : null;
  }
  return variableAt(index, offset);
}

/** The fields whose value names a state. */
export function isTransition(field: string | number | null): boolean {
  return field === 'Next' || field === 'Default' || field === 'StartAt';
}

function variableAt(index: DocumentIndex, offset: number): NamedThing | null {
  const expression = expressionAt(index, offset);
  if (!expression) return null;
  const { kind, scalar, from, to } = expression;
  const text = scalar.text.slice(from, to);
  const at = scalar.indexOf(offset) - from;
  const tokens = kind === 'jsonata' ? jsonataTokens(text) : pathTokens(text);
  const token = tokens.find(({ start, end }) => start <= at && at <= end);
  const name = token?.kind === 'variable' ? text.slice(token.start + 1, token.end) : '';
  if (!token || !/^[\p{ID_Start}_]/u.test(name) || name === 'states') return null;
  const range = { start: scalar.at(from + token.start), end: scalar.at(from + token.end - 1) + 1 };
  return { kind: 'variable', name, range };
}
