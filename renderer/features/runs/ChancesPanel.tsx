import { money } from '../../ui/money';
import { usePriceChanges } from '../../editor/prices';
import { costBasis, pricesWith } from '#shared/cost/index';
import { Dices, Square } from 'lucide-react';
import { useRef, useState } from 'react';
import { type JsonObject, duration, isArray, isObject, own } from '#shared/base/index';
import { allStates } from '#shared/workflow/index';
import { NumberInput } from '../../ui/Inputs';
import { documentOf, type Session } from '../../editor/session';
import { say } from '../../editor/store';
import { Button, Field, Segmented } from '../../ui/controls';
import {
  type Bar,
  type ChanceOutcome,
  type ChancesByState,
  type TaskChances,
  summariseChances,
  timedTasks,
  usualChances,
} from '#shared/runs/index';
import { manyRunsOnAllCores, type RunningMany } from './manyRunsOnAllCores';
import { sessionRequest } from './sessionRequest';
import { runByChance } from './running';
import { useConfiguration } from '../../editor/runs/runStore';
import './tests.css';

/** Many runs with chance failures and delays: how often it goes well, how long it takes, what breaks it. */
export function ChancesPanel({ session }: { session: Session }) {
  const configuration = useConfiguration(session.id);
  const document = documentOf(session);
  const [count, setCount] = useState(10_000);
  const [changed, setChanged] = useState<ChancesByState>({});
  const [outcomes, setOutcomes] = useState<readonly ChanceOutcome[]>([]);
  const [progress, setProgress] = useState<number | null>(null);
  const [by, setBy] = useState<'duration' | 'cost'>('duration');
  const running = useRef<RunningMany | null>(null);
  const priceChanges = usePriceChanges((state) => state.changes);
  if (!document) return null;
  const states = new Map(allStates(document.definition).map(({ name, state }) => [name, state]));
  const tasks = timedTasks(document).map((task) => ({
    name: task.name,
    chances: changed[task.name] ?? usualChances(task, likelyError(states.get(task.name) ?? {})),
  }));
  const chances = Object.fromEntries(tasks.map((task) => [task.name, task.chances]));
  const cost = costBasis(document, configuration.type, pricesWith(priceChanges));
  const request = () => sessionRequest(session, document, configuration);

  const start = async () => {
    setOutcomes([]);
    setProgress(0);
    const started = manyRunsOnAllCores(
      { request: request(), cost, chances, count, firstSeed: configuration.seed },
      (done) => setProgress(done),
    );
    running.current = started;
    const result = await started.done;
    running.current = null;
    setProgress(null);
    setOutcomes(result.outcomes);
    if (result.problem !== null) say('problem', result.problem);
  };
  const summary = outcomes.length > 0 ? summariseChances(outcomes) : null;
  const open = (bar: Bar) => {
    const outcome = bar.runs.find((each) => each.status !== 'SUCCEEDED') ?? bar.runs[0];
    if (outcome) void runByChance({ ...request(), seed: outcome.seed, chances }, outcome.seed);
  };
  return (
    <div className="run-start">
      <div className="run-start__input">
        <div className="row">
          <Field label="Runs">
            {(ids) => (
              <NumberInput
                ids={ids}
                value={count}
                onChange={(value) =>
                  typeof value === 'number' && value >= 1 && setCount(Math.min(1_000_000, Math.floor(value)))
                }
              />
            )}
          </Field>
          {progress === null ? (
            <Button small look="primary" onClick={() => void start()}>
              <Dices size={13} aria-hidden /> Run {count.toLocaleString('en')} times
            </Button>
          ) : (
            <Button small onClick={() => running.current?.cancel()}>
              <Square size={12} aria-hidden /> Cancel
            </Button>
          )}
        </div>
        {progress === null ? null : (
          <div className="run-tests__meter" role="status">
            <progress max={count} value={progress} />
            <span>
              {progress.toLocaleString('en')} of {count.toLocaleString('en')}
            </span>
          </div>
        )}
        {tasks.map(({ name, chances: given }) => (
          <TaskChancesForm
            key={name}
            name={name}
            chances={given}
            onChange={(next) => setChanged({ ...changed, [name]: next })}
          />
        ))}
      </div>
      <div className="run-start__answers">
        {summary ? (
          <>
            <p className="run-chances__rate">
              <strong>{((summary.succeeded / summary.runs) * 100).toFixed(1)} %</strong> of{' '}
              {summary.runs.toLocaleString('en')} runs succeeded
            </p>
            <p>
              Duration: half within {duration(summary.durations[0] / 1000)}, 90 % within{' '}
              {duration(summary.durations[1] / 1000)}, 99 % within {duration(summary.durations[2] / 1000)}
            </p>
            <p>
              Retries: {summary.retries[0]} at the median, {summary.retries[1]} at 90 %, {summary.retries[2]} at 99 %
            </p>
            <p data-testid="chances-cost">
              Cost: {money(summary.averageCost)} on average, {money(summary.costs[0])} at the median,{' '}
              {money(summary.costs[1])} at 90 %, {money(summary.costs[2])} at 99 %
            </p>
            <Segmented
              label="Runs by"
              value={by}
              onChange={setBy}
              options={[
                { value: 'duration', label: 'By duration' },
                { value: 'cost', label: 'By cost' },
              ]}
            />
            {by === 'duration' ? (
              <Histogram
                title="Runs by duration"
                bars={summary.bars}
                write={(ms) => duration(ms / 1000)}
                onOpen={open}
              />
            ) : (
              <Histogram title="Runs by cost" bars={summary.costBars} write={money} onOpen={open} />
            )}
            {summary.failing.length > 0 ? (
              <p>
                Failed most in:{' '}
                {summary.failing
                  .slice(0, 5)
                  .map(([name, times]) => `${name} (${times.toLocaleString('en')})`)
                  .join(', ')}
              </p>
            ) : null}
          </>
        ) : (
          <div className="empty">
            <strong>What are the chances?</strong>
            Every task fails and dawdles by chance, by seed, on all cores. Click a bar afterwards to see one such run.
          </div>
        )}
      </div>
    </div>
  );
}

