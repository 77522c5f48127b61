import type { JsonObject } from '../../base/index';

export interface CsvOptions {
  readonly delimiter: string;
  /** The names of the columns; the first row names them when undefined. */
  readonly headers: readonly string[] | undefined;
}

/**
 * The rows of a CSV text (RFC 4180) as objects. Fields beyond the headers are left out, headers beyond a row's fields
 * are empty strings, and blank lines are no rows.
 */
export function readCsv(text: string, options: CsvOptions): readonly JsonObject[] {
  const rows = splitRows(text, options.delimiter).filter((row) => row.length > 1 || row[0] !== '');
  const headers = options.headers ?? rows.shift() ?? [];
  return rows.map((row) => Object.fromEntries(headers.map((name, i) => [name, row[i] ?? ''])));
}

function splitRows(text: string, delimiter: string): string[][] {
  const rows: string[][] = [];
  let row: string[] = [];
  let field = '';
  let quoted = false;
  for (let i = 0; i < text.length; i++) {
    const char = text[i] ?? '';
    if (quoted) {
      if (char !== '"') field += char;
      else if (text[i + 1] === '"') {
        field += '"';
        i++;
      } else quoted = false;
    } else if (char === '"' && field === '') quoted = true;
    else if (char === delimiter) {
      row.push(field);
      field = '';
    } else if (char === '\n' || char === '\r') {
      if (char === '\r' && text[i + 1] === '\n') i++;
      rows.push([...row, field]);
      row = [];
      field = '';
    } else field += char;
  }
  if (field !== '' || row.length > 0) rows.push([...row, field]);
  return rows;
}
