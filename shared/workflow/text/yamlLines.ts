/** Lines of a YAML text and what belongs to them. Offsets are in UTF-16 units; columns count from 0. */
export class YamlLines {
  readonly eol: '\n' | '\r\n';

  constructor(readonly text: string) {
    this.eol = text.includes('\r\n') ? '\r\n' : '\n';
  }

  lineStart(offset: number): number {
    return this.text.lastIndexOf('\n', offset - 1) + 1;
  }

  /** Where the next line begins, or the text ends. */
  nextLine(offset: number): number {
    const end = this.text.indexOf('\n', offset);
    return end < 0 ? this.text.length : end + 1;
  }

  columnOf(offset: number): number {
    return offset - this.lineStart(offset);
  }

  /** Whether something other than spaces stands before the place on its line, such as the dash of a list. */
  isShared(offset: number): boolean {
    return this.text.slice(this.lineStart(offset), offset).trim() !== '';
  }

  /** Ranges of block values reach over the line break; what is replaced must not. */
  trimmedEnd(end: number): number {
    let at = end;
    while (at > 0 && /\s/.test(this.text[at - 1] ?? '')) at -= 1;
    return at;
  }

  /** The dash of the item whose value (or tag, or anchor) begins at an offset; -1 where there is none. */
  dashOf(offset: number): number {
    const before = this.text.slice(0, offset);
    const dash = /-(?:\s|[&!]\S*|#.*\n)*$/.exec(before.slice(Math.max(0, offset - 500)));
    return dash ? before.length - dash[0].length : -1;
  }

  /** Where the comments begin that stand directly above a key or dash in its column: they are about it. */
  leadOf(offset: number): number {
    let from = this.lineStart(offset);
    if (this.isShared(offset)) return offset;
    const column = offset - from;
    while (from > 0) {
      const before = this.lineStart(from - 1);
      const line = this.text.slice(before, from);
      if (!line.trimStart().startsWith('#') || line.length - line.trimStart().length !== column) break;
      from = before;
    }
    return from;
  }

  /** The comment beside a key whose value begins on another line, with the blanks before it; empty where there is none. */
  commentBeside(keyEnd: number, valueStart: number): string {
    const end = this.nextLine(keyEnd);
    if (valueStart < end) return '';
    return /[ \t]+#[^\r\n]*/.exec(this.text.slice(keyEnd, end))?.[0] ?? '';
  }

  /** Where the lines end that belong to a value that begins at a column: its last line, and comments indented deeper. */
  endOf(valueEnd: number, column: number): number {
    let end = this.nextLine(this.trimmedEnd(valueEnd));
    for (let at = end; at < this.text.length;) {
      const next = this.nextLine(at);
      const line = this.text.slice(at, next);
      const bare = line.trim();
      if (bare !== '' && !(bare.startsWith('#') && line.length - line.trimStart().length > column)) break;
      if (bare !== '') end = next;
      at = next;
    }
    return end;
  }
}

/** Lines moved to another column; what stands further left than the first line does goes no further left than 0. */
export function shiftedLines(text: string, by: number): string {
  if (by === 0) return text;
  return text
    .split('\n')
    .map((line) => {
      if (line === '') return line;
      if (by > 0) return ' '.repeat(by) + line;
      const spaces = /^ */.exec(line)?.[0].length ?? 0;
      return line.slice(Math.min(spaces, -by));
    })
    .join('\n');
}
