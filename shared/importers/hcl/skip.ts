/** Where things of an HCL text end. Source: HCL native syntax specification, "Lexical elements". Offsets in UTF-16 units. */

/** After spaces, line breaks and comments. */
export function skipBlank(text: string, at: number): number {
  const blank = /(?:\s|#[^\n]*|\/\/[^\n]*|\/\*[^]*?\*\/)*/y;
  blank.lastIndex = at;
  blank.test(text);
  return blank.lastIndex;
}

/** After a text in quotes, with what is inserted in it: an insertion may hold quotes of its own. */
export function skipQuoted(text: string, at: number): number {
  let end = at + 1;
  while (end < text.length && text[end] !== '"') {
    if (text[end] === '\\') end += 2;
    else if (/^(?:\$\$|%%)\{/.test(text.slice(end, end + 3))) end += 3;
    else if (/^[$%]\{/.test(text.slice(end, end + 2))) end = skipBrackets(text, end + 1);
    else end += 1;
  }
  return end + 1;
}

/** A text in lines after `<<EOF` or `<<-EOF`. */
export interface Heredoc {
  /** Where its first line begins. */
  readonly from: number;
  /** Where the line of its end mark begins. */
  readonly to: number;
  /** After its end mark. */
  readonly end: number;
}

/** The text in lines that begins at an offset; null when none does. */
export function heredocAt(text: string, at: number): Heredoc | null {
  const begin = /<<-?([A-Za-z_][\w-]*)[ \t]*\r?\n/y;
  begin.lastIndex = at;
  const mark = begin.exec(text)?.[1];
  if (mark === undefined) return null;
  const from = begin.lastIndex;
  const close = new RegExp(String.raw`^[ \t]*${mark}[ \t]*(?=\r?$)`, 'gm');
  close.lastIndex = from;
  const found = close.exec(text);
  return found ? { from, to: found.index, end: close.lastIndex } : null;
}

/** After the bracket that closes the one at an offset, or at the end of the text. */
export function skipBrackets(text: string, at: number): number {
  let end = at;
  let depth = 0;
  while (end < text.length) {
    const next = skipToken(text, end);
    if (next === end + 1 && /[([{]/.test(text[end] ?? '')) depth += 1;
    if (next === end + 1 && /[)\]}]/.test(text[end] ?? '')) depth -= 1;
    end = next;
    if (depth === 0) break;
  }
  return end;
}

/** After a comment, a text, a run of spaces or one character. */
export function skipToken(text: string, at: number): number {
  if (text[at] === '"') return skipQuoted(text, at);
  const heredoc = text.startsWith('<<', at) ? heredocAt(text, at) : null;
  return heredoc ? heredoc.end : Math.max(skipBlank(text, at), at + 1);
}
