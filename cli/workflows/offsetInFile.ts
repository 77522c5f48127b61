import type { FoundMachine } from '../../shared/importers/index';

/** A letter of the private use area, which no definition has a use for; it can stand in quotes of JSON and YAML as it is. */
const mark = '\uF8FF';

/**
 * Where an offset in the text of a machine stands in the file around it. The way into the file knows of indentation and
 * quotes: a mark takes it. Of a copy it is where the copied value begins.
 */
export function offsetInFile(
  definition: Exclude<FoundMachine['definition'], { kind: 'elsewhere' }>,
  offset: number,
): number {
  if (definition.kind === 'copy') return definition.at;
  const { text, inFile } = definition;
  const marked = inFile(text.slice(0, offset) + mark + text.slice(offset));
  // The mark that is not in the file as it is, should somebody use this letter after all.
  const plain = inFile(text);
  let at = marked.indexOf(mark);
  while (at >= 0 && plain[at] === mark) at = marked.indexOf(mark, at + 1);
  return Math.max(0, at);
}
