import type { JsonObject } from '../../base/index';
import { bytesOf } from '../execution/payload';
import { readFailure } from './executeStore';

export interface CsvOptions {
  readonly delimiter: string;
  /** The names of the columns; the first row names them when undefined. */
  readonly headers: readonly string[] | undefined;
}

/** Bytes of UTF-8 that the names of all columns may take. Source: AWS developer guide, "ItemReader". */
const mostHeaderBytes = 10_240;

/**
 * The rows of a CSV text as objects. Fields beyond the headers are left out, headers beyond a row's fields are empty
 * strings, and blank lines are no rows. Source: AWS developer guide, "How Step Functions parses input CSV files".
 */
export function readCsv(text: string, options: CsvOptions): readonly JsonObject[] {
  const rows = splitRows(text, options.delimiter).filter((row) => row.length > 1 || row[0] !== '');
  const headers = options.headers ?? rows.shift() ?? [];
  if (bytesOf(headers.join(options.delimiter)) > mostHeaderBytes)
    throw readFailure(`The headers of the CSV file take more than ${String(mostHeaderBytes)} bytes.`);
  return rows.map((row) => Object.fromEntries(headers.map((name, i) => [name, row[i] ?? ''])));
}

/** Rows by line breaks outside of quotes. A backslash keeps a backslash, quote or delimiter, and is dropped before others. */
function splitRows(text: string, delimiter: string): string[][] {
  const rows: string[][] = [];
  let row: string[] = [];
  let field = '';
  let quoted = false;
  for (let i = 0; i < text.length; i++) {
    const char = text[i] ?? '';
    const next = text[i + 1];
    if (char === '\\') {
      if (next === '\\' || next === '"' || next === delimiter) {
        field += next;
        i++;
      }
    } else if (quoted) {
      if (char !== '"') field += char;
      else if (next === '"') {
        field += '"';
        i++;
      } else quoted = false;
    } else if (char === '"' && field === '') quoted = true;
    else if (char === delimiter) {
      row.push(field);
      field = '';
    } else if (char === '\n' || char === '\r') {
      if (char === '\r' && next === '\n') i++;
      rows.push([...row, field]);
      row = [];
      field = '';
    } else field += char;
  }
  if (field !== '' || row.length > 0) rows.push([...row, field]);
  return rows;
}
