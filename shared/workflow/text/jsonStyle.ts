import { type JsonPrimitive, type JsonValue, NumberText, isArray, isObject } from '../../base/index';

/** How a JSON text is set: what a new value has to look like to fit in. */
export interface JsonStyle {
  /** One level of indentation; null when everything stands on one line. */
  readonly indent: string | null;
  readonly eol: '\n' | '\r\n';
  /** What stands between a key and its value: `: ` or `:`. */
  readonly colon: string;
}

export const defaultStyle: JsonStyle = { indent: '  ', eol: '\n', colon: ': ' };

/** Reads the style off a text: the first line that is indented, the first colon after a key. */
export function styleOf(text: string): JsonStyle {
  const trimmed = text.trim();
  const indent = /[{[]\r?\n([ \t]+)/.exec(text)?.[1] ?? (trimmed.includes('\n') || trimmed.length < 3 ? '  ' : null);
  return {
    indent,
    eol: text.includes('\r\n') ? '\r\n' : '\n',
    colon: /"\s*:(\s*)/.exec(text)?.[1] === '' ? ':' : ': ',
  };
}

/** What stands before the first character of the line of `offset`. */
export function indentationAt(text: string, offset: number): string {
  const lineStart = text.lastIndexOf('\n', offset - 1) + 1;
  return /^[ \t]*/.exec(text.slice(lineStart, offset))?.[0] ?? '';
}

/** What stands in a list or object at a key or index, printed by the caller. */
export type PrintInner = (value: JsonValue, indentation: string, step: string | number) => string;

/** What stands before a key or item: comments, on lines of their own. */
export type PrintLead = (value: JsonValue, indentation: string) => string;

/**
 * A value as JSON in a style.
 * @param indentation of the line that the value starts on
 * @param inner prints what the value holds; printed in the same style when absent
 * @param lead what stands before each of it
 */
export function printJson(
  value: JsonValue,
  style: JsonStyle,
  indentation = '',
  inner: PrintInner = (item, indented) => printJson(item, style, indented),
  lead: PrintLead = () => '',
): string {
  if (!isArray(value) && !isObject(value)) return printScalar(value);
  const [open, close] = isArray(value) ? '[]' : '{}';
  const indented = style.indent === null ? '' : indentation + style.indent;
  const parts = isArray(value)
    ? value.map((item, index) => lead(item, indented) + inner(item, indented, index))
    : Object.entries(value).map(
        ([key, item]) => lead(item, indented) + JSON.stringify(key) + style.colon + inner(item, indented, key),
      );
  if (parts.length === 0) return `${open}${close}`;
  if (style.indent === null) return `${open}${parts.join(style.colon === ':' ? ',' : ', ')}${close}`;
  return `${open}${style.eol}${parts.map((part) => indented + part).join(`,${style.eol}`)}${style.eol}${indentation}${close}`;
}

function printScalar(value: JsonPrimitive): string {
  if (value instanceof NumberText) return value.text;
  // JSON has numbers that are infinite to JavaScript, such as 1e400; it has no word for infinity.
  if (value === Infinity) return '1e999';
  return value === -Infinity ? '-1e999' : JSON.stringify(value);
}

/** A value that spans lines, moved to another indentation. Strings hold no line breaks, so every line start is layout. */
export function reindent(text: string, from: string, to: string): string {
  if (from === to) return text;
  return text
    .split('\n')
    .map((line, index) => (index > 0 && line.startsWith(from) ? to + line.slice(from.length) : line))
    .join('\n');
}
