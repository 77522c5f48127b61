import { create } from 'zustand';
import { readSetting, writeSetting } from '../platform/storage';

/** The prices that the person changed, by key. They hold for all workflows. */
export const usePriceChanges = create<{ readonly changes: Readonly<Record<string, number>> }>(() => ({
  changes: readSetting('prices') ?? {},
}));

/** Sets a price, or with null takes that of the table again. */
export function setPrice(price: string, usd: number | null): void {
  const { [price]: _old, ...others } = usePriceChanges.getState().changes;
  write(usd === null ? others : { ...others, [price]: usd });
}

/** Sets many prices, as a file has them; the others stay. */
export function setPrices(prices: Readonly<Record<string, number>>): void {
  write({ ...usePriceChanges.getState().changes, ...prices });
}

function write(changes: Readonly<Record<string, number>>): void {
  usePriceChanges.setState({ changes });
  writeSetting('prices', changes);
}
