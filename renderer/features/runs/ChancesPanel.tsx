import { money } from '../../ui/money';
import { pricesWith, usePriceChanges } from '../../editor/prices';
import { costBasis } from '../cost/useEstimate';
import { Dices, Square } from 'lucide-react';
import { useRef, useState } from 'react';
import { isArray, isObject, own, type JsonObject } from '#shared/base/json';
import { allStates } from '#shared/workflow/scopes';
import { duration } from '../../editor/cardFacts';
import { NumberInput } from '../../ui/Inputs';
import { documentOf, type Session } from '../../editor/session';
import { say } from '../../editor/store';
import { Button, Field, Segmented } from '../../ui/controls';
import { evenOdds, summariseChances, type Bar, type Odds, type OddsByState, type Outcome } from '#shared/runs/chances';
import { rollChances, type Rolling } from './rollChances';
import { requestFor } from './requests';
import { runOdds } from './running';
import { useBench } from '../../editor/runs/runStore';
import './tests.css';

/** Many runs with chance failures and delays: how often it goes well, how long it takes, what breaks it. */
export function ChancesPanel({ session }: { session: Session }) {
  const bench = useBench(session.id);
  const document = documentOf(session);
  const [count, setCount] = useState(10_000);
  const [changed, setChanged] = useState<OddsByState>({});
  const [outcomes, setOutcomes] = useState<readonly Outcome[]>([]);
  const [progress, setProgress] = useState<number | null>(null);
  const [by, setBy] = useState<'duration' | 'cost'>('duration');
  const rolling = useRef<Rolling | null>(null);
  const priceChanges = usePriceChanges((state) => state.changes);
  if (!document) return null;
  const tasks = allStates(document.definition).filter(({ state }) => own(state, 'Type') === 'Task');
  const odds = Object.fromEntries(
    tasks.map(({ name, state }) => [name, changed[name] ?? { ...evenOdds, error: likelyError(state) }]),
  );
  const cost = costBasis(document, bench.type, pricesWith(priceChanges));
  const request = () => requestFor(session, document, bench);

  const roll = async () => {
    setOutcomes([]);
    setProgress(0);
    const started = rollChances({ request: request(), cost, odds, count, seed: bench.seed }, (done) =>
      setProgress(done),
    );
    rolling.current = started;
    const result = await started.done;
    rolling.current = null;
    setProgress(null);
    setOutcomes(result.outcomes);
    if (result.problem !== null) say('problem', result.problem);
  };
  const summary = outcomes.length > 0 ? summariseChances(outcomes) : null;
  const open = (bar: Bar) => {
    const outcome = bar.runs.find((each) => each.status !== 'SUCCEEDED') ?? bar.runs[0];
    if (outcome) void runOdds({ ...request(), seed: outcome.seed, odds }, outcome.seed);
  };
  return (
    <div className="run-start">
      <div className="run-start__input">
        <div className="inspector__row">
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
            <Button small look="primary" onClick={() => void roll()}>
              <Dices size={13} aria-hidden /> Run {count.toLocaleString('en')} times
            </Button>
          ) : (
            <Button small onClick={() => rolling.current?.cancel()}>
              <Square size={12} aria-hidden /> Cancel
            </Button>
          )}
        </div>
        {progress === null ? null : (
          <div className="tests__meter" role="status">
            <progress max={count} value={progress} />
            <span>
              {progress.toLocaleString('en')} of {count.toLocaleString('en')}
            </span>
          </div>
        )}
        {tasks.map(({ name }) => (
          <OddsForm
            key={name}
            name={name}
            odds={odds[name] ?? evenOdds}
            onChange={(next) => setChanged({ ...changed, [name]: next })}
          />
        ))}
      </div>
      <div className="run-start__answers">
        {summary ? (
          <>
            <p className="chances__rate">
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
  return typeof error === 'string' && error !== 'States.ALL' ? error : evenOdds.error;
}

function OddsForm({ name, odds, onChange }: { name: string; odds: Odds; onChange: (odds: Odds) => void }) {
  const number = (key: 'failureRate' | 'least' | 'most', scale: number) => (value: unknown) => {
    if (typeof value === 'number' && value >= 0) onChange({ ...odds, [key]: value / scale });
  };
  return (
    <div className="odds" role="group" aria-label={`Chances of ${name}`}>
      <h4>{name}</h4>
      <Field label="Fails (%)">
        {(ids) => (
          <NumberInput
            ids={ids}
            value={Number((odds.failureRate * 100).toFixed(4))}
            onChange={number('failureRate', 100)}
          />
        )}
      </Field>
      <Field label="From (s)">
        {(ids) => <NumberInput ids={ids} value={odds.least} onChange={number('least', 1)} />}
      </Field>
      <Field label="To (s)">{(ids) => <NumberInput ids={ids} value={odds.most} onChange={number('most', 1)} />}</Field>
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
    <div className="histogram" role="group" aria-label={title}>
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
