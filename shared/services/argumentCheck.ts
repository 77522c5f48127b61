import { isArray, isObject, type JsonValue } from '../base/json';
import type { ArgumentField } from './contract';

/** What is wrong with the literal value of an argument, as one sentence; null when nothing is. Placeholders `${…}` are taken. */
export function checkArgument({ name, type }: ArgumentField, value: JsonValue): string | null {
  if (typeof value === 'string' && /\$\{[^}]+\}/.test(value)) return null;
  switch (type.kind) {
    case 'string': {
      if (typeof value !== 'string') return `${name} must be text.`;
      if (type.min !== undefined && value.length < type.min)
        return value === '' ? `${name} is empty.` : `${name} has at least ${type.min} characters.`;
      if (type.max !== undefined && value.length > type.max) return `${name} has at most ${type.max} characters.`;
      return type.pattern === undefined || new RegExp(type.pattern).test(value)
        ? null
        : `${name} does not have the form AWS asks for.`;
    }
    case 'enum':
      return typeof value === 'string' && type.values.includes(value)
        ? null
        : `${name} must be one of ${type.values.join(', ')}.`;
    case 'integer':
    case 'number': {
      if (typeof value !== 'number' || (type.kind === 'integer' && !Number.isInteger(value))) {
        return `${name} must be a ${type.kind === 'integer' ? 'whole number' : 'number'}.`;
      }
      if (type.min !== undefined && value < type.min) return `${name} must be at least ${type.min}.`;
      return type.max !== undefined && value > type.max ? `${name} must be at most ${type.max}.` : null;
    }
    case 'boolean':
      return typeof value === 'boolean' ? null : `${name} must be true or false.`;
    case 'list':
      return isArray(value) ? null : `${name} must be a list.`;
    case 'map':
    case 'object':
      return isObject(value) ? null : `${name} must be an object.`;
    case 'json':
      return null;
  }
}
