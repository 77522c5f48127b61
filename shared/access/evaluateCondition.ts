import { comparisons } from './operators';
import type { ConditionTest, PolicyVersion } from './policy';
import type { ContextValue, RequestContext } from './requestContext';
import { allOf, anyOf, not, truthOf, type Truth } from './truth';
import { resolveVariables } from './variables';
import { patternOf } from './wildcards';

export interface Judgement {
  readonly truth: Truth;
  /** The keys that an unknown truth hangs on. */
  readonly unknownKeys: readonly string[];
}

/**
 * Does one key of a Condition block hold? Several values are joined by OR, those of negated operators by NOR.
 * Source: IAM User Guide, "Conditions with multiple context keys or values".
 */
export function evaluateCondition(test: ConditionTest, version: PolicyVersion, context: RequestContext): Judgement {
  const value = context(test.key);
  const keys = new Set<string>();
  if (value.kind === 'unknown') keys.add(test.key);
  const truth = truthOfTest(test, value, version, context, keys);
  return { truth, unknownKeys: truth === 'unknown' ? [...keys] : [] };
}

function truthOfTest(
  { operator, values }: ConditionTest,
  value: ContextValue,
  version: PolicyVersion,
  context: RequestContext,
  unknownKeys: Set<string>,
): Truth {
  if (value.kind === 'unknown') return 'unknown';
  if (operator.name === 'Null') {
    return truthOf(values.some((each) => (each.toLowerCase() === 'true') === (value.kind === 'absent')));
  }
  const { negated, variables, matches } = comparisons[operator.name];
  if (value.kind === 'absent') {
    // "…IfExists: if the key is not present, evaluate the condition element as true." "ForAllValues returns true if
    // there are no keys in the request", ForAnyValue false. Otherwise what must not match does not.
    // ForAnyValue is false without the key, with IfExists too (tried on AWS: re:Post QU9HFmDzP0QGuU-fd7rS6B7w).
    if (operator.set === 'any') return 'no';
    return operator.ifExists || operator.set === 'all' ? 'yes' : truthOf(negated);
  }
  const wanted = values.map((written) => ({
    written,
    resolved: variables ? resolveVariables(written, version, context) : patternAsWritten(written),
  }));
  const matchOf = (given: string): Truth =>
    anyOf(
      wanted.map(({ written, resolved }): Truth => {
        if (resolved.kind === 'nothing') return 'no';
        if (resolved.kind === 'pattern') return truthOf(matches(given, resolved.tokens, written));
        for (const key of resolved.keys) unknownKeys.add(key);
        return 'unknown';
      }),
    );
  const found = value.values.map(matchOf);
  if (operator.set === null) return negated ? not(anyOf(found)) : anyOf(found);
  const each = negated ? found.map(not) : found;
  return operator.set === 'any' ? anyOf(each) : allOf(each);
}

const patternAsWritten = (text: string) => ({ kind: 'pattern', tokens: patternOf(text) }) as const;
