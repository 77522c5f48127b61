import { create } from 'zustand';
import { useEffect } from 'react';
import { money } from '../../ui/money';
import { useEstimate } from './useEstimate';
import './cardCost.css';

const useCardCosts = create<{ readonly costs: Readonly<Record<string, number>> | null }>(() => ({ costs: null }));

/** Puts the cost of each step on its card for as long as this is shown. */
export function CostsOnCards() {
  const estimate = useEstimate();
  useEffect(() => {
    const costs = estimate && Object.fromEntries(estimate.steps.map(({ name, usd }) => [name, usd]));
    useCardCosts.setState({ costs });
    return () => useCardCosts.setState({ costs: null });
  }, [estimate]);
  return null;
}

/** The cost of a step on its card. */
export function CardCost({ name }: { name: string }) {
  const usd = useCardCosts(({ costs }) => (costs && Object.hasOwn(costs, name) ? costs[name] : undefined));
  if (usd === undefined || usd === 0) return null;
  return (
    <span className="cost-card" title="Cost in the run on screen">
      {money(usd)}
    </span>
  );
}
