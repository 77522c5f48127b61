import { jsonEqual, type JsonValue } from '../../base/json';
import { printDocument } from '../document';
import { parseDocument } from '../parse';
import { Lines } from '../text/lines';
import { perform } from './arbitraries';
import type { EditName } from './edits';
import { viewOf, type Leaf, type View } from './leaves';
import { randomText, seeded } from './randomTexts';

/** What went wrong in a round, with the texts before and after the edit; null when the promise was held. */
export interface Breach {
  readonly round: number;
  readonly edit: EditName;
  readonly what: string;
  readonly before: string;
  readonly after: string;
}

export interface Round {
  /** How many edits succeeded and were judged. */
  readonly judged: readonly EditName[];
  readonly breach: Breach | null;
}

/** One round by its number: a random text, and some random edits of it, each judged against the text before it. */
export function fidelityRound(round: number): Round {
  const chance = seeded(round);
  const { text, format } = randomText(chance);
  const parsed = parseDocument({ text, format });
  if (!parsed.ok) throw new Error(`Round ${round}: ${parsed.problem.message}\n${text}`);
  let { document } = parsed.value;
  let view = viewOf(text, format);
  const judged: EditName[] = [];
  for (let act = 0; act < 3; act++) {
    const [kind, a, b, c] = [number(), number(), number(), number()];
    const { name, result } = perform(document, { kind, a, b, c });
    if (!result?.ok) continue;
    const next = result.value.document;
    const seen = viewOf(printDocument(next), format);
    const what = breachOf(view, seen, next.definition, name);
    judged.push(name);
    if (what !== null) return { judged, breach: { round, edit: name, what, before: view.text, after: seen.text } };
    document = next;
    view = seen;
  }
  return { judged, breach: null };

  function number(): number {
    return Math.floor(chance() * 1000);
  }
}

/** Edits after which items of lists stand elsewhere, so that a path in them names another one. */
const shiftsItems: ReadonlySet<EditName> = new Set([
  ...(['reorder', 'removeBranch', 'disconnect', 'reconnect', 'deleteStates'] as const),
  ...(['moveStates', 'wrapStates', 'unwrapState', 'connect', 'changeStateType'] as const),
]);

/** Edits that may take what is anchored away from the aliases, or before them. */
const movesAnchors: ReadonlySet<EditName> = new Set([
  ...(['removeBranch', 'deleteStates', 'moveStates', 'wrapStates', 'changeStateType', 'disconnect'] as const),
  'unwrapState',
  // A state that is named by a number stands elsewhere in its map.
  ...(['reconnect', 'connect', 'reorder', 'renameState'] as const),
]);

/** What an edit did to the text that it was not asked to do; null when nothing. */
function breachOf(before: View, after: View, definition: JsonValue, edit: EditName): string | null {
  if (!jsonEqual(after.value, definition)) return 'another parser reads something else than the definition';
  // Another type comes with inner states of its own.
  const renamed = edit === 'changeStateType' ? null : renaming(before.leaves, after.leaves);
  const back = renamed && { from: renamed.to, to: renamed.from };
  return (
    rewrittenLeaf(before.leaves, after.leaves, renamed, edit) ??
    commentLost(before, after, renamed, edit) ??
    lineChanged(before, after, renamed, 'went', edit) ??
    lineChanged(after, before, back, 'came', edit)
  );
}

interface Renaming {
  readonly from: string;
  readonly to: string;
}

const ownersOf = (leaves: readonly Leaf[]) => new Set(leaves.map(({ owner }) => owner));

/** The state that took the place of another one, if one did. */
function renaming(before: readonly Leaf[], after: readonly Leaf[]): Renaming | null {
  const [old, now] = [ownersOf(before), ownersOf(after)];
  const gone = [...old].filter((owner) => !now.has(owner));
  const come = [...now].filter((owner) => !old.has(owner));
  const [from, to] = [gone[0], come[0]];
  return gone.length === 1 && come.length === 1 && from !== undefined && to !== undefined ? { from, to } : null;
}

const keyOf = (owner: string, path: string) => `${owner}\n${path}`;
const byKey = (leaves: readonly Leaf[]) => new Map(leaves.map((leaf) => [keyOf(leaf.owner, leaf.path), leaf]));

function counterpart({ owner, path }: Leaf, others: ReadonlyMap<string, Leaf>, renamed: Renaming | null) {
  return others.get(keyOf(owner, path)) ?? others.get(keyOf(owner === renamed?.from ? renamed.to : owner, path));
}

function rewrittenLeaf(
  before: readonly Leaf[],
  after: readonly Leaf[],
  renamed: Renaming | null,
  edit: EditName,
): string | null {
  const others = byKey(after);
  const owners = ownersOf(before);
  for (const leaf of before) {
    const same = counterpart(leaf, others, renamed);
    const name = `${leaf.owner} (2)`;
    const copy = edit === 'duplicateStates' && !owners.has(name) ? others.get(keyOf(name, leaf.path)) : undefined;
    for (const other of [same, copy]) {
      if (!other || other.says !== leaf.says || other.written === leaf.written) continue;
      // A copy lacks the rules and catchers that lead out of what was copied.
      if ((shiftsItems.has(edit) || other === copy) && /\/\d+(?:\/|$)/.test(leaf.path)) continue;
      if (leaf.alias && movesAnchors.has(edit)) continue;
      return `${leaf.owner}${leaf.path} was written ${leaf.written} and is now ${other.written}`;
    }
  }
  return null;
}

