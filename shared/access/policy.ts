/** A policy of IAM as it was read. Source: IAM User Guide, "IAM JSON policy elements reference". */

/** Only 2012-10-17 knows policy variables; a policy without Version is of 2008-10-17. */
export type PolicyVersion = '2012-10-17' | '2008-10-17';

/** Action or NotAction, Resource or NotResource: what is named, or everything but that. */
export interface Matching {
  readonly except: boolean;
  readonly patterns: readonly string[];
}

/** One key of one operator of a Condition block. */
export interface ConditionTest {
  /** As it is written: `ForAnyValue:StringLikeIfExists`. */
  readonly written: string;
  readonly operator: ConditionOperator;
  readonly key: string;
  readonly values: readonly string[];
}

export interface ConditionOperator {
  readonly name: OperatorName;
  readonly ifExists: boolean;
  /** For keys with several values; null compares them as one. */
  readonly set: 'any' | 'all' | null;
}

/** Operators in the spelling of AWS. Source: "IAM JSON policy elements: Condition operators". */
export const operatorNames = [
  'StringEquals',
  'StringNotEquals',
  'StringEqualsIgnoreCase',
  'StringNotEqualsIgnoreCase',
  'StringLike',
  'StringNotLike',
  'NumericEquals',
  'NumericNotEquals',
  'NumericLessThan',
  'NumericLessThanEquals',
  'NumericGreaterThan',
  'NumericGreaterThanEquals',
  'DateEquals',
  'DateNotEquals',
  'DateLessThan',
  'DateLessThanEquals',
  'DateGreaterThan',
  'DateGreaterThanEquals',
  'Bool',
  'BinaryEquals',
  'IpAddress',
  'NotIpAddress',
  'ArnEquals',
  'ArnNotEquals',
  'ArnLike',
  'ArnNotLike',
  'Null',
] as const;

export type OperatorName = (typeof operatorNames)[number];

export interface PolicyStatement {
  readonly sid: string | null;
  /** Place in the document, from 0. */
  readonly index: number;
  readonly effect: 'Allow' | 'Deny';
  readonly actions: Matching;
  readonly resources: Matching;
  readonly conditions: readonly ConditionTest[];
}

export interface PolicyDocument {
  readonly version: PolicyVersion;
  readonly statements: readonly PolicyStatement[];
}

/**
 * What a policy is attached as. Identity policies of users, groups and roles add up; a permissions boundary and a
 * session policy only limit them.
 */
export type PolicyKind = 'role' | 'user' | 'group' | 'boundary' | 'session';

export interface AttachedPolicy {
  readonly name: string;
  readonly kind: PolicyKind;
  readonly document: PolicyDocument;
}
