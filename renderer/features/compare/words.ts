import type { JsonValue } from '#shared/base/index';
import { jsonText } from '#shared/base/index';
import type { FieldChange, StateChange } from '#shared/diff/index';

/** What became of a state, in a word or three. */
export function wordOf(change: StateChange): string {
  if (change.kind === 'added') return 'Added';
  if (change.kind === 'removed') return 'Removed';
  const words = [
    ...(change.renamed ? ['renamed'] : []),
    ...(change.moved ? ['moved'] : []),
    ...(change.fields.length > 0 ? ['changed'] : []),
  ].join(', ');
  return words.charAt(0).toUpperCase() + words.slice(1);
}

/** A place in a state as people read it: `Retry 1 › MaxAttempts`. Items count from 1, as forms count them. */
export function fieldText({ at }: FieldChange): string {
  return at
    .map((step, index) => (typeof step === 'number' ? ` ${step + 1}` : index === 0 ? step : ` › ${step}`))
    .join('');
}

/** A value as text; an absent one has none. */
export function valueText(value: JsonValue | undefined): string | null {
  return value === undefined ? null : typeof value === 'string' ? value : jsonText(value);
}
