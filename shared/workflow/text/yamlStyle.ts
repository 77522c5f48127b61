import { stringify } from 'yaml';
import type { JsonValue } from '../../base/index';
import { isContainer } from './yamlParser';

/** A value as YAML in lines. */
export function printYaml(value: JsonValue, indent = 2): string {
  return stringify(value, { lineWidth: 0, indent, aliasDuplicateObjects: false });
}

/** A value on one line; objects and lists as JSON, which YAML includes. */
export function flowYaml(value: JsonValue): string {
  return isContainer(value)
    ? JSON.stringify(value)
    : stringify(value, { lineWidth: 0, defaultStringType: 'PLAIN', blockQuote: false }).trimEnd();
}

/** One level of indentation in a text: that of its first line that is indented. */
export function indentOf(text: string): number {
  return Math.min(8, Math.max(2, /:\s*\n( +)\S/.exec(text)?.[1]?.length ?? 2));
}
