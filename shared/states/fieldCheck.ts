import { type JsonObject, type JsonPath, type JsonValue, isObject, nearest } from '../base/index';
import { type QueryLanguage, isMeantAsExpression, isPlaceholder } from '../asl/index';
import { type PathForm, checkPath } from '../expressions/index';
import type { FieldKind, ReportBreach, StateField } from './contract';

/**
 * What is wrong with the value of a field, as one sentence to show beside it; null when nothing is.
 * What deployment fills in is not judged; what stands inside `{% %}` is the work of other rules.
 */
export function checkField(field: StateField, value: JsonValue | undefined, language: QueryLanguage): string | null {
  if (value === undefined) return null;
  if (field.queryLanguage !== undefined && field.queryLanguage !== language) {
    return `${field.name} belongs to ${field.queryLanguage}; this state uses ${language}.`;
  }
  if (field.expression && language === 'JSONata' && isMeantAsExpression(value)) return null;
  if (isPlaceholder(value)) return null;
  return checkKind(field.kind, value, field.name);
}

/** Judges every field of an object by its table: unknown fields, values, and fields that exclude each other. */
export function checkFields(
  fields: readonly StateField[],
  object: JsonObject,
  at: JsonPath,
  language: QueryLanguage,
  report: ReportBreach,
): void {
  for (const name of Object.keys(object)) {
    const field = fields.find((known) => known.name === name);
    if (!field) {
      const meant = nearest(
        fields.map((known) => known.name),
        name,
      );
      report([...at, name], `There is no field "${name}" here.${meant === null ? '' : ` Did you mean "${meant}"?`}`);
      continue;
    }
    const problem = checkField(field, object[name], language);
    if (problem !== null) report([...at, name], problem);
    // Of two fields that exclude each other the one later in the alphabet is marked, once.
    const other = field.excludes?.find((excluded) => excluded > name && Object.hasOwn(object, excluded));
    if (other !== undefined) report([...at, other], `Only one of ${name} and ${other} can be set.`);
  }
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
      return checkPathField(kind, value, name);
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

function checkPathField(
  kind: FieldKind & { kind: 'path' | 'referencePath' },
  value: JsonValue,
  name: string,
): string | null {
  if (value === null) return kind.allowsNull ? null : `${name} cannot be null.`;
  if (typeof value !== 'string') return `${name} must be a path such as $.orders.`;
  const problem = checkPath(value, formOf(kind));
  return problem === null ? null : `${name} ${problem}`;
}

function formOf(kind: FieldKind & { kind: 'path' | 'referencePath' }): PathForm {
  if (kind.kind === 'path') return kind.calls === 'text' ? 'pathOrText' : 'path';
  if (kind.from === 'anywhere') return 'reference';
  return kind.from === 'variables' ? 'limit' : 'place';
}

const timestamp =
  /^(\d{4})-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])T(?:[01]\d|2[0-3]):[0-5]\d:[0-5]\d(?:\.\d+)?(?:Z|[+-](?:[01]\d|2[0-3]):[0-5]\d)$/;

/** RFC 3339 with an uppercase T, Z or an offset, and a day that there is, as the ASL specification asks for. */
export function isTimestamp(value: JsonValue): boolean {
  const found = typeof value === 'string' ? timestamp.exec(value) : null;
  if (!found) return false;
  const [year, month, day] = [Number(found[1]), Number(found[2]), Number(found[3])];
  return day <= daysIn(year, month);
}

function daysIn(year: number, month: number): number {
  if (month !== 2) return [4, 6, 9, 11].includes(month) ? 30 : 31;
  return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0 ? 29 : 28;
}
