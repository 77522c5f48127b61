import { indexText, indexVersion, type DocumentIndex, type Knowledge } from '#shared/language/index';
import { catalogueOf, type CatalogueFile } from '#shared/sdk/index';
import { loadFile, onCatalogueChange, sdkState } from './sdk/catalogue';
import { stateData } from './runs/stateData';
import { textOf } from './session';
import { activeSession } from './store';

let plain: { readonly of: string; readonly index: DocumentIndex } | null = null;

/**
 * The index of the text on screen, whose offsets are those of an editor: every line break counts as one. Null on the start
 * screen. Versions of a document share their indices, so asking costs nothing while the text stands.
 */
export function activeIndex(): DocumentIndex | null {
  const session = activeSession();
  if (!session) return null;
  const text = textOf(session);
  if (!text.includes('\r')) return indexVersion(session.undo.present, session.format);
  if (plain?.of !== text)
    plain = { of: text, index: indexText(text.replace(/\r\n?/g, '\n'), session.format, plain?.index) };
  return plain.index;
}

/** What is known beside the text. Asking for a part of the catalogue that is not there yet lets it load. */
export function knowledge(): Knowledge {
  return { catalogue: catalogueOf(sdkState(), want), data: stateData };
}

let wanted = 0;

function want(file: CatalogueFile): void {
  wanted++;
  void loadFile(file);
}

/** How long an answer waits for what it asked of the catalogue, in milliseconds. */
const patience = 3000;

/** An answer that may ask for a part of the catalogue: given again once that has been loaded. */
export async function withCatalogue<Answer>(answer: (known: Knowledge) => Answer): Promise<Answer> {
  for (;;) {
    const before = wanted;
    const given = answer(knowledge());
    if (wanted === before || !(await nextCatalogue())) return given;
  }
}

/** Resolves with whether something was loaded in time. */
function nextCatalogue(): Promise<boolean> {
  return new Promise((resolve) => {
    const end = (loaded: boolean) => {
      stop();
      clearTimeout(timer);
      resolve(loaded);
    };
    const stop = onCatalogueChange(() => end(true));
    const timer = setTimeout(() => end(false), patience);
  });
}
