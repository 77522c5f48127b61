import { type JsonValue, type Result, fail, isObject, ok, own } from '../base/index';

/**
 * Reads a file of prices: `{"prices": {"lambda.request": 0.0000002, "sns.fifoPublish": {"usd": 0.0000003}}}`, US dollars by
 * the key that the bill names. Keys that the table does not have are taken: they are what the bill could not price.
 */
export function readPriceFile(text: string): Result<Readonly<Record<string, number>>, string> {
  let value: JsonValue;
  try {
    value = JSON.parse(text.replace(/^\uFEFF/, '')) as JsonValue;
  } catch {
    return fail('The file is not JSON.');
  }
  const prices = isObject(value) ? own(value, 'prices') : undefined;
  if (prices === undefined || !isObject(prices)) return fail('The file has no object “prices”.');
  const read: [string, number][] = [];
  for (const [key, entry] of Object.entries(prices)) {
    const usd = isObject(entry) ? own(entry, 'usd') : entry;
    if (typeof usd !== 'number' || usd < 0) return fail(`The price of ${key} is no number of US dollars.`);
    read.push([key, usd]);
  }
  return read.length === 0 ? fail('The file has no prices.') : ok(Object.fromEntries(read));
}
