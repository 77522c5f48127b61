import { type JsonObject, type JsonValue, isArray, isObject, parseJsonText } from '../base/index';
import { definitionAsWritten, treeOf, type WorkflowDocument } from './document';
import { intrinsicText } from './text/cloudFormationTags';
import { isPlaceholder } from './text/jsonExtras';
import { membersByKey, type SyntaxNode } from './text/syntax';

/** A name that a deployment fills in, such as `wait` of `"Seconds": ${wait}`. */
export interface Placeholder {
  readonly name: string;
  /** Whether it stands for a whole value somewhere, without quotes or as a tag, so that it may be a number. */
  readonly isValue: boolean;
}

/**
 * `${name}` in a text. `${!name}` is how CloudFormation writes a plain `${name}`, and `$${` how Terraform does. Within an
 * expression only plain names count: JSONata has uses of its own for `${`.
 */
const pattern = /(?<!\$)\$\{(?!!)([^{}"\n]+)\}/g;
/**
 * What a text with placeholders must hold: one as it is written, an escape that could stand for a part of one, a tag or a
 * function of CloudFormation. Most texts hold none of these, and need no walk.
 */
const mayHold = /\$\{|\\[uUx\r\n]|!|Ref|Fn::/;
const plainName = /^[\w.:-]+$/;

/** The placeholders of a document, each once, in the order of the text. */
export function placeholdersOf(document: WorkflowDocument): readonly Placeholder[] {
  const found = new Map<string, boolean>();
  if (!mayHold.test(document.source.text)) return [];
  withTexts(document, (text, isValue) => {
    for (const name of placeholderNames(text)) found.set(name, (found.get(name) ?? false) || isValue);
    return text;
  });
  return [...found].map(([name, isValue]) => ({ name, isValue }));
}

/**
 * The definition with the values that the sidecar has for placeholders, and numbers as they are written. It is one pass:
 * what a value holds is not filled in again. What has no value stays as it is.
 */
export function filledDefinition(document: WorkflowDocument): JsonObject {
  const values = new Map(Object.entries(document.sidecar.placeholders));
  return withTexts(document, (text, isValue) => {
    const whole = isValue ? values.get(placeholderNames(text)[0] ?? '') : undefined;
    if (whole !== undefined) return jsonOrText(whole);
    return text.replace(pattern, (written, name: string) =>
      isName(text, name) ? (values.get(name) ?? written) : written,
    );
  });
}

/** The names of the placeholders in a text of a definition, each as often as it stands there. */
export function placeholderNames(text: string): readonly string[] {
  if (!text.includes('${')) return [];
  return [...text.matchAll(pattern)].flatMap(([, name]) => (name !== undefined && isName(text, name) ? [name] : []));
}

/** A text with its placeholders under other names. */
export function withPlaceholderNames(text: string, rename: (name: string) => string): string {
  return text.replace(pattern, (written, name: string) => (isName(text, name) ? `\${${rename(name)}}` : written));
}

function isName(text: string, name: string): boolean {
  return plainName.test(name) || !text.trimStart().startsWith('{%');
}

function jsonOrText(text: string): JsonValue {
  try {
    return parseJsonText(text);
  } catch {
    return text;
  }
}

/**
 * The definition with every text replaced by what `change` makes of it, and numbers as they are written; shares what stays
 * the same. `isValue`: the text is one placeholder that stands for a whole value, without quotes or as a tag.
 */
export function withTexts(
  document: WorkflowDocument,
  change: (text: string, isValue: boolean) => JsonValue,
): JsonObject {
  const { source } = document;
  const tree = treeOf(source);
  const inside = (value: JsonValue, node: SyntaxNode | undefined, start: number): JsonValue => {
    if (typeof value === 'string') return change(value, node !== undefined && isWhole(value, source.text, start));
    if (isArray(value)) {
      const items = value.map((item, index) => {
        const place = node?.kind === 'array' ? node.items[index] : undefined;
        return inside(item, place?.value, start + (place?.at ?? 0));
      });
      return items.some((item, index) => item !== value[index]) ? items : value;
    }
    if (!isObject(value)) return value;
    const members = node?.kind === 'object' ? membersByKey(node) : null;
    let changed = false;
    const entries = Object.entries(value).map(([key, item]): [string, JsonValue] => {
      const member = members?.get(key);
      // The long form of a function of CloudFormation, as Serverless has it. Elsewhere such an object may be meant as it is.
      const resource = key === 'Resource' && isObject(item) ? intrinsicText(item) : null;
      const next = resource === null ? inside(item, member?.value, start + (member?.at ?? 0)) : change(resource, true);
      changed ||= next !== item;
      return [key, next];
    });
    return changed ? Object.fromEntries(entries) : value;
  };
  return inside(definitionAsWritten(document), tree?.root, tree?.at ?? 0) as JsonObject;
}

/** Whether a text that stands at a place is one placeholder without quotes: a tag gives it without writing `${`. */
function isWhole(value: string, text: string, start: number): boolean {
  return isPlaceholder(value) && !/["'|>]/.test(text[start] ?? '');
}
