import { parseDocument, piecesOf } from '#shared/workflow/index';
import { arranged } from '../arranged';
import type { FromOpener, ToOpener } from './messages';

// A worker of its own for each text, so that opening can be cancelled by ending it.
self.onmessage = ({ data }: MessageEvent<ToOpener>) => {
  post({ kind: 'stage', stage: 'reading' });
  const parsed = parseDocument(data);
  if (!parsed.ok) return post({ kind: 'unreadable' });
  const { document, warnings } = parsed.value;
  post({ kind: 'stage', stage: 'placing' });
  const placed = arranged(document, 'open');
  post({ kind: 'stage', stage: 'handing' });
  for (const piece of piecesOf(placed)) post({ kind: 'piece', piece });
  post({ kind: 'read', warnings });
};

function post(message: FromOpener): void {
  self.postMessage(message);
}
