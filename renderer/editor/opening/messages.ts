import type { DocumentPiece, ParseProblem } from '#shared/workflow/index';
import type { DocumentFormat } from '../../platform/platform';

/** What the worker that opens a text is asked. */
export interface ToOpener {
  readonly text: string;
  readonly format: DocumentFormat;
  readonly sidecar: string | null;
}

/** What the opener is doing. */
export type OpeningStage = 'reading' | 'placing' | 'handing';

export type FromOpener =
  | { readonly kind: 'stage'; readonly stage: OpeningStage }
  | { readonly kind: 'piece'; readonly piece: DocumentPiece }
  | { readonly kind: 'read'; readonly warnings: readonly ParseProblem[] }
  /** The text is no definition that can be read; it opens for repair, or for what stands inside. */
  | { readonly kind: 'unreadable' };
