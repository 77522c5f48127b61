import { type JsonValue, NumberText, isArray, isObject, numberTexts, own } from '../../base/index';
import { membersByKey, type SyntaxNode, type SyntaxTree } from './syntax';

/** A number as JSON writes it, and YAML too. */
const jsonNumber = /^-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?$/;

/** A placeholder that stands without quotes, on its way into another text. In a definition it is a plain text. */
class PlaceholderText extends NumberText {
  constructor(text: string) {
    super(text, NaN);
  }
}

/**
 * The value with its numbers as they stand in the text it was read from, for printing it elsewhere: a definition holds
 * plain numbers, and JavaScript knows neither `1.0` nor 12345678901234567890. Shares what has no such number.
 * @param placeholders whether those without quotes, which only JSON tells from texts, keep their text as well
 */
export function withNumberTexts(value: JsonValue, text: string, tree: SyntaxTree, placeholders = false): JsonValue {
  const walk = (node: SyntaxNode | undefined, start: number, old: JsonValue): JsonValue => {
    if (node?.kind === 'object' && isObject(old)) {
      const named = membersByKey(node);
      let changed = false;
      const entries = Object.entries(old).map(([key, item]): [string, JsonValue] => {
        const member = named.get(key);
        const written = member ? walk(member.value, start + member.at, item) : item;
        changed ||= written !== item;
        return [key, written];
      });
      return changed ? Object.fromEntries(entries) : old;
    }
    if (node?.kind === 'array' && isArray(old)) {
      const items = old.map((item, index) => {
        const place = node.items[index];
        return place ? walk(place.value, start + place.at, item) : item;
      });
      return items.some((item, index) => item !== old[index]) ? items : old;
    }
    if (node?.kind !== 'scalar') return old;
    if (placeholders && typeof old === 'string' && text[start] === '$') return new PlaceholderText(old);
    if (typeof old !== 'number') return old;
    const raw = text.slice(start, start + node.length);
    return raw !== String(old) && jsonNumber.test(raw) ? new NumberText(raw, old) : old;
  };
  return walk(tree.root, tree.at, value);
}

/**
 * The value with plain numbers, as a definition has them. Shares what has no other.
 * @param old a value without number texts; what is shared with it in the same place is not searched
 */
export function withoutNumberTexts(value: JsonValue, old: JsonValue | undefined): JsonValue {
  if (value === old || !numberTexts.everMade) return value;
  if (value instanceof PlaceholderText) return value.text;
  if (value instanceof NumberText) return value.value;
  if (isArray(value)) {
    const items = value.map((item, index) => withoutNumberTexts(item, isArray(old) ? old[index] : undefined));
    return items.some((item, index) => item !== value[index]) ? items : value;
  }
  if (!isObject(value)) return value;
  let changed = false;
  const entries = Object.entries(value).map(([key, item]): [string, JsonValue] => {
    const plain = withoutNumberTexts(item, isObject(old) ? own(old, key) : undefined);
    changed ||= plain !== item;
    return [key, plain];
  });
  return changed ? Object.fromEntries(entries) : value;
}

/** The value with placeholders as plain texts, and its numbers as they are. */
export function withoutPlaceholderTexts(value: JsonValue): JsonValue {
  if (value instanceof PlaceholderText) return value.text;
  if (isArray(value)) return value.map(withoutPlaceholderTexts);
  if (!isObject(value)) return value;
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, withoutPlaceholderTexts(item)]));
}
