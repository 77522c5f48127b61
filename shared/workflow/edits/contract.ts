import type { Result } from '../../base/index';
import type { WorkflowDocument } from '../document';
import type { StatePath } from '../paths';

export type EditProblemCode =
  | 'NO_SUCH_STATE'
  | 'NO_SUCH_SCOPE'
  | 'NO_SUCH_TRANSITION'
  | 'NAME_EMPTY'
  | 'NAME_TOO_LONG'
  | 'NAME_TAKEN'
  | 'ILLEGAL_TRANSITION'
  | 'ILLEGAL_MOVE'
  | 'NOT_ASL'
  /** The text cannot be read at the moment, and the edit would change what was typed there. */
  | 'TEXT_BROKEN'
  | 'NOTHING_TO_DO';

/** Why an edit was refused; the document is unchanged. */
export interface EditProblem {
  readonly code: EditProblemCode;
  /** A sentence for the person who tried it. */
  readonly message: string;
  readonly at?: StatePath;
}

export interface Edited {
  readonly document: WorkflowDocument;
  /** What to select afterwards. */
  readonly select: readonly StatePath[];
}

/** One act on a document. Pure: the same document and arguments give the same result. */
export interface Edit<Args> {
  /** What Undo and Redo call it. */
  label(args: Args, document: WorkflowDocument): string;
  apply(document: WorkflowDocument, args: Args): Result<Edited, EditProblem>;
}
