import { expect, it } from 'vitest';
import { type PathForm, checkPath } from './checkPath';
import { parsePath } from './jsonPath/parse';
import { pathFacts } from './pathFacts';

const forms: readonly PathForm[] = ['path', 'pathOrCall', 'pathOrText', 'reference', 'limit', 'place'];

/** Which forms take the text. */
const taken = (text: string) => forms.filter((form) => checkPath(text, form) === null);

it.each<[string, readonly PathForm[]]>([
  ['$', forms],
  ['$.a.b[0]', forms],
  ["$['a b']", forms],
  ['$.a-b', forms],
  ['$.キー', forms],
  ['$x.a', ['path', 'pathOrCall', 'pathOrText', 'reference', 'limit']],
  ['$$.Execution.Input.n', ['path', 'pathOrCall', 'pathOrText', 'reference']],
  ['$.a[?(@.b > 3)].c', ['path', 'pathOrCall', 'pathOrText']],
  ['$..a[0:2].*', ['path', 'pathOrCall', 'pathOrText']],
  ['$.list.length()', ['path', 'pathOrCall', 'pathOrText']],
  ["States.Format('{}', $.a)", ['pathOrCall', 'pathOrText']],
  ['States.UUID()', ['pathOrCall', 'pathOrText']],
  ['States.ArrayGetItem($.a, 0)', ['pathOrCall', 'pathOrText']],
  ['States.Array(1)', ['pathOrCall']],
  ['States.MathAdd(1, 2)', ['pathOrCall']],
  ['States.Nothing()', []],
  [' States.UUID()', []],
  ['States.UUID', []],
  ['$.a[', []],
  ['$.', []],
  ['$.vars.item[$$.Execution.Id]S', []],
  ['a.b', []],
  ['', []],
])('%s is taken as %j', (text, expected) => {
  expect(taken(text)).toEqual(expected);
});

it('reads the common forms as the parser does', () => {
  for (const text of ['$', '$$', '$.a', '$$.a.b', '$[0]', '$.a[12].b_1']) {
    const parsed = parsePath(text);
    expect(parsed.ok && parsed.value.root.kind).toBe(pathFacts(text).kind);
    expect(parsed.ok && parsed.value.definite).toBe(true);
  }
});

it('names the variables that a path or a call reads', () => {
  expect(pathFacts('$x.a').variables).toEqual(['x']);
  expect(pathFacts("States.Array($y, States.Format('{}', $z[0]), $.x, '$w')").variables).toEqual(['y', 'z']);
});
