/**
 * Values of condition keys in a request. Null: the request certainly does not carry the key. Undefined, or a key that
 * is not listed: nobody here knows.
 */
export type ConditionValues = Readonly<Record<string, string | readonly string[] | null | undefined>>;

export type ContextValue =
  | { readonly kind: 'known'; readonly values: readonly string[] }
  | { readonly kind: 'absent' }
  | { readonly kind: 'unknown' };

/** Reads condition keys, whose names are not case-sensitive (IAM User Guide, "Condition": "Condition keys"). */
export type RequestContext = (key: string) => ContextValue;

export function requestContext(values: ConditionValues): RequestContext {
  const byKey = new Map(Object.entries(values).map(([key, value]) => [key.toLowerCase(), value]));
  return (key) => {
    const value = byKey.get(key.toLowerCase());
    if (value === undefined) return { kind: 'unknown' };
    if (value === null || value.length === 0) {
      return typeof value === 'string' ? { kind: 'known', values: [''] } : { kind: 'absent' };
    }
    return { kind: 'known', values: typeof value === 'string' ? [value] : value };
  };
}
