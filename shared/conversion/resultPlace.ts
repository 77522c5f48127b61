import type { JsonValue } from '../base/index';
import { CannotConvert } from './cannotConvert';
import { expressionOf } from './expressionText';
import { call } from './helpers';
import { nameOf, parsed } from './pathText';
import { input, type Root } from './written';

/**
 * The input with a result put where ResultPath says. At the top JSONata merges a list of objects where JSONPath fails,
 * which `differences` tells; below, a list fails as it does there.
 */
export function placedAt(path: JsonValue | undefined, result: string): string {
  if (path === undefined || path === '$') return result;
  if (path === null) return input;
  if (typeof path !== 'string') throw new CannotConvert('ResultPath is no path.');
  const names = parsed(path).segments.map((segment) => {
    if (segment.kind !== 'names' || segment.names.length > 1)
      throw new CannotConvert(`ResultPath ${path} puts the result into a list.`);
    return segment.names[0] ?? '';
  });
  const build = (at: string, [name = '', ...rest]: readonly string[]): string => {
    const inside = `${at}.${nameOf(name)}`;
    const value = rest.length === 0 ? result : build(inside, rest);
    return `$merge([${at === input ? at : call('placeIn', at)}, {${JSON.stringify(name)}: ${value}}])`;
  };
  return build(input, names);
}

/** What OutputPath leaves of a value. */
export function selectedBy(path: JsonValue | undefined, value: string): string {
  if (path === undefined || path === '$') return value;
  if (path === null) return '{}';
  if (typeof path !== 'string') throw new CannotConvert('OutputPath is no path.');
  return expressionOf(path, enclosed(value));
}

/** An expression that a path may go on from. */
export const enclosed = (value: string): Root => (/^\$[$\w.`]*$/.test(value) ? value : `(${value})`);
