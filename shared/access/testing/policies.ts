import type { JsonValue } from '../../base/json';
import { readPolicy } from '../parsePolicy';
import type { AttachedPolicy, PolicyKind, PolicyVersion } from '../policy';

/** A policy of statements as they are written in JSON. */
export function policy(
  statements: JsonValue,
  kind: PolicyKind = 'role',
  name = 'policy',
  version: PolicyVersion = '2012-10-17',
): AttachedPolicy {
  const read = readPolicy({ Version: version, Statement: statements });
  if (!read.ok) throw new Error(read.problem.map(({ message, at }) => `${at.join('/')}: ${message}`).join('; '));
  return { name, kind, document: read.value };
}

export const allow = (action: JsonValue, resource: JsonValue = '*', condition?: JsonValue): JsonValue => ({
  Effect: 'Allow',
  Action: action,
  Resource: resource,
  ...(condition === undefined ? {} : { Condition: condition }),
});

export const deny = (action: JsonValue, resource: JsonValue = '*', condition?: JsonValue): JsonValue => ({
  Effect: 'Deny',
  Action: action,
  Resource: resource,
  ...(condition === undefined ? {} : { Condition: condition }),
});
