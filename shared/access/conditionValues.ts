import { addressInRange } from '../base/index';
import type { OperatorName } from './policy';

/** Form of the values of an operator, and what IAM takes; text may be anything. */
const forms: readonly (readonly [RegExp, (value: string) => boolean, string])[] = [
  [/^Numeric/, (value) => /^[+-]?(\d+\.?\d*|\.\d+)$/.test(value.trim()), 'a number'],
  [
    /^Date/,
    (value) =>
      /^\d+$/.test(value) ||
      (/^\d{4}-\d\d(-\d\d(T[\d:.]+(Z|[+-]\d\d:?\d\d)?)?)?$/.test(value) && !Number.isNaN(Date.parse(value))),
    'a date of ISO 8601 or seconds since 1970',
  ],
  [/^(Bool|Null)$/, (value) => /^(true|false)$/i.test(value), 'true or false'],
  [
    /^(Not)?IpAddress$/,
    (value) => addressInRange(value.split('/')[0] ?? '', value) !== null,
    'an address or a range in CIDR form',
  ],
];

/**
 * What is wrong with a value of a condition, which IAM would never match; null when nothing is. Source: IAM User Guide,
 * "IAM JSON policy elements: Condition operators"; Access Analyzer policy checks, "Type mismatch".
 */
export function conditionValueProblem(operator: OperatorName, value: string): string | null {
  const [, takes, what] = forms.find(([pattern]) => pattern.test(operator)) ?? [];
  // A policy variable is filled in when it is evaluated.
  if (takes === undefined || value.includes('${') || takes(value)) return null;
  return `“${value}” is not ${what ?? ''}, so that ${operator} never holds.`;
}
