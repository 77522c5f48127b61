import { Plus, Trash2 } from 'lucide-react';
import { useEffect, useState } from 'react';
import type { JsonValue, Result } from '#shared/base/index';
import { type WatchData, visitAt, watchData } from '#shared/runs/index';
import { allStates, queryLanguageOf } from '#shared/workflow/index';
import { configure, useConfiguration } from '../../editor/runs/runStore';
import { useRun } from '../../editor/runs/useRun';
import { documentOf, type Session } from '../../editor/session';
import { Button, Field, IconButton } from '../../ui/controls';
import { TextInput } from '../../ui/Inputs';
import { ask } from './ask';
import './watch.css';

/** How long typing and stepping rest before values are asked for, and how long they may take, in milliseconds. */
const rest = 150;
const patience = 2000;

/** Expressions that a person keeps an eye on, each with its value at the cursor of the run on screen. */
export function WatchPanel({ session }: { session: Session }) {
  const { watches } = useConfiguration(session.id);
  const shown = useWatched(session, watches);
  const set = (next: readonly string[]) => configure(session.id, { watches: next });
  return (
    <div className="run-watch" data-undo="own">
      <p className="note">
        {shown === null
          ? 'Run the workflow to see values.'
          : `Values at the event that is shown${shown.at === null ? '' : `, in “${shown.at}”`}. An expression is read in the query language of that state; {% %} is JSONata everywhere.`}
      </p>
      {watches.map((expression, index) => (
        <div key={index} className="run-watch__row" role="group" aria-label={`Watch ${index + 1}`}>
          <Field label={`Expression ${index + 1}`}>
            {(ids) => (
              <TextInput
                ids={ids}
                mono
                value={expression}
                placeholder="$.orders[0].id"
                onChange={(text) => set(watches.map((each, at) => (at === index ? text : each)))}
              />
            )}
          </Field>
          <Value answer={shown?.values[index]} />
          <IconButton
            small
            label={`Remove watch ${index + 1}`}
            onClick={() => set(watches.filter((_, at) => at !== index))}
          >
            <Trash2 size={13} />
          </IconButton>
        </div>
      ))}
      <div className="row">
        <Button small onClick={() => set([...watches, ''])}>
          <Plus size={13} aria-hidden /> Add an expression
        </Button>
      </div>
    </div>
  );
}

function Value({ answer }: { answer: Result<JsonValue, string> | undefined }) {
  if (!answer) return <output className="run-watch__value">–</output>;
  return answer.ok ? (
    <output className="run-watch__value">{JSON.stringify(answer.value, null, 2)}</output>
  ) : (
    <output className="run-watch__value is-error">{answer.problem}</output>
  );
}

interface Watched {
  /** The state at the cursor; null before the first. */
  readonly at: string | null;
  readonly values: readonly Result<JsonValue, string>[];
}

/** Values of expressions at the cursor, evaluated in a worker that is ended; null without a run. */
function useWatched(session: Session, expressions: readonly string[]): Watched | null {
  const run = useRun();
  const [values, setValues] = useState<readonly Result<JsonValue, string>[]>([]);
  const document = documentOf(session);
  const owner = run ? visitAt(run.run, run.position) : null;
  const visit = run?.view.visits.find(({ id }) => id === owner?.id) ?? null;
  const path = document && visit ? allStates(document.definition).find(({ name }) => name === visit.name)?.path : null;
  const language = document && path ? queryLanguageOf(document.definition, path) : 'JSONPath';
  const data: WatchData | null = run ? watchData(run.view, visit, language) : null;
  const question = data && expressions.length > 0 ? JSON.stringify({ expressions, data }) : null;
  useEffect(() => {
    if (question === null) return setValues([]);
    const end = new AbortController();
    const asked = JSON.parse(question) as { expressions: readonly string[]; data: WatchData };
    const timer = setTimeout(() => {
      void ask({ kind: 'watch', ...asked }, patience, end.signal).then((answer) => {
        if (end.signal.aborted) return;
        const late = asked.expressions.map(() => ({ ok: false, problem: 'It takes too long.' }) as const);
        setValues(answer?.kind === 'watch' ? answer.values : late);
      });
    }, rest);
    return () => {
      clearTimeout(timer);
      end.abort();
    };
  }, [question]);
  return run ? { at: visit?.name ?? null, values } : null;
}
