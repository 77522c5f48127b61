/** A text as XML, between tags and in attributes. Characters that XML cannot say are left out. */
export function xml(text: string): string {
  return text
    .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|\p{Surrogate}/gu, '')
    .replace(/[&<>"]/g, (letter) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;' })[letter] ?? '&quot;');
}

/** Widths of letters in the font of pictures at size 1: no picture is so exact that each letter would count. */
function widthOf(letter: string): number {
  if (/[iljtfrI.,:;'|!()[\] ]/.test(letter)) return 0.34;
  if (/[mwMW@%]/.test(letter)) return 0.9;
  if (/[A-Z0-9_]/.test(letter)) return 0.67;
  return (letter.codePointAt(0) ?? 0) > 0x2e80 ? 1 : 0.58;
}

export function textWidth(text: string, size: number): number {
  return [...text].reduce((sum, letter) => sum + widthOf(letter), 0) * size;
}

/** A text in as many lines as it may have, each no wider than allowed; what does not fit ends in an ellipsis. */
export function fittedLines(text: string, size: number, width: number, most: number): readonly string[] {
  const letters = [...text.replace(/\s+/g, ' ').trim()];
  const lines: string[] = [];
  while (letters.length > 0 && lines.length < most) {
    let count = letters.length;
    while (count > 1 && textWidth(letters.slice(0, count).join(''), size) > width) count--;
    // A line ends between words where one does not fit, unless a word alone is too long.
    const space = letters.slice(0, count + 1).lastIndexOf(' ');
    if (count < letters.length && space > 0 && lines.length < most - 1) count = space;
    const line = letters.splice(0, count).join('').trim();
    const isCut = letters.length > 0 && lines.length === most - 1;
    lines.push(isCut ? `${line.slice(0, -1).trimEnd()}…` : line);
    while (letters[0] === ' ') letters.shift();
  }
  return lines;
}
