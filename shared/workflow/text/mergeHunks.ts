import { type Result, fail, ok } from '../../base/index';
import { textHunks } from './hunks';
import { applySplices, inOrder, type Splice } from './splice';

/** Where two changes of one text meet, in the text that was typed. */
export interface Meeting {
  readonly offset: number;
}

/**
 * The text that was typed with what an edit changes in the text before. Both went out from `before`; the changes are put
 * together when none of the edit touches one of the typing, so that the typing can be put right later without the edit
 * being lost.
 */
export function mergeHunks(before: string, edit: readonly Splice[], typed: string): Result<string, Meeting> {
  const typing = textHunks(before, typed);
  const splices: Splice[] = [];
  let next = 0;
  let shift = 0;
  for (const hunk of inOrder(edit)) {
    const reach = reachOf(before, hunk);
    for (let other = typing[next]; other && other.end <= hunk.start; other = typing[++next]) {
      if (reachOf(before, other).end >= reach.start) return fail({ offset: other.start + shift });
      shift += other.text.length - (other.end - other.start);
    }
    const following = typing[next];
    if (following && reachOf(before, following).start <= reach.end) return fail({ offset: following.start + shift });
    splices.push({ start: hunk.start + shift, end: hunk.end + shift, text: hunk.text });
  }
  return ok(applySplices(typed, splices));
}

interface Reach {
  readonly start: number;
  readonly end: number;
}

/**
 * How far a change may be thought to stand: one more brace among braces may be any of them, and nobody can tell which one
 * a person typed.
 */
function reachOf(text: string, { start, end, text: put }: Splice): Reach {
  // What was replaced by something else begins and ends differently: it stands where it stands.
  if (put !== '' && end > start) return { start, end };
  const run = put === '' ? text.slice(start, end) : put;
  let back = 0;
  while (back < start && text[start - 1 - back] === run[run.length - 1 - (back % run.length)]) back++;
  let on = 0;
  while (end + on < text.length && text[end + on] === run[on % run.length]) on++;
  return { start: start - back, end: end + on };
}
