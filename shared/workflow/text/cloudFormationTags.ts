import { type JsonValue, isArray, isObject } from '../../base/index';

/**
 * What a tag of CloudFormation stands for in a definition: what a deployment fills in is a placeholder, as it is in a
 * `DefinitionString`. `!Ref Table` is `${Table}`, `!GetAtt Fn.Arn` is `${Fn.Arn}`, and `!Sub` its text. Undefined for all other
 * tags: their value is what stands there.
 * Source: AWS CloudFormation user guide, "Intrinsic function reference".
 * @param value what the tag is put before
 */
export function valueOfTag(tag: string, value: JsonValue): JsonValue | undefined {
  switch (tag) {
    case '!Ref':
      return named(value);
    case '!GetAtt':
      return named(textsOf(value)?.join('.') ?? null);
    case '!Sub': {
      const text = isArray(value) ? value[0] : value;
      return typeof text === 'string' ? text : undefined;
    }
    case '!Join': {
      const [separator, parts] = isArray(value) ? value : [];
      const texts = textsOf(parts);
      return typeof separator === 'string' && isArray(parts) && texts ? texts.join(separator) : undefined;
    }
    case '!ImportValue':
    case '!FindInMap':
    case '!Select': {
      const texts = textsOf(value);
      return texts ? named(`${tag.slice(1)} ${texts.join(' ').replace(/[${}"\n]/g, '')}`) : undefined;
    }
    default:
      return undefined;
  }
}

/**
 * What an intrinsic function in its long form gives, such as `{ "Fn::GetAtt": ["Loader", "Arn"] }`, with placeholders for what it
 * refers to; null when that is no text.
 */
export function intrinsicText(value: JsonValue): string | null {
  const read = (inner: JsonValue): JsonValue => {
    if (isArray(inner)) return inner.map(read);
    const [entry, ...others] = isObject(inner) ? Object.entries(inner) : [];
    if (!entry || others.length > 0) return inner;
    return valueOfTag(`!${entry[0].replace(/^Fn::/, '')}`, read(entry[1])) ?? inner;
  };
  const text = read(value);
  return typeof text === 'string' ? text : null;
}

function named(name: JsonValue): string | undefined {
  return typeof name === 'string' && name !== '' ? `\${${name}}` : undefined;
}

/** Texts in a list or alone; null where there is anything else. */
function textsOf(value: JsonValue | undefined): readonly string[] | null {
  const items = (isArray(value) ? value.flat() : [value]).map((item) =>
    typeof item === 'number' ? String(item) : item,
  );
  return items.every((item) => typeof item === 'string') ? items : null;
}

/** What stands for a value in place of one with a tag: from where on, and the text. */
interface Replacement {
  readonly start: number;
  readonly text: string;
}

/**
 * How another value is written where a tag stands right before the old one: `!GetAtt` and `!Ref` stay with another
 * placeholder, `!Sub` with any text; no other value is what the tag would make of it, so the tag goes.
 * @param start of the old value, after its tag
 * @param printed the other value as it is written without a tag
 */
export function replacingTagged(text: string, start: number, value: JsonValue, printed: string): Replacement {
  const before = text.slice(Math.max(0, start - 200), start);
  const tag = /!(Ref|GetAtt|Join|ImportValue|FindInMap|Select|Sub)\s+$/.exec(before);
  if (!tag) return { start, text: printed };
  const inList = /[[-]/.test(text[start] ?? '');
  if (tag[1] === 'Sub' && typeof value === 'string' && !inList) return { start, text: printed };
  const name = typeof value === 'string' ? /^\$\{([\w.:]+)\}$/.exec(value)?.[1] : undefined;
  if ((tag[1] === 'Ref' || tag[1] === 'GetAtt') && name !== undefined && !inList) return { start, text: name };
  return { start: start - tag[0].length, text: printed };
}
