export interface LineColumn {
  /** From 1. */
  readonly line: number;
  /** From 1, in UTF-16 units. */
  readonly column: number;
}

/** Turns offsets of one text into lines and columns; the line ends are looked for once, when first asked. */
export class Lines {
  private starts: number[] | null = null;

  constructor(private readonly text: string) {}

  at(offset: number): LineColumn {
    this.starts ??= startsOf(this.text);
    let [low, high] = [0, this.starts.length - 1];
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if ((this.starts[middle] ?? 0) <= offset) low = middle;
      else high = middle - 1;
    }
    return { line: low + 1, column: offset - (this.starts[low] ?? 0) + 1 };
  }

  /** Where a line begins, counted from 1; the end of the text for lines that it has not. */
  startOf(line: number): number {
    this.starts ??= startsOf(this.text);
    return this.starts[line - 1] ?? this.text.length;
  }
}

function startsOf(text: string): number[] {
  const starts = [0];
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) starts.push(at + 1);
  return starts;
}
