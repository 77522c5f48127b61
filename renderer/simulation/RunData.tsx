import { useState } from 'react';
import type { Attempt, StateVisit } from '#shared/history/runView';
import { duration } from '../canvas/cardFacts';
import { Button, Field } from '../ui/controls';
import { JsonInput, NumberInput, TextInput } from '../inspector/fields/Inputs';
import { isObject, type JsonValue } from '#shared/base/json';
import { toggleBreakpoint } from '#shared/workflow/edits/marks';
import type { StatePath } from '#shared/workflow/paths';
import { applyEdit } from '../store/editing';
import { useActiveDocument, useActiveSession } from '../store/useActive';
import type { ChildRun, Run } from './run';
import { changeAndGoOn, changeEntryAndGoOn, showRun } from './running';
import { setBench, useBench, type BreakCondition } from './runStore';
import { diffLines } from './diffLines';
import { visitAt } from './stepping';
import { statusLabels, statusOf } from './summary';
import { useRun } from './useRun';

/** What happened in a state: each visit with its input, attempts, output and variables. */
export function RunData({ name, path }: { name: string; path: StatePath }) {
  return (
    <>
      <Breakpoint name={name} path={path} />
      <Visits name={name} />
    </>
  );
}

function Visits({ name }: { name: string }) {
  const shown = useRun();
  const [chosen, setChosen] = useState<number | null>(null);
  const visits = shown?.view.visits.filter((visit) => visit.name === name) ?? [];
  if (!shown || visits.length === 0) {
    return (
      <div className="empty">
        <strong>{shown ? 'Not come to yet' : 'No run yet'}</strong>
        {shown
          ? 'The run has not entered this state at the event that is shown.'
          : 'Press Run or F5 to see what goes in and what comes out.'}
      </div>
    );
  }
  // Failed visits first: they are what people look for.
  const ordered = [...visits].sort(
    (a, b) => Number(b.status === 'failed') - Number(a.status === 'failed') || a.id - b.id,
  );
  const visit = visits.find((each) => each.id === chosen) ?? visits.at(-1);
  if (!visit) return null;
  const entry = visits.filter((each) => each.id < visit.id).length;
  return (
    <>
      {visits.length > 1 ? (
        <select
          className="select"
          aria-label="Visit"
          value={visit.id}
          onChange={(event) => setChosen(Number(event.target.value))}
        >
          {ordered.map((each) => (
            <option key={each.id} value={each.id}>
              {each.scope.kind === 'iteration' ? `Iteration ${each.scope.index}` : `Visit ${visits.indexOf(each) + 1}`}{' '}
              · {statusLabels[statusOf(each)]}
            </option>
          ))}
        </select>
      ) : null}
      <p className={`run-data__status status--${statusOf(visit)}`}>
        {statusLabels[statusOf(visit)]}
        {visit.exitedTime === undefined ? '' : ` in ${duration((visit.exitedTime - visit.enteredTime) / 1000)}`}
      </p>
      <Json label="Input" text={visit.input} />
      {visit.attempts.map((attempt, index) => (
        <AttemptView key={index} attempt={attempt} index={index} />
      ))}
      <Stages run={shown.run} visit={visit} />
      {visit.mapRunArn === undefined ? null : <Children run={shown.run} mapRunArn={visit.mapRunArn} />}
      {visit.error === undefined ? null : (
        <Json label="Error" text={JSON.stringify({ Error: visit.error, Cause: visit.cause })} />
      )}
      {visit.assigned === undefined ? null : (
        <Json
          label="Variables assigned"
          text={`{${Object.entries(visit.assigned)
            .map(([key, text]) => `${JSON.stringify(key)}:${text}`)
            .join(',')}}`}
        />
      )}
      <Json label="Output" text={visit.output} />
      {shown.run.request ? <ChangeInput key={`input${visit.id}`} run={shown.run} visit={visit} entry={entry} /> : null}
      {shown.run.request && visit.type === 'Task' && visit.attempts.length > 0 ? (
        <ChangeAnswer key={`${visit.id}:${visit.attempts.length}`} run={shown.run} visit={visit} entry={entry} />
      ) : null}
    </>
  );
}

