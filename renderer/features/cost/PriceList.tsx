import { RotateCcw } from 'lucide-react';
import { useState } from 'react';
import { type Estimate, defaultPrices, pricesWith, readPriceFile, sourceOfPrice } from '#shared/cost/index';
import { say } from '../../editor/store';
import { chooseFile } from '../../ui/chooseFile';
import { Button, IconButton } from '../../ui/controls';
import { setPrice, setPrices, usePriceChanges } from '../../editor/prices';

/** The prices that the bill used; each can be changed, for all workflows. */
export function PriceList({ estimate }: { estimate: Estimate }) {
  const changes = usePriceChanges((state) => state.changes);
  const { prices, source } = pricesWith(changes);
  // A field shows what is typed in it; prices of a file come in from outside.
  const [loads, setLoads] = useState(0);
  const loadFile = async (): Promise<void> => {
    const file = await chooseFile('.json,application/json');
    if (!file) return;
    const read = readPriceFile(await file.text());
    if (!read.ok) return say('problem', read.problem);
    setPrices(read.value);
    setLoads((count) => count + 1);
    say('done', `${Object.keys(read.value).length} prices of ${file.name} are used.`);
  };
  const used = [
    ...new Set([...estimate.own, ...estimate.steps.flatMap(({ lines }) => lines)].map(({ price }) => price)),
  ];
  return (
    <section className="cost-prices" aria-label="Prices">
      <p className="cost__note">
        {source}. What you change here is kept on this computer.{' '}
        <Button small look="quiet" onClick={() => void loadFile()}>
          Load a price file…
        </Button>
      </p>
      <div className="cost-prices__list">
        {used.map((key) => (
          <label key={key} className="cost__assumed">
            <span className="cost-prices__label">
              {prices[key]?.label ?? key}
              <small>{sourceOfPrice(key, changes[key] !== undefined) ?? 'No price is known'}</small>
            </span>
            $
            <input
              className={changes[key] === undefined ? 'input cost__input' : 'input cost__input is-set'}
              inputMode="decimal"
              defaultValue={plain(prices[key]?.usd ?? 0)}
              key={changes[key] === undefined ? 'table' : `own ${loads}`}
              aria-label={`Price of ${prices[key]?.label ?? key}`}
              onChange={(event) => {
                const usd = Number(event.target.value);
                if (event.target.value.trim() !== '' && Number.isFinite(usd) && usd >= 0) setPrice(key, usd);
              }}
            />
            / {prices[key]?.unit ?? 'unit'}
            {changes[key] !== undefined && Object.hasOwn(defaultPrices.prices, key) ? (
              <IconButton
                small
                label={`Table price of ${prices[key]?.label ?? key}`}
                onClick={() => setPrice(key, null)}
              >
                <RotateCcw size={12} />
              </IconButton>
            ) : null}
          </label>
        ))}
      </div>
    </section>
  );
}

/** A price without an exponent. */
function plain(usd: number): string {
  return usd.toFixed(12).replace(/\.?0+$/, '');
}
