import { describe, expect, it } from 'vitest';
import { formatText } from './formatText';

describe('formatting', () => {
  it.each<[string, string, string]>([
    [
      'one line',
      '{"a":[1,{"b":null}],"c":{}}',
      '{\n  "a": [\n    1,\n    {\n      "b": null\n    }\n  ],\n  "c": {}\n}\n',
    ],
    ['numbers and escapes as they are written', '{"a":1.50,"b":"\\u00e9"}', '{\n  "a": 1.50,\n  "b": "\\u00e9"\n}\n'],
    [
      'a comment behind a member, and one above',
      '{"a":1, // one\n// two\n"b":2}',
      '{\n  "a": 1, // one\n  // two\n  "b": 2\n}\n',
    ],
    ['a comment before a comma', '{"a":1 /* x */,"b":2}', '{\n  "a": 1 /* x */,\n  "b": 2\n}\n'],
    ['a comment alone', '{\n// x\n}', '{\n  // x\n}\n'],
    ['placeholders and insertions', '{"a":${n},"b":"${f("x")}"}', '{\n  "a": ${n},\n  "b": "${f("x")}"\n}\n'],
    ['line breaks of Windows', '{"a":1,\r\n"b":2}', '{\r\n  "a": 1,\r\n  "b": 2\r\n}\r\n'],
  ])('of JSON: %s', (_what, text, formatted) => {
    expect(formatText(text, 'json')).toBe(formatted);
    expect(formatText(formatted, 'json')).toBe(formatted);
  });

  it('of YAML keeps comments, anchors, tags and blocks', () => {
    const text = '# one\na:   &x\n      b: | # two\n         two\n         lines\nc: *x\nd: !Ref Name\n';
    expect(formatText(text, 'yaml')).toBe('# one\na: &x\n  b: | # two\n    two\n    lines\nc: *x\nd: !Ref Name\n');
  });

  it('is none of what cannot be read, or holds several documents', () => {
    expect(formatText('{ "a": }', 'json')).toBeNull();
    expect(formatText('a: [', 'yaml')).toBeNull();
    expect(formatText('a: 1\n---\nb: 2\n', 'yaml')).toBeNull();
  });
});
