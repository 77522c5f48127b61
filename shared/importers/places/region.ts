import type { FoundDefinition } from '../contract';

type InPlace = Extract<FoundDefinition, { kind: 'inPlace' }>;

/**
 * A definition that stands in a file as it is, but for the indentation of its lines, which is taken off and put back.
 * @param isFirstIndented whether the region begins with a whole line
 */
export function inRegion(
  file: string,
  from: number,
  to: number,
  format: InPlace['format'],
  indentation: string,
  isFirstIndented: boolean,
): InPlace {
  const raw = file.slice(from, to);
  const changeLines = (text: string, change: (line: string) => string) =>
    text
      .split('\n')
      .map((line, index) => (line.trim() === '' || (index === 0 && !isFirstIndented) ? line : change(line)))
      .join('\n');
  const outdented = changeLines(raw, (line) => (line.startsWith(indentation) ? line.slice(indentation.length) : line));
  const indented = (text: string) => changeLines(text, (line) => indentation + line);
  // Lines that stand further left than the first cannot lose what they do not have: then all stay as they are.
  const isSame = indented(outdented) === raw;
  const lastBreak = /\r?\n$/.exec(raw)?.[0] ?? '';
  return {
    kind: 'inPlace',
    format,
    text: isSame ? outdented : raw,
    inFile: (text) => {
      const ended = lastBreak === '' || text.endsWith('\n') ? text : text + lastBreak;
      return file.slice(0, from) + (isSame ? indented(ended) : ended) + file.slice(to);
    },
  };
}

/** The spaces and tabs that the line of an offset begins with. */
export function indentationOf(text: string, offset: number): string {
  return /^[ \t]*/.exec(text.slice(text.lastIndexOf('\n', offset - 1) + 1))?.[0] ?? '';
}

/** Where the line after that of an offset begins, or the text ends. */
export function nextLine(text: string, offset: number): number {
  const end = text.indexOf('\n', offset);
  return end < 0 ? text.length : end + 1;
}

/**
 * Where lines end that belong together by their indentation, without empty lines at their end.
 * @param belongs whether a line that is not empty does
 */
export function endOfLines(text: string, from: number, belongs: (line: string) => boolean): number {
  let end = from;
  for (let at = from; at < text.length;) {
    const next = nextLine(text, at);
    const line = text.slice(at, next);
    if (line.trim() !== '' && !belongs(line)) break;
    if (line.trim() !== '') end = next;
    at = next;
  }
  return end;
}
