/** What is in a list that is searched; of equal matches, the one that stands first here comes first. */
const kinds = { command: 0, state: 1, add: 2, block: 3 } as const;

export type RankedKind = keyof typeof kinds;

/** The value of an entry: of which kind, and what tells it from all others. */
export const rankedValue = (kind: RankedKind, id: string): string => `${kind} ${id}`;

/**
 * How well an entry answers what is typed, from 0 (not at all) to 1: its name, the beginning of its name, of words of it,
 * a part of it, words that people use for it. Letters scattered over a name are no match: "export" is not "expire report".
 * @param value of `rankedValue`
 * @param words the name first, then what else people call it
 */
export function rank(value: string, search: string, words: readonly string[] = []): number {
  const query = search.trim().toLowerCase();
  const [name = '', ...others] = words.map((word) => word.toLowerCase());
  const match = query === '' ? 1 : matchOf(name, others, query);
  if (match === 0) return 0;
  const kind = value.slice(0, value.indexOf(' '));
  // A shorter name says less that was not asked for.
  const order = kinds[kind as RankedKind] * 0.02 + Math.min(name.length, 100) * 0.0001;
  return match - order;
}

function matchOf(name: string, others: readonly string[], query: string): number {
  if (name === query) return 1;
  if (others.includes(query)) return 0.9;
  if (name.startsWith(query)) return 0.8;
  const asked = query.split(/\s+/);
  const begins = (words: readonly string[]) => asked.every((each) => words.some((word) => word.startsWith(each)));
  const wordsOf = (text: string) => text.split(/[^\p{L}\p{N}]+/u);
  if (begins(wordsOf(name))) return 0.7;
  if (begins([name, ...others].flatMap(wordsOf))) return 0.5;
  return query.length > 1 && name.includes(query) ? 0.4 : 0;
}