/** The first error that the state is ready for. */
function likelyError(state: JsonObject): string {
  const retry = own(state, 'Retry');
  const first = isArray(retry) ? retry[0] : undefined;
  const errors = isObject(first) ? own(first, 'ErrorEquals') : undefined;
  const error = isArray(errors) ? errors[0] : undefined;
  return typeof error === 'string' && error !== 'States.ALL' ? error : 'States.TaskFailed';
}

function TaskChancesForm({
  name,
  chances,
  onChange,
}: {
  name: string;
  chances: TaskChances;
  onChange: (chances: TaskChances) => void;
}) {
  const seconds = (key: 'least' | 'usual' | 'most') => (value: unknown) => {
    if (typeof value === 'number' && value >= 0) onChange({ ...chances, [key]: value, assumed: false });
  };
  return (
    <div className="run-chance" role="group" aria-label={`Chances of ${name}`}>
      <h4>{name}</h4>
      <Field label="Fails (%)">
        {(ids) => (
          <NumberInput
            ids={ids}
            value={Number((chances.failureRate * 100).toFixed(4))}
            onChange={(value) =>
              typeof value === 'number' && value >= 0 && onChange({ ...chances, failureRate: value / 100 })
            }
          />
        )}
      </Field>
      <Field label="From (s)">
        {(ids) => <NumberInput ids={ids} value={chances.least} onChange={seconds('least')} />}
      </Field>
      <Field label="Half within (s)">
        {(ids) => <NumberInput ids={ids} value={chances.usual} onChange={seconds('usual')} />}
      </Field>
      <Field label="To (s)">{(ids) => <NumberInput ids={ids} value={chances.most} onChange={seconds('most')} />}</Field>
    </div>
  );
}

interface HistogramProps {
  readonly title: string;
  readonly bars: readonly Bar[];
  readonly write: (value: number) => string;
  readonly onOpen: (bar: Bar) => void;
}

function Histogram({ title, bars, write, onOpen }: HistogramProps) {
  const highest = Math.max(1, ...bars.map((bar) => bar.runs.length));
  return (
    <div className="run-histogram" role="group" aria-label={title}>
      {bars.map((bar) => (
        <button
          key={bar.from}
          type="button"
          disabled={bar.runs.length === 0}
          title={`${write(bar.from)} to ${write(bar.to)}: ${bar.runs.length} runs, ${bar.failed} failed`}
          aria-label={`${write(bar.from)} to ${write(bar.to)}: ${bar.runs.length} runs, ${bar.failed} failed`}
          onClick={() => onOpen(bar)}
        >
          <i style={{ height: `${(bar.failed / highest) * 100}%` }} className="is-failed" />
          <i style={{ height: `${((bar.runs.length - bar.failed) / highest) * 100}%` }} />
        </button>
      ))}
    </div>
  );
}
