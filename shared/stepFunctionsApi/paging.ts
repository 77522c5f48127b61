import { ApiError } from './apiError';

export interface Page<Item> {
  readonly items: readonly Item[];
  /** Absent at the end. */
  readonly nextToken?: string;
}

interface Asked {
  readonly maxResults?: number | undefined;
  readonly nextToken?: string | undefined;
}

/** Source: AWS API reference: 0 means the default of 100. */
const usual = 100;

/** A token says where its list goes on, for which question, and until when. */
interface Place {
  /** The key of the last item that was told, and how many were told with it: new items come before or behind them. */
  readonly last: string;
  readonly told: number;
  readonly of: string;
  readonly until: number;
}

const day = 86_400_000;

/**
 * A page of a list. Tokens are opaque, serve one question, and end after a day.
 * @param of what is asked for: a token of another question is refused
 * @param keyOf what an item is known by, also when the list has changed
 * @throws ApiError InvalidToken
 */
export function pageOf<Item>(
  { maxResults = 0, nextToken }: Asked,
  of: string,
  now: number,
  items: readonly Item[],
  keyOf: (item: Item) => string,
): Page<Item> {
  const size = maxResults === 0 ? usual : maxResults;
  const from = nextToken === undefined ? 0 : goesOnAt(placeOf(nextToken, of, now), items, keyOf);
  const page = items.slice(from, from + size);
  const told = from + page.length;
  const last = page.at(-1);
  if (last === undefined || told >= items.length) return { items: page };
  return { items: page, nextToken: tokenOf({ last: keyOf(last), told, of, until: now + day }) };
}

function goesOnAt<Item>({ last, told }: Place, items: readonly Item[], keyOf: (item: Item) => string): number {
  const there = items[told - 1];
  if (there !== undefined && keyOf(there) === last) return told;
  const found = items.findIndex((item) => keyOf(item) === last);
  return found < 0 ? told : found + 1;
}

function tokenOf(place: Place): string {
  const text = JSON.stringify(place);
  let token = '';
  // Hexadecimal: nobody shall read numbers out of it and count on them, and it passes through every shell.
  for (let i = 0; i < text.length; i++) token += text.charCodeAt(i).toString(16).padStart(4, '0');
  return `AAAA${token}${check(text)}`;
}

function placeOf(token: string, of: string, now: number): Place {
  const [, digits = '', sum = ''] = /^AAAA((?:[0-9a-f]{4})+)([0-9a-f]{8})$/.exec(token) ?? [];
  const text = decoded(digits);
  if (text === '' || check(text) !== sum) throw invalidToken();
  const place = JSON.parse(text) as Place;
  if (place.of !== of || place.until < now) throw invalidToken();
  return place;
}

function decoded(digits: string): string {
  return (digits.match(/.{4}/g) ?? []).map((code) => String.fromCharCode(parseInt(code, 16))).join('');
}

/** Tells tokens of ours from guesses. */
function check(text: string): string {
  let sum = 17;
  for (let i = 0; i < text.length; i++) sum = (Math.imul(sum, 31) + text.charCodeAt(i)) >>> 0;
  return sum.toString(16).padStart(8, '0');
}

export function invalidToken(): ApiError {
  return new ApiError('InvalidToken', "Invalid Token: 'Invalid token'");
}
