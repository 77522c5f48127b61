import { describe, expect, it } from 'vitest';
import { editorOffset, withLineEndsOf } from './lineEnds';

describe('line ends', () => {
  it('of what is typed are those of the file', () => {
    expect(withLineEndsOf('a\r\nb', 'x\ny\n')).toBe('x\r\ny\r\n');
    expect(withLineEndsOf('a\nb', 'x\ny')).toBe('x\ny');
    expect(withLineEndsOf('a\r\nb', 'x\r\ny')).toBe('x\r\ny');
  });

  it('of Windows count once in the editor', () => {
    const text = '{\r\n  "a": 1\r\n}';
    expect(editorOffset(text, text.indexOf('"a"'))).toBe('{\n  '.length);
    expect(editorOffset('{\n}', 2)).toBe(2);
  });
});