/** The child executions of a Map Run, failed ones first: each opens as a run of its own. */
function Children({ run, mapRunArn }: { run: Run; mapRunArn: string }) {
  const session = useActiveSession();
  const [query, setQuery] = useState('');
  const all = (run.children ?? []).filter((child) => child.mapRunArn === mapRunArn);
  const found = all
    .filter((child) => query === '' || String(child.index) === query || child.inputText.includes(query))
    .sort((a, b) => Number(b.status !== 'SUCCEEDED') - Number(a.status !== 'SUCCEEDED') || a.index - b.index);
  if (all.length === 0 || !session) return null;
  const open = (child: ChildRun) => {
    const { events, status, index } = child;
    void showRun(
      session,
      {
        id: crypto.randomUUID(),
        workflow: run.workflow,
        label: `${run.label}, child ${index}`,
        origin: run.origin,
        request: null,
        events,
        status,
        redrivable: false,
        problem: null,
      },
      0,
    );
  };
  return (
    <section className="group" aria-label="Child executions">
      <h3>Child executions ({all.length})</h3>
      <input
        className="input"
        type="search"
        placeholder="Find by index or content"
        aria-label="Find child executions"
        value={query}
        onChange={(event) => setQuery(event.target.value)}
      />
      {found.slice(0, 50).map((child) => (
        <button key={child.index} type="button" className="tests__open" onClick={() => open(child)}>
          {child.index} ·{' '}
          <span className={child.status === 'SUCCEEDED' ? 'is-good' : 'is-error'}>{child.status.toLowerCase()}</span> ·{' '}
          {child.inputText.slice(0, 60)}
        </button>
      ))}
    </section>
  );
}

/** What each filter made of the data, between input and output, and what it changed. */
function Stages({ run, visit }: { run: Run; visit: StateVisit }) {
  const stages = (run.stages ?? []).filter(
    (stage) =>
      stage.events >= visit.id && stage.events <= visit.lastEventId && visitAt(run, stage.events)?.id === visit.id,
  );
  if (stages.length === 0) return null;
  const before = (index: number) => stages[index - 1]?.text ?? visit.input ?? '';
  return (
    <details className="change">
      <summary>Filter stages ({stages.length})</summary>
      {stages.map((stage, index) => (
        <div key={index} className="run-data">
          <h4>
            {stageNames[stage.stage] ?? stage.stage}
            {stage.text === before(index) ? ' · unchanged' : ''}
          </h4>
          {stage.text === before(index) ? null : <pre>{diffLines(pretty(before(index)), pretty(stage.text))}</pre>}
        </div>
      ))}
    </details>
  );
}

const stageNames: Record<string, string> = {
  afterInputPath: 'After InputPath',
  afterParameters: 'After Parameters',
  afterArguments: 'After Arguments',
  afterItemsPath: 'After ItemsPath',
  afterItemSelector: 'After ItemSelector',
  afterItemBatcher: 'After ItemBatcher',
  result: 'Result',
  afterResultSelector: 'After ResultSelector',
  afterResultPath: 'After ResultPath',
};

function AttemptView({ attempt, index }: { attempt: Attempt; index: number }) {
  const failed = attempt.status === 'failed' || attempt.status === 'timedOut';
  return (
    <div className="entry" role="group" aria-label={`Attempt ${index + 1}`}>
      <div className="entry__head">
        <span>
          Attempt {index + 1}
          {attempt.backOffMs !== undefined && attempt.backOffMs > 0
            ? ` · after a back-off of ${duration(attempt.backOffMs / 1000)}`
            : ''}
        </span>
      </div>
      {attempt.parameters === undefined ? null : <Json label="Called with" text={attempt.parameters} />}
      {failed ? (
        <Json
          label={attempt.status === 'timedOut' ? 'Timed out' : 'Failed'}
          text={JSON.stringify({ Error: attempt.error, Cause: attempt.cause })}
        />
      ) : null}
      {attempt.result === undefined ? null : <Json label="Result" text={attempt.result} />}
    </div>
  );
}

