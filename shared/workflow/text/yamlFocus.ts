/** Texts up to this length are read whole: that takes some milliseconds. */
const small = 50_000;

/**
 * A YAML text of the same length with blanks in place of what is far from an offset: of the states of the machine, all but
 * the one around it keep their names and types alone. To read it takes a tenth of the time, and says the same of the place.
 * The text itself where it is small, or set in a way that lines alone do not tell.
 */
export function yamlAround(text: string, offset: number): string {
  const states = /^States:[ \t]*(?:#.*)?\r?\n/m.exec(text);
  if (text.length <= small || !states) return text;
  const begin = states.index + states[0].length;
  const indentation = /^(?:[ \t]*(?:#.*)?\r?\n)*( +)\S/.exec(text.slice(begin, begin + 10_000))?.[1] ?? '';
  if (indentation === '' || offset < begin) return text;
  const name = new RegExp(`^${indentation}(?! )\\S.*`);
  const type = new RegExp(`^${indentation} +Type:`);
  const lines = linesFrom(text, begin);
  // The state around the offset: from the last name before it to the next one.
  const first = lines.findLastIndex(({ start, line }) => start <= offset && name.test(line));
  const next = lines.findIndex(({ start, line }) => start > offset && name.test(line));
  const kept = (index: number, line: string) =>
    (index >= first && (next < 0 || index < next)) || name.test(line) || /^\S/.test(line) || isFirstType(index);
  const isFirstType = (index: number) => type.test(lines[index]?.line ?? '') && name.test(lines[index - 1]?.line ?? '');
  const written = lines.map(({ line }, index) => (kept(index, line) ? line : line.replace(/[^\r\n]/g, ' ')));
  return text.slice(0, begin) + written.join('');
}

interface Line {
  readonly start: number;
  /** With its line break. */
  readonly line: string;
}

function linesFrom(text: string, begin: number): readonly Line[] {
  let start = begin;
  return (text.slice(begin).match(/[^\n]*\n|[^\n]+$/g) ?? []).map((line) => {
    const found = { start, line };
    start += line.length;
    return found;
  });
}
