import { expect, it } from 'vitest';
import { readPriceFile } from './priceFile';

it('reads prices by their keys, plain or with more about them', () => {
  const text =
    '\uFEFF{"region":"eu-west-1","prices":{"lambda.request":0.0000002,"sns.fifoPublish":{"usd":3e-7,"source":"page"}}}';
  expect(readPriceFile(text)).toEqual({ ok: true, value: { 'lambda.request': 2e-7, 'sns.fifoPublish': 3e-7 } });
});

it.each([
  ['{', 'not JSON'],
  ['[]', 'no object “prices”'],
  ['{"prices": []}', 'no object “prices”'],
  ['{"prices": {}}', 'no prices'],
  ['{"prices": {"lambda.request": "0.1"}}', 'lambda.request is no number'],
  ['{"prices": {"lambda.request": -1}}', 'lambda.request is no number'],
])('says what is wrong with %s', (text, why) => {
  const read = readPriceFile(text);
  expect(read.ok ? '' : read.problem).toContain(why);
});
