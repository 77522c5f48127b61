import { defaultFilter } from 'cmdk';

/** How well an entry answers what is typed: single states come before blocks of several that are named alike. */
export function rank(value: string, search: string, keywords?: string[]): number {
  return defaultFilter(value, search, keywords) * (value.includes('pattern.') ? 0.5 : 1);
}
