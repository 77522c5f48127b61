import { type JsonObject, type JsonValue, isArray, isObject } from '../../base/index';

/** A resource of a template, with what it is called in it. */
export interface Resource {
  readonly id: string;
  readonly type: string;
  readonly properties: JsonObject;
  /** Stays when the stack goes: it holds data of others. */
  readonly isKept?: boolean;
}

export const ref = (id: string): JsonObject => ({ Ref: id });
export const arnOf = (id: string): JsonObject => ({ 'Fn::GetAtt': [id, 'Arn'] });

/** A value whose texts may hold `${Id}`, as functions of CloudFormation. */
export function filled(value: JsonValue): JsonValue {
  if (typeof value === 'string') return filledText(value);
  if (isArray(value)) return value.map(filled);
  if (!isObject(value)) return value;
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, filled(item)]));
}

function filledText(text: string): JsonValue {
  const parts = text.split(placeholder);
  if (parts.length === 1) return text;
  if (parts.length === 3 && parts[0] === '' && parts[2] === '') return ref(parts[1] ?? '');
  // What is no placeholder of ours stays what it is: `${!name}` is how Fn::Sub writes `${name}`.
  return {
    'Fn::Sub': parts.map((part, index) => (index % 2 === 1 ? `\${${part}}` : part.replaceAll('${', '${!'))).join(''),
  };
}

/** A placeholder by the id of its parameter, or a pseudo parameter; `$${name}` and `${!name}` are none. */
const placeholder = /(?<!\$)\$\{([\w:]+)\}/;

/** The text of an Fn::Sub in pieces, those at odd places ids, others as they come out. */
export function subParts(text: string): readonly string[] {
  return text.split(/\$\{([\w:]+)\}/).map((part, index) => (index % 2 === 1 ? part : part.replaceAll('${!', '${')));
}

/** A role that a service takes. Source: IAM user guide, "IAM JSON policy elements: Principal". */
export function serviceRole(
  id: string,
  service: string,
  statements: readonly JsonValue[],
  condition: JsonObject | null,
  tags: JsonObject,
): Resource {
  return {
    id,
    type: 'AWS::IAM::Role',
    properties: {
      AssumeRolePolicyDocument: {
        Version: '2012-10-17',
        Statement: [
          {
            Effect: 'Allow',
            Principal: { Service: service },
            Action: 'sts:AssumeRole',
            ...(condition === null ? {} : { Condition: condition }),
          },
        ],
      },
      ...(statements.length === 0
        ? {}
        : {
            Policies: [{ PolicyName: 'workflow', PolicyDocument: { Version: '2012-10-17', Statement: statements } }],
          }),
      ...tags,
    },
  };
}

/** Tags in the form that most resources have. */
export function tagList(tags: Readonly<Record<string, string>>): JsonObject {
  const sorted = Object.entries(tags).sort(([a], [b]) => (a < b ? -1 : 1));
  const list = sorted.map(([Key, Value]) => ({ Key, Value: filled(Value) }));
  return list.length === 0 ? {} : { Tags: list };
}
