import { type JsonValue, isObject } from '../base/index';
import { type QueryLanguage, isExpression } from '../asl/index';
import type { FieldKind, StateField } from './contract';

/**
 * What is wrong with the value of a field, as one sentence to show beside it; null when nothing is.
 * Expressions are checked for their form only: parsing them is the work of the expressions room.
 */
export function checkField(field: StateField, value: JsonValue | undefined, language: QueryLanguage): string | null {
  if (value === undefined) return null;
  if (field.queryLanguage !== undefined && field.queryLanguage !== language) {
    return `${field.name} belongs to ${field.queryLanguage}; this state uses ${language}.`;
  }
  if (language === 'JSONata' && isExpression(value)) return null;
  return checkKind(field.kind, value, field.name);
}

function checkKind(kind: FieldKind, value: JsonValue, name: string): string | null {
  switch (kind.kind) {
    case 'text':
      return typeof value === 'string' ? null : `${name} must be text.`;
    case 'number':
      return checkNumber(kind, value, name);
    case 'enum':
      return typeof value === 'string' && kind.values.includes(value)
        ? null
        : `${name} must be one of ${kind.values.join(', ')}.`;
    case 'path':
    case 'referencePath':
      return checkPath(kind, value, name);
    case 'timestamp':
      return isTimestamp(value) ? null : `${name} must be a moment such as 2026-01-31T09:00:00Z.`;
    case 'jsonObject':
      return isObject(value) ? null : `${name} must be a JSON object.`;
    case 'json':
    case 'custom':
      return null;
  }
}

function checkNumber(kind: FieldKind & { kind: 'number' }, value: JsonValue, name: string): string | null {
  const what = kind.integer ? 'a whole number' : 'a number';
  if (typeof value !== 'number' || (kind.integer && !Number.isInteger(value))) return `${name} must be ${what}.`;
  if (value < kind.min || (kind.max !== undefined && value > kind.max)) {
    const bound = kind.max === undefined ? `at least ${kind.min}` : `from ${kind.min} to ${kind.max}`;
    return `${name} must be ${what} ${bound}.`;
  }
  return null;
}

function checkPath(
  kind: FieldKind & { kind: 'path' | 'referencePath' },
  value: JsonValue,
  name: string,
): string | null {
  if (value === null) return kind.allowsNull ? null : `${name} cannot be null.`;
  if (typeof value !== 'string') return `${name} must be a path such as $.orders.`;
  const intrinsic = /^States\.\w+\(.*\)$/s.test(value);
  if (!value.startsWith('$') && !intrinsic) return `${name} must start with $, such as $.orders.`;
  if (kind.kind === 'referencePath' && (/\.\.|[*?@]|\[[^\]]*[,:]/.test(value) || intrinsic)) {
    return `${name} must lead to one place: no *, .., filters, slices or functions.`;
  }
  return null;
}

/** RFC 3339 with an uppercase T, and Z or an offset, as the ASL specification asks for. */
export function isTimestamp(value: JsonValue): boolean {
  return (
    typeof value === 'string' &&
    /^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])T([01]\d|2[0-3]):[0-5]\d:[0-5]\d(\.\d+)?(Z|[+-]\d{2}:\d{2})$/.test(
      value,
    )
  );
}
