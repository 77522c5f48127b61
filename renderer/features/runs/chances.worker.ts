import { runManyTimes } from '#shared/runs/index';
import type { FromManyRuns, ManyRunsAsked } from './messages';
import { resultsIn } from '../../editor/sdk/resultsIn';

self.onmessage = ({ data }: MessageEvent<ManyRunsAsked>) => {
  void runMany(data).then(
    (result) => result.ok || post({ kind: 'problem', message: result.problem }),
    (problem: unknown) =>
      post({ kind: 'problem', message: problem instanceof Error ? problem.message : String(problem) }),
  );
};

async function runMany(asked: ManyRunsAsked) {
  const results = await resultsIn(asked.catalogue, asked.request.definitionText);
  return runManyTimes(asked, (outcomes) => post({ kind: 'some', outcomes }), results);
}

function post(message: FromManyRuns): void {
  self.postMessage(message);
}
