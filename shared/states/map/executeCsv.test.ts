import { describe, expect, it } from 'vitest';
import { readCsv } from './executeCsv';

const read = (text: string, delimiter = ',', headers?: readonly string[]): unknown =>
  readCsv(text, { delimiter, headers });

/** AWS developer guide, "How Step Functions parses input CSV files". */
describe('a CSV file', () => {
  it.each<[string, string, unknown]>([
    ['fields are texts', 'a,b\n1,true\n', [{ a: '1', b: 'true' }]],
    ['any line break ends a row', 'a\r\n1\r2\n3', [{ a: '1' }, { a: '2' }, { a: '3' }]],
    ['quotes keep delimiters and line breaks', 'a,b\n"x, y","1\n2"\n', [{ a: 'x, y', b: '1\n2' }]],
    ['quotes are kept by repeating them', 'a\n"say ""hi"""\n', [{ a: 'say "hi"' }]],
    ['quotes inside a field are its own', 'a\nx"y"\n', [{ a: 'x"y"' }]],
    ['backslashes are kept by repeating them', 'a,b\nC:\\\\Files\\\\x.exe,6\n', [{ a: 'C:\\Files\\x.exe', b: '6' }]],
    ['a backslash keeps a quote or a delimiter', 'a,b\n\\"x\\",y\\,z\n', [{ a: '"x"', b: 'y,z' }]],
    ['a backslash before anything else is dropped', 'a\nC:\\temp\n', [{ a: 'C:temp' }]],
    ['missing fields are empty', 'a,b,c\n1\n', [{ a: '1', b: '', c: '' }]],
    ['fields without a header are left out', 'a\n1,2,3\n', [{ a: '1' }]],
    ['blank lines are no rows', 'a\n\n1\n\n\n2', [{ a: '1' }, { a: '2' }]],
    ['blanks belong to fields', 'a,b\n 1 , 2\n', [{ a: ' 1 ', b: ' 2' }]],
    ['nothing holds no items', '', []],
  ])('%s', (_rule, text, expected) => {
    expect(read(text)).toEqual(expected);
  });

  it('is read by its delimiter, and by given headers', () => {
    expect(read('a|b\n1|2,3', '|')).toEqual([{ a: '1', b: '2,3' }]);
    expect(read('a;b\n1;x\\;y', ';')).toEqual([{ a: '1', b: 'x;y' }]);
    expect(read('a b\n1 2', ' ')).toEqual([{ a: '1', b: '2' }]);
    expect(read('a\tb\n1\t2', '\t')).toEqual([{ a: '1', b: '2' }]);
    expect(read('1,2\n3,4', ',', ['x', 'y'])).toEqual([
      { x: '1', y: '2' },
      { x: '3', y: '4' },
    ]);
  });

  it('has headers of 10 KiB at most', () => {
    expect(read(`${'h'.repeat(10_240)}\n1`)).toHaveLength(1);
    expect(() => read(`${'h'.repeat(10_241)}\n1`)).toThrow(
      expect.objectContaining({ error: 'States.ItemReaderFailed' }) as Error,
    );
  });
});
