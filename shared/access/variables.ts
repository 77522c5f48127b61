import type { PolicyVersion } from './policy';
import type { RequestContext } from './requestContext';
import { anyText, patternOf, plain, type PatternToken } from './wildcards';

/** A text of a policy with its variables filled in. */
export type Resolved =
  | { readonly kind: 'pattern'; readonly tokens: readonly PatternToken[] }
  /** A variable has no value in this request, so the text matches nothing. */
  | { readonly kind: 'nothing' }
  /** What a variable stands for is not known: `tokens` has `*` in its place. */
  | { readonly kind: 'unknown'; readonly tokens: readonly PatternToken[]; readonly keys: readonly string[] };

const variable = /\$\{([^}]*)\}/g;
const withDefault = /^([^,]*?)\s*,\s*'(.*)'$/;

/**
 * Fills in `${aws:username}`, `${aws:PrincipalTag/team, 'none'}` and the escapes `${*}`, `${?}`, `${$}`. What a
 * variable stands for is plain text: its own `*` is no wildcard. Version 2008-10-17 has no variables.
 * Source: IAM User Guide, "IAM policy elements: Variables and tags".
 */
export function resolveVariables(text: string, version: PolicyVersion, context: RequestContext): Resolved {
  if (version === '2008-10-17') return { kind: 'pattern', tokens: patternOf(text) };
  const tokens: PatternToken[] = [];
  const unknown: string[] = [];
  let from = 0;
  for (const found of text.matchAll(variable)) {
    tokens.push(...patternOf(text.slice(from, found.index)));
    from = found.index + found[0].length;
    const written = (found[1] ?? '').trim();
    if (written === '*' || written === '?' || written === '$') {
      tokens.push(written);
      continue;
    }
    const [, key = written, fallback] = withDefault.exec(written) ?? [];
    const value = context(key);
    if (value.kind === 'unknown') {
      unknown.push(key);
      tokens.push(anyText);
    } else if (value.kind === 'known' && value.values.length === 1) tokens.push(...plain(value.values[0] ?? ''));
    else if (value.kind === 'absent' && fallback !== undefined) tokens.push(...plain(fallback));
    // A key with several values cannot be a variable.
    else return { kind: 'nothing' };
  }
  tokens.push(...patternOf(text.slice(from)));
  return unknown.length === 0 ? { kind: 'pattern', tokens } : { kind: 'unknown', tokens, keys: unknown };
}
