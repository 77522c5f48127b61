import { isArray, isObject, type JsonValue } from '#shared/base/json';
import { parseArn, shapeOf } from '#shared/services/arns/arn';
import type { ArnShapeId } from '#shared/services/arns/shapes';

const key = 'recent-arns';
const kept = 40;

/** ARNs that were used last, newest first, of every shape. */
function recent(): readonly string[] {
  try {
    const list = JSON.parse(localStorage.getItem(key) ?? '[]') as unknown;
    return Array.isArray(list) ? list.filter((each): each is string => typeof each === 'string') : [];
  } catch {
    return [];
  }
}

/** ARNs of a shape that were used last, newest first. */
export function recentArns(shape: ArnShapeId): readonly string[] {
  return recent().filter((text) => parseArn(text, shape).ok);
}

/** Keeps an ARN that was chosen or typed to its end. Templates with placeholders are kept as well. */
export function rememberArn(text: string): void {
  if (!text.startsWith('arn:') || shapeOf(text) === null) return;
  localStorage.setItem(key, JSON.stringify([text, ...recent().filter((each) => each !== text)].slice(0, kept)));
}

/** The ARNs (or URLs) of a shape anywhere in a definition, each once, in the order in which they occur. */
export function arnsIn(definition: JsonValue, shape: ArnShapeId): readonly string[] {
  const found = new Set<string>();
  const visit = (value: JsonValue): void => {
    if (typeof value === 'string') {
      if ((value.startsWith('arn:') || value.startsWith('https://')) && parseArn(value, shape).ok) found.add(value);
    } else if (isArray(value)) value.forEach(visit);
    else if (isObject(value)) Object.values(value).forEach(visit);
  };
  visit(definition);
  return [...found];
}

/** Region and account that the workflow's ARNs name most, as a start for new ones. */
export function usualPlace(definition: JsonValue): { readonly region: string; readonly account: string } {
  const count = new Map<string, number>();
  const visit = (value: JsonValue): void => {
    if (typeof value === 'string') {
      const at = /^arn:[\w-]+:[\w-]+:([a-z0-9-]+):(\d{12}):/.exec(value);
      if (at) count.set(`${at[1]} ${at[2]}`, (count.get(`${at[1]} ${at[2]}`) ?? 0) + 1);
    } else if (isArray(value)) value.forEach(visit);
    else if (isObject(value)) Object.values(value).forEach(visit);
  };
  visit(definition);
  const [most] = [...count].sort((a, b) => b[1] - a[1]);
  const [region = 'us-east-1', account = '123456789012'] = most?.[0].split(' ') ?? [];
  return { region, account };
}
