import { expect, it } from 'vitest';
import { Stretches, type Typing } from './stretches';

/** A letter typed at a place, by default. */
function at(from: number, change: Partial<Typing> = {}): Typing {
  return { event: 'input.type', from, to: from + 1, fromBefore: from, toBefore: from, time: 0, ...change };
}

const erased = (from: number): Typing => ({
  event: 'delete.backward',
  from,
  to: from,
  fromBefore: from,
  toBefore: from + 1,
  time: 0,
});

it.each<[string, boolean, readonly Typing[]]>([
  ['letters that follow each other', true, [at(5), at(6), at(7)]],
  ['letters typed into what was just typed', true, [at(5), at(6), at(5)]],
  ['a held Backspace', true, [erased(7), erased(6), erased(5)]],
  ['composed characters', true, [at(5), at(5, { event: 'input.type.compose', toBefore: 6, time: 5000 })]],
  ['letters after a pause', false, [at(5), at(6, { time: 500 })]],
  ['letters at another place', false, [at(5), at(80)]],
  ['letters, then Backspace', false, [at(5), erased(5)]],
  ['letters, then a paste', false, [at(5), at(6, { event: 'input.paste' })]],
  ['pastes', false, [at(5, { event: 'input.paste' }), at(6, { event: 'input.paste' })]],
  ['cuts', false, [at(5, { event: 'delete.cut' }), at(5, { event: 'delete.cut' })]],
  ['replacing all of a search', false, [at(5, { event: undefined }), at(6, { event: undefined })]],
])('%s are one stretch: %s', (_what, one, typings) => {
  const stretches = new Stretches();
  const numbers = new Set(typings.map((typing) => stretches.of(typing)));
  expect(numbers.size).toBe(one ? 1 : typings.length);
});

it('the stretch of another editor is never the same', () => {
  expect(new Stretches().of(at(5))).not.toBe(new Stretches().of(at(6)));
});