/** Another input, or other variables, for this entry: the run is carried out again with it, from here on. */
function ChangeInput({ run, visit, entry }: { run: Run; visit: StateVisit; entry: number }) {
  const [input, setInput] = useState<JsonValue | undefined>(() => read(visit.input));
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
    <details className="change">
      <summary>Change the input or variables and go on</summary>
      <Field label="Input" problem={problem}>
        {(ids) => <JsonInput ids={ids} value={input} onChange={setInput} onProblem={setProblem} />}
      </Field>
      <Field label="Variables" help="All of them, as an object; empty leaves them as they are.">
        {(ids) => <JsonInput ids={ids} value={variables} onChange={setVariables} onProblem={setProblem} />}
      </Field>
      <Button small look="primary" disabled={problem !== null} onClick={go}>
        Go on with it
      </Button>
    </details>
  );
}

/** The breakpoint of the state, and when it counts. */
function Breakpoint({ name, path }: { name: string; path: StatePath }) {
  const session = useActiveSession();
  const bench = useBench(session?.id ?? '');
  const document = useActiveDocument();
  if (!session || !document) return null;
  const set = document.sidecar.breakpoints.includes(path);
  const condition = bench.conditions[name] ?? { nth: null, expression: '' };
  const change = (next: Partial<BreakCondition>) =>
    setBench(session.id, { conditions: { ...bench.conditions, [name]: { ...condition, ...next } } });
  return (
    <div className="breakpoint">
      <label className="run-start__check">
        <input type="checkbox" checked={set} onChange={() => applyEdit(toggleBreakpoint, { state: path })} /> Stop here
        (F9)
      </label>
      {set ? (
        <div className="entry__numbers">
          <Field label="Only at entry">
            {(ids) => (
              <NumberInput
                ids={ids}
                value={condition.nth ?? undefined}
                placeholder="Every"
                onChange={(nth) => change({ nth: typeof nth === 'number' && nth >= 1 ? Math.floor(nth) : null })}
              />
            )}
          </Field>
          <Field label="Only when" help="JSONata over input and variables.">
            {(ids) => (
              <TextInput
                ids={ids}
                mono
                value={condition.expression}
                placeholder="input.n > 3"
                onChange={(expression) => change({ expression })}
              />
            )}
          </Field>
        </div>
      ) : null}
    </div>
  );
}

/** Another answer for the last call of a visit: the run is carried out again with it, from here on. */
function ChangeAnswer({ run, visit, entry }: { run: Run; visit: StateVisit; entry: number }) {
  const last = visit.attempts.at(-1);
  const [value, setValue] = useState<JsonValue | undefined>(() => read(last?.result));
  const [problem, setProblem] = useState<string | null>(null);
  const attempt = visit.attempts.length - 1;
  const go = (fail: boolean) => {
    const outcome = fail
      ? ({ kind: 'failure', error: 'States.TaskFailed', cause: 'Changed by hand' } as const)
      : ({ kind: 'success', output: value ?? null } as const);
    void changeAndGoOn(run, { state: visit.name, entry, attempt, outcome }, visit.id);
  };
  return (
    <section className="group" aria-label="Change the answer">
      <h3>Change the answer and go on</h3>
      <p className="inspector__note">
        Carries the run out again with another answer to attempt {attempt + 1}. The run before stays in the list.
      </p>
      <Field label="Result" problem={problem}>
        {(ids) => <JsonInput ids={ids} value={value} onChange={setValue} onProblem={setProblem} />}
      </Field>
      <div className="inspector__row">
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

function read(text: string | undefined): JsonValue {
  try {
    return text === undefined ? {} : (JSON.parse(text) as JsonValue);
  } catch {
    return {};
  }
}

function Json({ label, text }: { label: string; text: string | undefined }) {
  if (text === undefined) return null;
  return (
    <div className="run-data">
      <h4>{label}</h4>
      <pre>{pretty(text)}</pre>
    </div>
  );
}

function pretty(text: string): string {
  try {
    return JSON.stringify(JSON.parse(text), null, 2);
  } catch {
    return text;
  }
}
