import { type DocumentPiece, documentFromPieces, type ParsedDocument } from '#shared/workflow/index';
import type { OpenedFile } from '../../platform/platform';
import { aside } from '../aside';
import type { FromOpener, OpeningStage, ToOpener } from './messages';

/** Characters from which a text is read beside the page: reading it could take longer than the window may be silent. */
export const longText = 300_000;

const doing: Readonly<Record<OpeningStage, string>> = {
  reading: 'reading the text',
  placing: 'giving states their places',
  handing: 'handing the states to the canvas',
};

/**
 * Reads a long text and places its states in a worker. The document comes in pieces that are taken in one by one.
 * `unreadable` is a text that is no definition: it opens for repair, or for what stands inside.
 */
export function openAside({
  name,
  text,
  format,
  sidecar,
}: OpenedFile): Promise<ParsedDocument | 'unreadable' | 'cancelled'> {
  const worker = new Worker(new URL('./open.worker.ts', import.meta.url), { type: 'module' });
  const pieces: DocumentPiece[] = [];
  const size = `${(text.length / 1e6).toFixed(1)} million characters`;
  const stageText = (stage: OpeningStage) => `Opening ${name} (${size}): ${doing[stage]}…`;
  const asked: ToOpener = { text, format, sidecar };
  return aside<FromOpener, ParsedDocument | 'unreadable'>(worker, asked, stageText('reading'), (told, say) => {
    if (told.kind === 'stage') say(stageText(told.stage));
    else if (told.kind === 'piece') pieces.push(told.piece);
    else if (told.kind === 'unreadable') return 'unreadable';
    else return { document: documentFromPieces({ format, text }, pieces), warnings: told.warnings };
    return null;
  });
}
