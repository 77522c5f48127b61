import { type JsonObject, type JsonValue, isArray, isObject, own } from '../base/index';
import type { ArgumentField, ValueType } from '../services/index';

/**
 * The catalogue of AWS SDK actions as scripts/catalogue writes it: an index of all names, and one file per service.
 *
 * A field is `[name, required (0 or 1), type]`. A type is a letter (`s` text, `i` whole number, `n` number, `b` boolean,
 * `t` timestamp, `x` blob, `j` any JSON), a letter with bounds `["s", min, max]`, `["e", n]` for enum n of the file,
 * `["l", type, min, max]` for a list, `["m", type]` for a map and `["o", n]` for structure n of the file.
 */
export interface SdkService {
  /** As in resource ARNs: `dynamodb`, `sfn`. */
  readonly name: string;
  readonly title: string;
  /** What error names start with: `DynamoDb`. */
  readonly prefix: string;
  /** What IAM actions start with: `dynamodb`, `states`. */
  readonly iam: string;
  readonly actions: JsonObject;
  readonly structures: readonly JsonValue[];
  readonly enums: readonly (readonly string[])[];
  readonly errors: readonly string[];
}

/** One action with what a form and a check need. */
export interface SdkAction {
  readonly service: string;
  readonly serviceTitle: string;
  readonly action: string;
  readonly fields: readonly ArgumentField[];
  readonly errors: readonly string[];
  readonly deprecated: boolean;
}

/** Members of structures inside structures beyond this depth are taken as any object: models refer to themselves. */
const deepest = 6;

/** An action of a service file; null when the service has none of that name. */
export function actionOf(service: SdkService, action: string): SdkAction | null {
  const entry = own(service.actions, action);
  if (!isObject(entry)) return null;
  const errors = own(entry, 'e');
  return {
    service: service.name,
    serviceTitle: service.title,
    action,
    fields: fieldsOf(service, own(entry, 'f'), 0),
    errors: (isArray(errors) ? errors : []).map((index) => service.errors[Number(index)] ?? ''),
    deprecated: own(entry, 'd') === 1,
  };
}

function fieldsOf(service: SdkService, listed: JsonValue | undefined, depth: number): ArgumentField[] {
  return (isArray(listed) ? listed : []).flatMap((field): ArgumentField[] => {
    if (!isArray(field)) return [];
    const [name, required, type] = field;
    return [
      {
        name: String(name as string),
        type: typeOf(service, type, depth),
        ...(required === 1 ? { required: true as const } : {}),
      },
    ];
  });
}

function typeOf(service: SdkService, type: JsonValue | undefined, depth: number): ValueType {
  const [letter, first, second] = isArray(type) ? type : [type];
  switch (letter) {
    case 's':
      return { kind: 'string', ...bounds(first, second) };
    case 'i':
      return { kind: 'integer', ...bounds(first, second) };
    case 'n':
      return { kind: 'number', ...bounds(first, second) };
    case 'b':
      return { kind: 'boolean' };
    case 'e':
      return { kind: 'enum', values: service.enums[Number(first)] ?? [] };
    case 'l':
      return {
        kind: 'list',
        items: typeOf(service, first, depth),
        ...bounds(second, isArray(type) ? type[3] : undefined),
      };
    case 'm':
      return { kind: 'map', values: typeOf(service, first, depth) };
    case 'o':
      return depth >= deepest
        ? { kind: 'object' }
        : { kind: 'object', fields: fieldsOf(service, service.structures[Number(first)], depth + 1) };
    default:
      // Timestamps and blobs are written in several ways.
      return { kind: 'json' };
  }
}

/** The bounds of a type, where it has some. */
export function bounds(min: JsonValue | undefined, max: JsonValue | undefined): { min?: number; max?: number } {
  return { ...(typeof min === 'number' ? { min } : {}), ...(typeof max === 'number' ? { max } : {}) };
}