/** Comments of random texts name the state that they are about. */
const comments = /(?:#|\/\/) note (\d+) of ([^.]+)\./g;

function commentLost(
  { text: old, leaves: before }: View,
  { text: now, leaves: after }: View,
  renamed: Renaming | null,
  edit: EditName,
): string | null {
  if (edit === 'changeStateType') return null;
  const owners = ownersOf(after);
  const goneLines = linesOfGone(old, before, byKey(after), renamed, owners);
  const lineOf = new Lines(old);
  const gone = [...ownersOf(before)].filter((owner) => !owners.has(owner));
  const count = (text: string, comment: string) => text.split(comment).length - 1;
  // What is beside a member goes with it, and so does what stands in a state, such as in a copy with another name.
  const goneWith = new Map<string, number>();
  for (const { 0: comment, index } of old.matchAll(comments))
    if (goneLines.has(lineOf.at(index).line)) goneWith.set(comment, (goneWith.get(comment) ?? 0) + 1);
  for (const [comment, , owner = ''] of old.matchAll(comments)) {
    // A copy of a state has copies of its comments, which name the state that was copied.
    const copies = gone.filter((each) => each.startsWith(`${owner} (`)).length;
    const stays = owners.has(owner) || owner === renamed?.from;
    const [was, is] = [count(old, comment), count(now, comment)];
    if (stays && is < was - Math.max(copies, goneWith.get(comment) ?? 0)) return `the comment "${comment}" is gone`;
    if (is > was && edit !== 'duplicateStates') return `the comment "${comment}" stands ${is} times`;
  }
  return null;
}

/** The lines on which members end that are no more, and nothing else does. */
function linesOfGone(
  text: string,
  leaves: readonly Leaf[],
  others: ReadonlyMap<string, Leaf>,
  renamed: Renaming | null,
  ownersAfter: ReadonlySet<string>,
): ReadonlySet<number> {
  const lines = new Lines(text);
  const ends = leaves.map((leaf) => ({ line: lines.at(leaf.end).line, stays: counterpart(leaf, others, renamed) }));
  const staying = new Set(ends.flatMap(({ line, stays }) => (stays ? [line] : [])));
  const gone = new Set(ends.flatMap(({ line }) => (staying.has(line) ? [] : [line])));
  // A comment on a line of its own is about what follows it, and one within a state that is gone goes with it.
  const all = text.split('\n');
  for (let line = all.length; line > 0; line--)
    if (gone.has(line + 1) && /^\s*(?:#|\/\/)/.test(all[line - 1] ?? '')) gone.add(line);
  for (const owner of ownersOf(leaves)) {
    if (ownersAfter.has(owner) || owner === renamed?.from) continue;
    const own = leaves.flatMap((leaf) => (leaf.owner === owner ? [lines.at(leaf.start).line] : []));
    for (let line = Math.min(...own) - 1; line <= Math.max(...own); line++) gone.add(line);
  }
  return gone;
}

/** A line of one text that the other one has not, although nothing on it has changed. */
function lineChanged(
  { text, leaves }: View,
  { text: other, leaves: otherLeaves }: View,
  renamed: Renaming | null,
  did: 'went' | 'came',
  edit: EditName,
): string | null {
  const bare = (line: string) => (movesAnchors.has(edit) ? bareLine(line).replace(/ &\S+/, '') : bareLine(line));
  const others = byKey(otherLeaves);
  const isTouched = (leaf: Leaf) => {
    const same = others.get(keyOf(leaf.owner, leaf.path));
    if (!same || leaf.owner === renamed?.from) return true;
    return same.says !== leaf.says || same.written !== leaf.written || same.line !== leaf.line;
  };
  const touchedLines = new Set<number>();
  const lines = new Lines(text);
  for (const leaf of leaves) {
    if (!isTouched(leaf)) continue;
    for (let line = lines.at(leaf.start).line; line <= lines.at(leaf.end).line; line++) touchedLines.add(line);
  }
  // Of equal lines it does not matter which one went: there must be as many with something changed on them.
  const lacking = new Map<string, number>();
  for (const [index, line] of text.split('\n').entries()) {
    lacking.set(bare(line), (lacking.get(bare(line)) ?? 0) + (touchedLines.has(index + 1) ? 0 : 1));
  }
  for (const line of other.split('\n')) lacking.set(bare(line), (lacking.get(bare(line)) ?? 0) - 1);
  for (const [line, count] of lacking) {
    if (count > 0 && !/^[\s[\]{}]*$/.test(line) && !/^(?:#|\/\/)/.test(line)) {
      return `the line "${line}" ${did} with nothing changed on it`;
    }
  }
  return null;
}

/** A line without what depends on its neighbours: indentation, the comma at its end, the dash before it. */
function bareLine(line: string): string {
  return (
    line
      .trim()
      .replace(/^(?:- )+/, '')
      // A comma may stand before a comment, which JSON has none of.
      .replace(/,?(?: *\/\/ note.*)?$/, '')
  );
}
