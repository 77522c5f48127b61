import { readHistory } from '#shared/runs/index';
import type { FromHistoryReader } from './messages';

/** Events of one message: what the page takes in at one go. */
const pieceLength = 2000;

self.onmessage = ({ data }: MessageEvent<File>) => {
  void data.text().then((text) => {
    const read = readHistory(text);
    if (!read.ok) return post({ kind: 'refused', problem: read.problem });
    for (let at = 0; at < read.value.length; at += pieceLength)
      post({ kind: 'events', events: read.value.slice(at, at + pieceLength) });
    post({ kind: 'read' });
  });
};

function post(message: FromHistoryReader): void {
  self.postMessage(message);
}
