/** Three-valued logic (Kleene): what depends on something unknown is unknown, unless it does not matter. */
export type Truth = 'yes' | 'no' | 'unknown';

export const truthOf = (value: boolean): Truth => (value ? 'yes' : 'no');

export function not(value: Truth): Truth {
  if (value === 'unknown') return 'unknown';
  return value === 'yes' ? 'no' : 'yes';
}

/** Yes for none at all. */
export function allOf(values: readonly Truth[]): Truth {
  if (values.includes('no')) return 'no';
  return values.includes('unknown') ? 'unknown' : 'yes';
}

/** No for none at all. */
export function anyOf(values: readonly Truth[]): Truth {
  if (values.includes('yes')) return 'yes';
  return values.includes('unknown') ? 'unknown' : 'no';
}
