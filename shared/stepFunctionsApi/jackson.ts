/**
 * What is wrong with a text that is no JSON, in the words of the parser that AWS uses (Jackson). Recorded for tokens that are
 * not known and for names without quotes; the other sentences are those of Jackson's source.
 */
export interface JacksonProblem {
  readonly message: string;
  /** Counted from 1, where Jackson has stopped reading. */
  readonly line: number;
  readonly column: number;
}

const anyValue = "(JSON String, Number, Array, Object or token 'null', 'true' or 'false')";

/** Thrown inside the reader only. */
class Stopped {
  constructor(
    readonly message: string,
    readonly at: number,
  ) {}
}

/** Undefined where the text is JSON. */
export function jacksonProblem(text: string): JacksonProblem | undefined {
  try {
    JSON.parse(text);
    return undefined;
  } catch {
    // Read again for Jackson's words.
  }
  try {
    const reader = new Reader(text);
    reader.value();
    reader.end();
  } catch (stopped) {
    if (!(stopped instanceof Stopped)) throw stopped;
    const before = text.slice(0, stopped.at).split('\n');
    return { message: stopped.message, line: before.length, column: (before.at(-1)?.length ?? 0) + 1 };
  }
  return { message: 'Unexpected content', line: 1, column: 1 };
}

class Reader {
  private at = 0;

  constructor(private readonly text: string) {}

  value(): void {
    const first = this.next(`Unexpected end-of-input`);
    if (first === '{') this.entries('}', 'Object', () => this.field());
    else if (first === '[') this.entries(']', 'Array', () => this.value());
    else if (first === '"') this.string();
    else if (/[-\d]/.test(first)) this.number();
    else if (/[\p{L}_$]/u.test(first)) this.token();
    else throw this.unexpected(first, `expected a valid value ${anyValue}`);
  }

  end(): void {
    this.blank();
    const rest = this.text[this.at];
    if (rest !== undefined) throw this.unexpected(rest, `expected a valid value ${anyValue}`);
  }

  private entries(close: string, kind: 'Object' | 'Array', entry: () => void): void {
    const marker = this.place(this.at);
    const open = `Unexpected end-of-input: expected close marker for ${kind} (start marker at [Source: (String)"${excerpt(this.text)}"; ${marker}])`;
    this.at++;
    if (this.next(open) === close) {
      this.at++;
      return;
    }
    for (;;) {
      entry();
      const after = this.next(open);
      this.at++;
      if (after === close) return;
      if (after !== ',') {
        this.at--;
        throw this.unexpected(after, `was expecting comma to separate ${kind} entries`);
      }
      this.next(open);
    }
  }

  private field(): void {
    const first = this.text[this.at] ?? '';
    if (first !== '"') throw this.unexpected(first, 'was expecting double-quote to start field name');
    this.string();
    const colon = this.next('Unexpected end-of-input');
    if (colon !== ':') throw this.unexpected(colon, 'was expecting a colon to separate field name and value');
    this.at++;
    this.value();
  }

  private string(): void {
    for (this.at++; ; this.at++) {
      const character = this.text[this.at];
      if (character === undefined)
        throw new Stopped('Unexpected end-of-input: was expecting closing quote for a string value', this.at);
      if (character === '"') break;
      if (character < ' ')
        throw new Stopped(
          `Illegal unquoted character ((CTRL-CHAR, code ${character.charCodeAt(0)})): has to be escaped using backslash to be included in string value`,
          this.at + 1,
        );
      if (character !== '\\') continue;
      this.at++;
      const escaped = this.text[this.at] ?? '';
      if (!/["\\/bfnrtu]/.test(escaped))
        throw new Stopped(`Unrecognized character escape ${described(escaped)}`, this.at + 1);
    }
    this.at++;
  }

  private number(): void {
    const found = /^-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?/.exec(this.text.slice(this.at))?.[0];
    if (found === undefined)
      throw this.unexpected(
        this.text[this.at + 1] ?? '',
        'Expected digit (0-9) to follow minus sign, for valid numeric value',
      );
    this.at += found.length;
  }

  private token(): void {
    const token = /^[\p{L}\d_$]+/u.exec(this.text.slice(this.at))?.[0] ?? '';
    this.at += token.length;
    if (!['null', 'true', 'false'].includes(token))
      throw new Stopped(`Unrecognized token '${token}': was expecting ${anyValue}`, this.at);
  }

  private next(atEnd: string): string {
    this.blank();
    const character = this.text[this.at];
    if (character === undefined) throw new Stopped(atEnd, this.at);
    return character;
  }

  private blank(): void {
    while (/[ \t\r\n]/.test(this.text[this.at] ?? '')) this.at++;
  }

  private unexpected(character: string, why: string): Stopped {
    return new Stopped(`Unexpected character (${described(character)}): ${why}`, this.at + 1);
  }

  private place(at: number): string {
    const before = this.text.slice(0, at).split('\n');
    return `line: ${before.length}, column: ${(before.at(-1)?.length ?? 0) + 1}`;
  }
}

const described = (character: string): string => `'${character}' (code ${character.codePointAt(0) ?? 0})`;

/** Jackson repeats at most this much of its source. */
const longestExcerpt = 500;

/** The source as Jackson names it. */
export function excerpt(text: string): string {
  return text.length <= longestExcerpt
    ? text
    : `${text.slice(0, longestExcerpt)}"[truncated ${text.length - longestExcerpt} chars]`;
}
