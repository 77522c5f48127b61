import { useState } from 'react';
import { type JsonValue, isObject } from '#shared/base/index';
import type { StateVisit } from '#shared/history/index';
import { LocalJsonInput } from '../../ui/Inputs';
import { Button, Field } from '../../ui/controls';
import { type LoadedRun, readJsonText } from '#shared/runs/index';
import { changeOutcomeAndGoOn, changeEntryAndGoOn } from './running';

/** Another input, or other variables, for this entry: the run is carried out again with it, from here on. */
export function ChangeInput({ run, visit, entry }: { run: LoadedRun; visit: StateVisit; entry: number }) {
  const [input, setInput] = useState<JsonValue | undefined>(() => readJsonText(visit.input));
  const [variables, setVariables] = useState<JsonValue | undefined>(undefined);
  const [problem, setProblem] = useState<string | null>(null);
  const go = () => {
    const change = {
      state: visit.name,
      entry,
      ...(input === undefined ? {} : { input }),
      ...(isObject(variables) ? { variables } : {}),
    };
    void changeEntryAndGoOn(run, change, visit.id);
  };
  return (
    <details className="run-change" data-undo="own">
      <summary>Change the input or variables and go on</summary>
      <Field label="Input" problem={problem}>
        {(ids) => <LocalJsonInput ids={ids} value={input} onChange={setInput} onProblem={setProblem} />}
      </Field>
      <Field label="Variables" help="All of them, as an object; empty leaves them as they are.">
        {(ids) => <LocalJsonInput ids={ids} value={variables} onChange={setVariables} onProblem={setProblem} />}
      </Field>
      <Button small look="primary" disabled={problem !== null} onClick={go}>
        Go on with it
      </Button>
    </details>
  );
}

/** Another answer for the last call of a visit: the run is carried out again with it, from here on. */
export function ChangeOutcome({ run, visit, entry }: { run: LoadedRun; visit: StateVisit; entry: number }) {
  const last = visit.attempts.at(-1);
  const [value, setValue] = useState<JsonValue | undefined>(() => readJsonText(last?.result));
  const [problem, setProblem] = useState<string | null>(null);
  const attempt = visit.attempts.length - 1;
  const go = (fail: boolean) => {
    const outcome = fail
      ? ({ kind: 'failure', error: 'States.TaskFailed', cause: 'Changed by hand' } as const)
      : ({ kind: 'success', output: value ?? null } as const);
    void changeOutcomeAndGoOn(run, { state: visit.name, entry, attempt, outcome }, visit.id);
  };
  return (
    <section className="group" aria-label="Change the answer" data-undo="own">
      <h3>Change the answer and go on</h3>
      <p className="note">
        Carries the run out again with another answer to attempt {attempt + 1}. The run before stays in the list.
      </p>
      <Field label="Result" problem={problem}>
        {(ids) => <LocalJsonInput ids={ids} value={value} onChange={setValue} onProblem={setProblem} />}
      </Field>
      <div className="row">
        <Button small look="primary" disabled={problem !== null} onClick={() => go(false)}>
          Succeed with it
        </Button>
        <Button small onClick={() => go(true)}>
          Fail instead
        </Button>
      </div>
    </section>
  );
}
