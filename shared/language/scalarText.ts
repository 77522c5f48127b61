import type { SourceFormat } from '../workflow/index';

/** What a text value says, and where each of its characters stands. */
export interface ScalarText {
  readonly text: string;
  /** The offset in the whole text of a character of `text`; that behind the last one for its length. */
  at(index: number): number;
  /** The character of `text` at an offset of the whole text, or the next one. */
  indexOf(offset: number): number;
}

/** Reads a text value between two offsets: quotes, escapes and the indentation of blocks are layout, not part of it. */
export function scalarText(whole: string, start: number, end: number, format: SourceFormat): ScalarText {
  const written = whole.slice(start, end);
  const quote = written[0];
  if (quote === '"') return inQuotes(whole, start, end, /\\(?:u([0-9a-fA-F]{4})|x([0-9a-fA-F]{2})|([^]))/y);
  if (format === 'yaml' && quote === "'") return inQuotes(whole, start, end, /'(')/y);
  if (format === 'yaml' && (quote === '|' || quote === '>')) return block(whole, start, end);
  return placed(written, (index) => start + index);
}

const controls: Readonly<Record<string, string>> = { n: '\n', t: '\t', r: '\r', b: '\b', f: '\f' };

function inQuotes(whole: string, start: number, end: number, escape: RegExp): ScalarText {
  const isClosed = end - start > 1 && whole[end - 1] === whole[start];
  const last = isClosed ? end - 1 : end;
  let text = '';
  const offsets: number[] = [];
  let at = start + 1;
  while (at < last) {
    offsets.push(at);
    escape.lastIndex = at;
    const found = escape.exec(whole);
    if (found && at + found[0].length <= last) {
      const code = found[1] !== undefined && found[1] !== "'" ? found[1] : found[2];
      const plain = found[3] ?? found[1] ?? '';
      text += code === undefined ? (controls[plain] ?? plain) : String.fromCharCode(parseInt(code, 16));
      at += found[0].length;
    } else text += whole[at++] ?? '';
  }
  offsets.push(last);
  return placed(text, (index) => offsets[Math.min(index, text.length)] ?? last);
}

/** A block of YAML: the lines below its mark, without their common indentation. */
function block(whole: string, start: number, end: number): ScalarText {
  const written = whole.slice(start, end);
  const head = written.indexOf('\n') + 1;
  const indentation = head === 0 ? 0 : (/^(?:[ \t]*\n)*( *)/.exec(written.slice(head))?.[1]?.length ?? 0);
  let text = '';
  const offsets: number[] = [];
  let at = head === 0 ? end : start + head;
  while (at < end) {
    const lineEnd = whole.indexOf('\n', at) + 1 || end;
    const blank = /^ */.exec(whole.slice(at, lineEnd))?.[0].length ?? 0;
    for (at += Math.min(indentation, blank); at < Math.min(lineEnd, end); at++) {
      offsets.push(at);
      text += whole[at] ?? '';
    }
  }
  offsets.push(end);
  return placed(text, (index) => offsets[Math.min(index, text.length)] ?? end);
}

function placed(text: string, at: (index: number) => number): ScalarText {
  const indexOf = (offset: number) => {
    let [low, high] = [0, text.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if (at(middle) < offset) low = middle + 1;
      else high = middle;
    }
    return low;
  };
  return { text, at, indexOf };
}
