import { type JsonValue, isArray, isObject } from '../../base/index';
import { parseArn } from './arn';
import type { ArnShapeId } from './shapes';

/** Every text anywhere in a value, in order. */
function* textsIn(value: JsonValue): Generator<string> {
  if (typeof value === 'string') yield value;
  else if (isArray(value)) for (const item of value) yield* textsIn(item);
  else if (isObject(value)) for (const item of Object.values(value)) yield* textsIn(item);
}

/** The ARNs (or URLs) of a shape anywhere in a definition, each once, in the order in which they occur. */
export function arnsIn(definition: JsonValue, shape: ArnShapeId): readonly string[] {
  const found = new Set<string>();
  for (const text of textsIn(definition))
    if ((text.startsWith('arn:') || text.startsWith('https://')) && parseArn(text, shape).ok) found.add(text);
  return [...found];
}

/** Region and account that the ARNs of a definition name most, as a start for new ones. */
export function usualPlace(definition: JsonValue): { readonly region: string; readonly account: string } {
  const count = new Map<string, number>();
  for (const text of textsIn(definition)) {
    const at = /^arn:[\w-]+:[\w-]+:([a-z0-9-]+):(\d{12}):/.exec(text);
    if (at) count.set(`${at[1]} ${at[2]}`, (count.get(`${at[1]} ${at[2]}`) ?? 0) + 1);
  }
  const [most] = [...count].sort((a, b) => b[1] - a[1]);
  const [region = 'us-east-1', account = '123456789012'] = most?.[0].split(' ') ?? [];
  return { region, account };
}
