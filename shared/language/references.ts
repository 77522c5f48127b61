import type { JsonPath } from '../base/index';
import { type StatePath, type TransitionRef, scopeOf, stateName, toJsonPath, transitionsIn } from '../workflow/index';
import type { Range } from './contract';
import type { DocumentIndex } from './documentIndex';
import { symbolAt, type NamedThing } from './symbolAt';
import { assignments, readsOf } from './variables';

/** Where the state or variable at an offset is declared: the state's key, every Assign of a variable. */
export function definitionAt(index: DocumentIndex, offset: number): readonly Range[] {
  const symbol = symbolAt(index, offset);
  return symbol ? declarationsOf(index, symbol) : [];
}

/** Every place that names the state or variable at an offset, its declaration included, in the order of the text. */
export function referencesAt(index: DocumentIndex, offset: number): readonly Range[] {
  const symbol = symbolAt(index, offset);
  if (!symbol) return [];
  const uses = symbol.kind === 'state' ? transitionsTo(index, symbol.path) : readsOf(index, symbol.name);
  return [...declarationsOf(index, symbol), ...uses].sort((a, b) => a.start - b.start);
}

function declarationsOf(index: DocumentIndex, symbol: NamedThing): readonly Range[] {
  if (symbol.kind === 'state') return keyRange(index, toJsonPath(symbol.path));
  return assignments(index)
    .filter(({ name }) => name === symbol.name)
    .flatMap(({ at }) => keyRange(index, at));
}

function keyRange(index: DocumentIndex, path: JsonPath): readonly Range[] {
  const key = index.placeOf(path)?.key;
  return key ? [key] : [];
}

function transitionsTo(index: DocumentIndex, path: StatePath): readonly Range[] {
  const name = stateName(path);
  return transitionsIn(index.definition(), scopeOf(path))
    .filter(({ target }) => target === name)
    .flatMap(({ ref }) => {
      const placed = index.placeOf(placeOfTransition(ref));
      return placed ? [{ start: placed.start, end: placed.start + placed.node.length }] : [];
    });
}

function placeOfTransition({ scope, from, slot }: TransitionRef): JsonPath {
  const at = toJsonPath(from ?? scope);
  switch (slot.kind) {
    case 'start':
      return [...at, 'StartAt'];
    case 'next':
      return [...at, 'Next'];
    case 'default':
      return [...at, 'Default'];
    case 'choice':
      return [...at, 'Choices', slot.index, 'Next'];
    case 'catch':
      return [...at, 'Catch', slot.index, 'Next'];
  }
}
