import { jsonEqual } from '../../shared/base/json';
import { printDocument } from '../../shared/workflow/document';
import { parseDocument } from '../../shared/workflow/parse';
import { perform } from '../../shared/workflow/testing/arbitraries';
import { randomText, seeded } from '../../shared/workflow/testing/randomTexts';
import { cpuOf } from '../edit/cpu';
import { mutated } from './mutate';

export interface TextRound {
  readonly fault: string | null;
  readonly text: string;
  /** Whether it could be read at all. */
  readonly read: boolean;
  readonly edits: number;
  /** Milliseconds of processor time of the slowest step. */
  readonly slowest: number;
}

/**
 * A random text with mistakes, read, edited, printed and read again: nothing may throw, what is printed says what the
 * document says, and a document that nothing was done to prints its own text.
 */
export function textRound(round: number): TextRound {
  const chance = seeded(round);
  const { text: whole, format } = randomText(chance);
  const text = mutated(whole, chance);
  let slowest = 0;
  let edits = 0;
  let read = false;
  const step = <Given>(run: () => Given): Given => {
    let given: { readonly value: Given } | null = null;
    slowest = Math.max(
      slowest,
      cpuOf(() => void (given = { value: run() })),
    );
    return (given as unknown as { readonly value: Given }).value;
  };
  const fault = (): string | null => {
    const parsed = step(() => parseDocument({ text, format }));
    if (!parsed.ok) return null;
    read = true;
    let { document } = parsed.value;
    if (printDocument(document) !== text) return 'the text is another one after it was read';
    for (let act = 0; act < 3; act += 1) {
      const number = () => Math.floor(chance() * 1000);
      const picked = { kind: number(), a: number(), b: number(), c: number() };
      const { name, result } = step(() => perform(document, picked));
      if (!result?.ok) continue;
      edits += 1;
      document = result.value.document;
      const printed = printDocument(document);
      const again = step(() => parseDocument({ text: printed, format }));
      if (!again.ok) return `${name}: what it wrote cannot be read: ${again.problem.message}\n${printed}`;
      if (!jsonEqual(again.value.document.definition, document.definition)) {
        return `${name}: what it wrote says something else\n${printed}`;
      }
    }
    return null;
  };
  try {
    return { fault: fault(), text, read, edits, slowest };
  } catch (problem) {
    return {
      fault: problem instanceof Error ? (problem.stack ?? problem.message) : String(problem),
      text,
      read,
      edits,
      slowest,
    };
  }
}
