import { type JsonValue, jsonText } from '../base/index';

/** A JSONata expression without its braces, and what is known of the value that it gives. */
export interface Written {
  readonly text: string;
  readonly gives: 'list' | 'text' | 'number' | 'boolean' | 'object' | 'anything';
}

/** The `$` of a path in words of JSONata: `$states.input`, `$states.result` … */
export type Root = string;

/** The input of a state. */
export const input: Root = '$states.input';

export const written = (text: string, gives: Written['gives'] = 'anything'): Written => ({ text, gives });

/** A JSON value as JSONata writes it. */
export function literal(value: JsonValue): string {
  if (typeof value !== 'string') return jsonText(value);
  return /['\\\p{Cc}]/u.test(value) ? JSON.stringify(value) : `'${value}'`;
}
