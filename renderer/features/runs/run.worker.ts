import { foldHistory } from '#shared/history/index';
import {
  breakpointIds,
  carryOut,
  childAgain,
  definitionTexts,
  judge,
  proposeTests,
  testStep,
  type RunRequest,
  watched,
} from '#shared/runs/index';
import { fileReaders } from './fileReaders';
import type { FromWorker, ToldWorker } from './messages';
import { resultsIn } from '../../editor/sdk/resultsIn';
import { packHistory } from './packedHistory';
import { storeRun } from './runDatabase';

// A worker of its own for each run, so that an endless loop or expression can be ended by ending the worker.
self.onmessage = ({ data }: MessageEvent<ToldWorker>) => {
  void answer(data).catch((problem: unknown) => {
    post({ kind: 'problem', message: problem instanceof Error ? problem.message : String(problem) });
  });
};

async function answer(asked: ToldWorker): Promise<void> {
  if (asked.kind === 'stops') return post({ kind: 'stops', ids: await breakpointIds(asked.run, asked) });
  if (asked.kind === 'cover') {
    const proposed = await proposeTests(asked.request, await resultsIn(asked.catalogue, asked.request.definitionText));
    return post(
      proposed.ok ? { kind: 'covered', proposed: proposed.value } : { kind: 'problem', message: proposed.problem },
    );
  }
  if (asked.kind === 'child')
    return post({ kind: 'child', child: await childAgain(asked.request, asked.place, await hostOf(asked)) });
  if (asked.kind === 'step')
    return post({
      kind: 'step',
      answer: await testStep(
        asked.definitionText,
        asked.test,
        Date.now(),
        await resultsIn(asked.catalogue, asked.definitionText),
      ),
    });
  if (asked.kind === 'watch') return post({ kind: 'watch', values: await watched(asked.expressions, asked.data) });
  const { request, store, test } = asked;
  const result = await carryOut(request, await hostOf(asked));
  if (!result.ok) return post({ kind: 'problem', message: result.problem });
  const ended = result.value;
  const { status, redrivable } = ended;
  const packed = packHistory(ended);
  const mismatches = test ? await judge(test, foldHistory(ended.events)) : [];
  post({ kind: 'done', ended: { status, redrivable, packed }, mismatches }, [packed]);
  if (store === null) return;
  // A disk that is full costs the keeping, not the run.
  await storeRun({ ...store, ...ended, kind: 'loaded', request }, Date.now()).catch(() => undefined);
  post({ kind: 'stored' });
}

async function hostOf({ request, catalogue }: Extract<ToldWorker, { request: RunRequest }>) {
  return { readers: fileReaders, results: await resultsIn(catalogue, definitionTexts(request)) };
}

function post(message: FromWorker, transfer: readonly Transferable[] = []): void {
  self.postMessage(message, { transfer: [...transfer] });
}
