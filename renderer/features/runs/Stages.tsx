import type { StateVisit } from '#shared/history/index';
import { diffLines } from './diffLines';
import { type ShownRun, prettyJsonText, visitAt } from '#shared/runs/index';

/** What each filter made of the data, between input and output, and what it changed. */
export function Stages({ run, visit }: { run: ShownRun; visit: StateVisit }) {
  const stages = run.stages.filter(
    (stage) =>
      stage.events >= visit.id && stage.events <= visit.lastEventId && visitAt(run, stage.events)?.id === visit.id,
  );
  if (stages.length === 0) return null;
  const before = (index: number) => stages[index - 1]?.text ?? visit.input ?? '';
  return (
    <details className="run-change">
      <summary>Filter stages ({stages.length})</summary>
      {stages.map((stage, index) => (
        <div key={index} className="run-data">
          <h4>
            {stageNames[stage.stage] ?? stage.stage}
            {stage.text === before(index) ? ' · unchanged' : ''}
          </h4>
          {stage.text === before(index) ? null : (
            <pre tabIndex={0}>{diffLines(prettyJsonText(before(index)), prettyJsonText(stage.text))}</pre>
          )}
        </div>
      ))}
    </details>
  );
}

/** What the stages of a state's data are called. */
export const stageNames: Record<string, string> = {
  afterInputPath: 'After InputPath',
  afterParameters: 'After Parameters',
  afterArguments: 'After Arguments',
  afterItemsPath: 'After ItemsPath',
  afterItemSelector: 'After ItemSelector',
  afterItemBatcher: 'After ItemBatcher',
  result: 'Result',
  afterResultSelector: 'After ResultSelector',
  afterResultPath: 'After ResultPath',
  variables: 'Variables',
  errorDetails: 'Retrier or catcher',
  input: 'Input',
};
