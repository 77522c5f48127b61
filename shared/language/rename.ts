import { type Result, fail } from '../base/index';
import { type EditProblem, type StatePath, splicesBetween, stateName } from '../workflow/index';
import { renameState } from '../workflow/edits/renameState';
import type { Range, TextChange } from './contract';
import type { DocumentIndex } from './documentIndex';
import { symbolAt } from './symbolAt';

/** The state that a rename at an offset would be of; null where there is none. */
export function renamedAt(
  index: DocumentIndex,
  offset: number,
): { readonly state: StatePath; readonly name: string; readonly range: Range } | null {
  const symbol = symbolAt(index, offset);
  return symbol?.kind === 'state' ? { state: symbol.path, name: stateName(symbol.path), range: symbol.range } : null;
}

/** The changes of the text that rename a state: those of the edit `renameState`. Refused while the text cannot be read. */
export function renameChanges(
  { document, problem }: DocumentIndex,
  state: StatePath,
  to: string,
): Result<readonly TextChange[], EditProblem> {
  if (!document || problem) {
    const message = `The text cannot be read at the moment: ${problem?.message ?? 'it is no definition.'}`;
    return fail({ code: 'TEXT_BROKEN', message });
  }
  const edited = renameState.apply(document, { state, to });
  return edited.ok ? { ok: true, value: splicesBetween(document, edited.value.document) } : edited;
}
