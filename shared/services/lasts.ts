import type { TypicalDuration } from './contract';

/**
 * A typical duration and its spread, in seconds. Where no source is named it is assumed, from what such calls and jobs usually
 * take: AWS states few of them, and a person sets those of the own steps.
 */
export function lasts(seconds: number, least: number, most: number, source = 'assumed'): TypicalDuration {
  return { seconds, least, most, source };
}
