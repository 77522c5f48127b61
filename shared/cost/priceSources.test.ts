import { expect, test } from 'vitest';
import { sourceOfPrice } from './priceSources';
import { defaultPrices } from './prices';

test('every price says the page, region and date that it is of', () => {
  for (const key of Object.keys(defaultPrices.prices))
    expect(sourceOfPrice(key, false)).toMatch(/^aws\.amazon\.com\/[a-z0-9/-]+\/pricing, us-east-1, \d{4}-\d{2}$/);
});

test('one that a person set is theirs; one that is not known has no source', () => {
  expect(sourceOfPrice('lambda.request', true)).toBe('Set on this computer');
  expect(sourceOfPrice('lambda.nothing', false)).toBeNull();
  expect(sourceOfPrice('constructor', false)).toBeNull();
});
