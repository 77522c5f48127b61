import { type Result, fail, ok } from '../base/index';
import { splicesBetween, type WorkflowDocument } from './document';
import type { EditProblem } from './edits/contract';
import { parseDocument } from './parse';
import { Lines } from './text/lines';
import { mergeHunks } from './text/mergeHunks';
import type { ParseProblem } from './text/problem';

/** Text that cannot be read, and why; kept so that it can be repaired, whatever happens to the rest. */
export interface BrokenText {
  readonly text: string;
  readonly problem: ParseProblem;
}

/** A workflow at one time, as the undo history holds it. */
export interface Version {
  /** What the last text that could be read says; null when there was none. Canvas and forms show it. */
  readonly document: WorkflowDocument | null;
  /** What is there instead of the text of the document, while that cannot be read. */
  readonly broken: BrokenText | null;
}

/** The text of a version as the code view shows it and a save writes it. */
export function textOfVersion({ document, broken }: Version): string {
  return broken?.text ?? document?.source.text ?? '';
}

/**
 * What an edit leads to while the text cannot be read: the edit is made in the last text that could be read, and what it
 * changed there in the broken text too, so that the repair does not take it back. Refused with the line where the edit
 * would change what was typed since.
 */
export function withEditInBroken(
  before: WorkflowDocument,
  broken: BrokenText,
  edited: WorkflowDocument,
): Result<Version, EditProblem> {
  if (edited.source.text === before.source.text) return ok({ document: edited, broken });
  const merged = mergeHunks(before.source.text, splicesBetween(before, edited), broken.text);
  if (!merged.ok) {
    const { line } = new Lines(broken.text).at(merged.problem.offset);
    const { problem } = broken;
    const message = `This would change line ${line} of the code, which was typed since the text could be read. First repair the text (line ${problem.line}: ${problem.message}) or undo the typing.`;
    return fail({ code: 'TEXT_BROKEN', message });
  }
  const { format } = before.source;
  const parsed = parseDocument({ text: merged.value, format, former: edited.definition });
  if (!parsed.ok) return ok({ document: edited, broken: { text: merged.value, problem: parsed.problem } });
  return ok({ document: { ...parsed.value.document, sidecar: edited.sidecar }, broken: null });
}
