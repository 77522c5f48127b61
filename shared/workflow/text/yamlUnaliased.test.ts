import { describe, expect, test } from 'vitest';
import { parseYaml } from './yamlParser';
import { withoutAliases } from './yamlUnaliased';

/** The text without aliases, which has to say the same. */
function written(text: string): string | null {
  const made = withoutAliases(text);
  if (made === null) return null;
  const [before, after] = [parseYaml(text), parseYaml(made)];
  expect(after.ok && after.value.value).toEqual(before.ok && before.value.value);
  return made;
}

describe('a text without aliases', () => {
  test('has lines below the key, in its column, with their comments, tags and number texts', () => {
    expect(
      written(
        [
          'a:',
          '    Retry: &r',
          '        - ErrorEquals: [States.ALL] # any',
          '          BackoffRate: 1.0',
          '        # then',
          '        - ErrorEquals: !Sub "x"',
          'b:',
          '  Retry: *r # as above',
          '  End: true',
          '',
        ].join('\n'),
      ),
    ).toBe(
      [
        'a:',
        '    Retry:',
        '        - ErrorEquals: [States.ALL] # any',
        '          BackoffRate: 1.0',
        '        # then',
        '        - ErrorEquals: !Sub "x"',
        'b:',
        '  Retry: # as above',
        '    - ErrorEquals: [States.ALL] # any',
        '      BackoffRate: 1.0',
        '    # then',
        '    - ErrorEquals: !Sub "x"',
        '  End: true',
        '',
      ].join('\n'),
    );
  });

  test('has scalars, brackets and tags in their places', () => {
    expect(written("a: &n 1.0\nb: *n\nc: &t !Sub 'x'\nd: [*t, *n]\ne: &f {x: *n}\ng: *f\n")).toBe(
      "a: 1.0\nb: 1.0\nc: !Sub 'x'\nd: [!Sub 'x', 1.0]\ne: {x: 1.0}\ng: {x: 1.0}\n",
    );
  });

  test('has blocks of text, items of lists and what is merged', () => {
    expect(
      written(
        'a: &t |-\n    one\n      two\nb:\n    - *t\nc: &m\n    x: 1\n    y: 2\nd:\n    <<: *m\n    z: 3\ne:\n  - *m\n',
      ),
    ).toBe(
      [
        'a: |-',
        '    one',
        '      two',
        'b:',
        '    - |-',
        '        one',
        '          two',
        'c:',
        '    x: 1',
        '    y: 2',
        'd:',
        '    <<:',
        '      x: 1',
        '      y: 2',
        '    z: 3',
        'e:',
        '  - x: 1',
        '    y: 2',
        '',
      ].join('\n'),
    );
  });

  test('keeps the line ends of the text', () => {
    expect(written('a: &m\r\n  x: 1\r\nb: *m\r\n')).toBe('a:\r\n  x: 1\r\nb:\r\n  x: 1\r\n');
  });

  test('is none where lines would stand in brackets', () => {
    expect(written('a: &m\n  x: 1\nb: [*m]\n')).toBeNull();
  });
});
