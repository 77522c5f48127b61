import { RotateCcw } from 'lucide-react';
import { type Estimate, defaultPrices } from '#shared/cost/index';
import { IconButton } from '../../ui/controls';
import { pricesWith, setPrice, usePriceChanges } from '../../editor/prices';

/** The prices that the bill used; each can be changed, for all workflows. */
export function PriceList({ estimate }: { estimate: Estimate }) {
  const changes = usePriceChanges((state) => state.changes);
  const { prices, source } = pricesWith(changes);
  const used = [
    ...new Set([...estimate.own, ...estimate.steps.flatMap(({ lines }) => lines)].map(({ price }) => price)),
  ];
  return (
    <section className="cost-prices" aria-label="Prices">
      <p className="cost__note">{source}. What you change here is kept on this computer.</p>
      <div className="cost-prices__list">
        {used.map((key) => (
          <label key={key} className="cost__assumed">
            <span className="cost-prices__label">{prices[key]?.label ?? key}</span>
            $
            <input
              className={changes[key] === undefined ? 'input cost__input' : 'input cost__input is-set'}
              inputMode="decimal"
              defaultValue={plain(prices[key]?.usd ?? 0)}
              key={changes[key] === undefined ? 'table' : 'own'}
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
