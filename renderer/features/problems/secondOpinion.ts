import { useEffect, useState } from 'react';
import type { WorkflowDocument } from '#shared/workflow/index';
import type { Opinion } from './secondOpinion.worker';

let worker: Worker | null = null;
let asked = 0;

/** The verdict of asl-validator, which works in a worker of its own: it compiles its schemas to code, which the page may not. */
export function useSecondOpinion(document: WorkflowDocument | null): string {
  const [verdict, setVerdict] = useState('…');
  const definition = document?.definition;
  useEffect(() => {
    if (!definition) return;
    const id = ++asked;
    const timer = setTimeout(() => {
      worker ??= new Worker(new URL('./secondOpinion.worker.ts', import.meta.url), { type: 'module' });
      worker.onmessage = ({ data }: MessageEvent<Opinion>) => {
        if (data.id === asked) setVerdict(data.verdict);
      };
      worker.onerror = () => setVerdict('not available here');
      // Posting clones: the validator writes into what it is given.
      worker.postMessage({ id, definition });
    }, 400);
    return () => clearTimeout(timer);
  }, [definition]);
  return verdict;
}
