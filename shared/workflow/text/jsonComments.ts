import type { Splice } from './splice';

/** A comment that ends on the line it begins on. */
const comment = String.raw`\/\/[^\r\n]*|\/\*(?:(?!\*\/)[^\r\n])*\*\/`;
const restPattern = new RegExp(
  String.raw`(?:([ \t]*(?:(?:${comment})[ \t]*)?),)?[ \t]*(?:(?:${comment})[ \t]*)?(?=\r?\n|$)`,
  'y',
);
const commentLine = new RegExp(String.raw`^[ \t]*(?:${comment})[ \t]*\r?$`);

/** What follows a value on its line, when that is a comma and comments alone: where it ends, before the line break. */
export function restOfLine(text: string, end: number): RestOfLine | null {
  restPattern.lastIndex = end;
  const found = restPattern.exec(text);
  if (!found) return null;
  const comma = found[1] === undefined ? null : end + found[1].length;
  return { end: end + found[0].trimEnd().length, comma };
}

interface RestOfLine {
  readonly end: number;
  readonly comma: number | null;
}

interface Part {
  readonly start: number;
  readonly end: number;
  readonly isGone: boolean;
}

/**
 * What takes members or items away together with the comments at the end of their lines and directly above them, and with
 * no other. Null where they do not stand on lines of their own.
 * @param parts all that an object or list holds, in order; one of them stays
 */
export function removedWithComments(text: string, parts: readonly Part[]): readonly Splice[] | null {
  const splices: Splice[] = [];
  for (const part of parts) {
    if (!part.isGone) continue;
    const lineStart = text.lastIndexOf('\n', part.start - 1) + 1;
    const rest = restOfLine(text, part.end);
    if (!rest || lineStart === 0 || text.slice(lineStart, part.start).trim() !== '') return null;
    splices.push({ start: breakBefore(text, leadOf(text, lineStart)), end: rest.end, text: '' });
  }
  const lastKept = parts.findLastIndex((part) => !part.isGone);
  const last = parts[lastKept];
  if (!last) return null;
  if (lastKept === parts.length - 1) return splices;
  // The comma of what is the last one now.
  const comma = new RegExp(String.raw`(?:\s|${comment})*,`, 'y');
  comma.lastIndex = last.end;
  const found = comma.exec(text)?.[0];
  if (found === undefined) return null;
  const at = last.end + found.length;
  return [...splices, { start: at - 1, end: at, text: '' }];
}

/** The lines of a member or item with the comments about it, without the last line break; null where it shares them. */
export function linesWithComments(
  text: string,
  start: number,
  end: number,
): (RestOfLine & { readonly start: number }) | null {
  const lineStart = text.lastIndexOf('\n', start - 1) + 1;
  const rest = restOfLine(text, end);
  if (!rest || text.slice(lineStart, start).trim() !== '') return null;
  return { ...rest, start: leadOf(text, lineStart) };
}

/** The comments directly above a member or item that stands on lines of its own, and at the end of its last line. */
export function commentsOf(text: string, start: number, end: number): readonly string[] {
  const lineStart = text.lastIndexOf('\n', start - 1) + 1;
  if (text.slice(lineStart, start).trim() !== '') return [];
  const above = text.slice(leadOf(text, lineStart), lineStart);
  const rest = restOfLine(text, end);
  const beside = rest ? text.slice(end, rest.end).replace(/^[ \t]*,/, '') : '';
  return [...above.split('\n'), beside].map((line) => line.trim()).filter((line) => line !== '' && line !== ',');
}

/** The start of the first of the comment lines directly above a line. */
function leadOf(text: string, lineStart: number): number {
  let from = lineStart;
  while (from > 0) {
    const before = text.lastIndexOf('\n', from - 2) + 1;
    if (before === 0 || !commentLine.test(text.slice(before, from - 1))) break;
    from = before;
  }
  return from;
}

function breakBefore(text: string, lineStart: number): number {
  return text[lineStart - 2] === '\r' ? lineStart - 2 : lineStart - 1;
}
