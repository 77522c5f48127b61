/** Text being read; `at` moves forward. */
export interface PathReader {
  readonly text: string;
  at: number;
}

/** Thrown inside the reader only; parsePath turns it into a problem. */
export class PathSyntaxError {
  constructor(readonly message: string) {}
}

/** A string in single or double quotes; a backslash keeps the character after it. */
export function readQuoted(reader: PathReader): string {
  const quote = reader.text[reader.at];
  reader.at++;
  let value = '';
  for (;;) {
    const char = reader.text[reader.at];
    if (char === undefined) throw new PathSyntaxError('Property has not been closed - missing closing quote');
    reader.at++;
    if (char === quote) return value;
    if (char === '\\') {
      value += reader.text[reader.at] ?? '';
      reader.at++;
    } else value += char;
  }
}

export function skipBlank(reader: PathReader): void {
  while (/\s/.test(reader.text[reader.at] ?? '')) reader.at++;
}

export function take(reader: PathReader, text: string): boolean {
  if (!reader.text.startsWith(text, reader.at)) return false;
  reader.at += text.length;
  return true;
}

export function takePattern(reader: PathReader, pattern: RegExp): string | undefined {
  pattern.lastIndex = reader.at;
  const found = pattern.exec(reader.text)?.[0];
  if (found !== undefined) reader.at += found.length;
  return found;
}

export function expect(reader: PathReader, text: string): void {
  if (!take(reader, text)) throw new PathSyntaxError(`Expected '${text}' at position ${String(reader.at)}`);
}
