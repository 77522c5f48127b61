import { CircleHelp } from 'lucide-react';
import { useMemo, useState } from 'react';
import { type Estimate, type StepCost, defaultPrices } from '#shared/cost/index';
import { executionsPerMonth, triggersOf } from '#shared/triggers/index';
import { type StatePath } from '#shared/workflow/index';
import { changeSidecar } from '#shared/workflow/edits/changeSidecar';
import { showMachineTab } from '../../editor/store';
import { reveal } from '../../editor/reveal';
import { applyEdit } from '../../editor/editing';
import { useActiveDocument } from '../../editor/useActive';
import { Button } from '../../ui/controls';
import './cost.css';
import { CostsOnCards } from './CardCost';
import { amount, money } from '../../ui/money';
import { PriceList } from './PriceList';
import { useEstimate } from './useEstimate';

/** The bill of the run on screen, with the cost of each step on its card while it is shown. */
export function CostView() {
  return (
    <>
      <CostsOnCards />
      <CostPanel />
    </>
  );
}

/** The bill of the run on screen, step by step, and of a month of such runs. */
function CostPanel() {
  const estimate = useEstimate();
  const [prices, setPrices] = useState(false);
  if (!estimate) {
    return (
      <div className="empty">
        <strong>No run to price yet</strong>
        Run the workflow or open a history: its durations, attempts and sizes make the bill.
      </div>
    );
  }
  const unknown = estimate.steps.filter((step) => step.unknown.length > 0 && step.lines.length === 0);
  return (
    <div className="cost">
      <div className="cost__head">
        <p className="cost__total">
          <strong data-testid="cost-total">{money(estimate.usd)}</strong> this run
        </p>
        <Month usd={estimate.usd} />
        <span className="spacer" />
        <Button small look="quiet" aria-pressed={prices} onClick={() => setPrices(!prices)}>
          Prices: {defaultPrices.region}, {defaultPrices.date}
        </Button>
      </div>
      {prices ? <PriceList estimate={estimate} /> : null}
      <Bill estimate={estimate} />
      <p className="cost__note">
        <CircleHelp size={12} aria-hidden /> An estimate from list prices without free tiers, volume tiers, data
        transfer and taxes.
        {unknown.length > 0 ? ` Without a figure: ${unknown.map(({ name }) => name).join(', ')}.` : ''}
      </p>
    </div>
  );
}

function Month({ usd }: { usd: number }) {
  const document = useActiveDocument();
  const triggers = document ? triggersOf(document) : [];
  const now = useMemo(() => Date.now(), []);
  const counts = triggers.map((trigger) => executionsPerMonth(trigger, now));
  const runs = counts.reduce<number>((sum, count) => sum + (count ?? 0), 0);
  if (triggers.length === 0) {
    return (
      <Button small look="quiet" onClick={() => showMachineTab('triggers')}>
        Add a trigger to see a month
      </Button>
    );
  }
  return (
    <p className="cost__total">
      <strong data-testid="cost-month">{money(usd * runs)}</strong> a month of about {Math.round(runs).toLocaleString()}{' '}
      runs
      {counts.includes(null) ? ', not counting triggers without a number' : ''}
    </p>
  );
}

function Bill({ estimate }: { estimate: Estimate }) {
  return (
    <div className="data-table cost__table">
      <table aria-label="Cost by step">
        <thead>
          <tr>
            <th>Step</th>
            <th>Calls</th>
            <th>Used</th>
            <th>Assumed</th>
            <th>Cost</th>
            <th aria-label="Share" />
          </tr>
        </thead>
        <tbody>
          {estimate.own.length > 0 ? (
            <tr>
              <td>Step Functions itself</td>
              <td />
              <td>
                {estimate.own.map(({ price, units, unit }) => (
                  <div key={price}>{amountOf(units, unit)}</div>
                ))}
              </td>
              <td />
              <td>{money(estimate.own.reduce((sum, { usd }) => sum + usd, 0))}</td>
              <Share usd={estimate.own.reduce((sum, { usd }) => sum + usd, 0)} total={estimate.usd} />
            </tr>
          ) : null}
          {estimate.steps.map((step) => (
            <Row key={step.name} step={step} total={estimate.usd} />
          ))}
        </tbody>
      </table>
    </div>
  );
}

function Row({ step, total }: { step: StepCost; total: number }) {
  const { path } = step;
  const go = () => {
    if (path === null) return;
    reveal([path]);
  };
  return (
    <tr>
      <td>
        <button type="button" className="cost__step" onClick={go}>
          {step.name}
        </button>
      </td>
      <td>{step.calls}</td>
      <td>
        {step.lines.map(({ price, label, units, unit }) => (
          <div key={price} title={label}>
            {amountOf(units, unit)}
          </div>
        ))}
        {step.unknown.map((text) => (
          <div key={text} className="cost__unknown">
            {text}
          </div>
        ))}
      </td>
      <td>
        {step.assumed.map((assumed) => (
          <label key={assumed.name} className="cost__assumed" title={assumed.help}>
            {assumed.label}
            <AssumedInput path={path} step={step} name={assumed.name} value={assumed.value} set={assumed.set} />
            {assumed.unit}
          </label>
        ))}
      </td>
      <td>{step.lines.length === 0 ? '–' : money(step.usd)}</td>
      <Share usd={step.usd} total={total} />
    </tr>
  );
}

interface AssumedProps {
  readonly path: StatePath | null;
  readonly step: StepCost;
  readonly name: string;
  readonly value: number;
  readonly set: boolean;
}

function AssumedInput({ path, step, name, value, set }: AssumedProps) {
  const document = useActiveDocument();
  const [typed, setTyped] = useState<string | null>(null);
  // As it was typed while it says what is kept; Undo shows the value of before.
  const stands = typed === '' ? !set : typed !== null && Number(typed) === value;
  const change = (text: string) => {
    setTyped(text);
    const number = Number(text);
    if (!document || path === null || (text !== '' && !(Number.isFinite(number) && number >= 0))) return;
    const { assumptions } = document.sidecar;
    const { [name]: _old, ...others } = assumptions[path] ?? {};
    // An empty field takes the usual value again.
    const mine = text === '' ? others : { ...others, [name]: number };
    const { [path]: _all, ...rest } = assumptions;
    const next = Object.keys(mine).length === 0 ? rest : { ...rest, [path]: mine };
    applyEdit(
      changeSidecar,
      { parts: { assumptions: next }, what: `Assume for "${step.name}"` },
      { mergeKey: `assume ${path} ${name}` },
    );
  };
  return (
    <input
      className={set ? 'input cost__input is-set' : 'input cost__input'}
      inputMode="decimal"
      value={stands && typed !== null ? typed : String(value)}
      aria-label={`${name} of ${step.name}`}
      onChange={(event) => change(event.target.value)}
    />
  );
}

function Share({ usd, total }: { usd: number; total: number }) {
  const share = total > 0 ? usd / total : 0;
  return (
    <td className="cost__share">
      <i style={{ width: `${share * 100}%` }} />
      <span>{share >= 0.001 ? `${(share * 100).toFixed(share < 0.1 ? 1 : 0)} %` : ''}</span>
    </td>
  );
}

/** So many of a unit. Sizes such as TB scanned are measured, not counted. */
function amountOf(units: number, unit: string): string {
  return `${amount(units)} ${unit}${units === 1 || /^[KMGT]B(?: |$)/.test(unit) ? '' : 's'}`;
}
