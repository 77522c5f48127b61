import { type ManyRunsRequest, runManyTimes } from '#shared/runs/index';
import type { FromManyRuns } from './messages';

self.onmessage = ({ data }: MessageEvent<ManyRunsRequest>) => {
  void runManyTimes(data, (outcomes) => post({ kind: 'some', outcomes })).then(
    (result) => result.ok || post({ kind: 'problem', message: result.problem }),
    (problem: unknown) =>
      post({ kind: 'problem', message: problem instanceof Error ? problem.message : String(problem) }),
  );
};

function post(message: FromManyRuns): void {
  self.postMessage(message);
}
