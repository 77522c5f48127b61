import { fail, ok, type Result } from '../../base/result';
import type { JsonValue } from '../../base/json';
import { maxDepth, problemAt, type ParseProblem } from './problem';
import type { MemberNode, SyntaxNode } from './syntax';

export interface ParsedJson {
  readonly value: JsonValue;
  readonly tree: SyntaxNode;
  /** Keys that stand twice in one object; the last one counts. */
  readonly warnings: readonly ParseProblem[];
}

/** Parses JSON (RFC 8259) with the place of every value. A byte order mark at the start is allowed. */
export function parseJson(text: string): Result<ParsedJson, ParseProblem> {
  const reader = new Reader(text);
  try {
    return ok(reader.document());
  } catch (thrown) {
    if (thrown instanceof Refused) return fail(thrown.problem);
    throw thrown;
  }
}

class Refused extends Error {
  constructor(readonly problem: ParseProblem) {
    super(problem.message);
  }
}

const literals: Readonly<Record<string, JsonValue>> = { true: true, false: false, null: null };
const numberPattern = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?/y;
const wordPattern = /[A-Za-z_$][\w$]*/y;

const plainText = /[^"\\\u0000-\u001f]*/y;

class Reader {
  private at = 0;
  private readonly warnings: ParseProblem[] = [];

  constructor(private readonly text: string) {}

  document(): ParsedJson {
    if (this.text.startsWith('\uFEFF')) this.at = 1;
    this.skipSpace();
    if (this.at >= this.text.length) this.refuse('The text is empty. A state machine starts with {.', this.at);
    const { value, node } = this.value(0);
    this.skipSpace();
    if (this.at < this.text.length) this.refuse('Nothing may follow the end of the definition.', this.at);
    return { value, tree: node, warnings: this.warnings };
  }

  private value(depth: number): { value: JsonValue; node: SyntaxNode } {
    const start = this.at;
    if (depth > maxDepth) {
      throw new Refused(problemAt('TOO_DEEP', `Nested deeper than ${maxDepth} levels.`, this.text, start));
    }
    switch (this.text[start]) {
      case '{':
        return this.object(depth);
      case '[':
        return this.array(depth);
      case '"': {
        const value = this.string();
        return { value, node: { kind: 'scalar', start, end: this.at } };
      }
      default: {
        const value = this.scalar();
        return { value, node: { kind: 'scalar', start, end: this.at } };
      }
    }
  }

  private object(depth: number): { value: JsonValue; node: SyntaxNode } {
    const start = this.at++;
    const members: MemberNode[] = [];
    const entries: [string, JsonValue][] = [];
    const seen = new Set<string>();
    this.skipSpace();
    while (this.text[this.at] !== '}') {
      if (members.length > 0) this.separator('}', 'object');
      const keyStart = this.at;
      if (this.text[this.at] !== '"') this.refuseKey();
      const key = this.string();
      const keyEnd = this.at;
      if (seen.has(key)) {
        const message = `The key "${key}" stands twice in this object; the last one counts.`;
        this.warnings.push(problemAt('DUPLICATE_KEY', message, this.text, keyStart));
      }
      seen.add(key);
      this.skipSpace();
      if (this.text[this.at] !== ':') this.refuse(`Expected a colon after "${key}".`, this.at);
      this.at++;
      this.skipSpace();
      const { value, node } = this.value(depth + 1);
      entries.push([key, value]);
      members.push({ key, keyStart, keyEnd, value: node });
      this.skipSpace();
    }
    this.at++;
    return { value: Object.fromEntries(entries), node: { kind: 'object', start, end: this.at, members } };
  }

  private array(depth: number): { value: JsonValue; node: SyntaxNode } {
    const start = this.at++;
    const items: SyntaxNode[] = [];
    const values: JsonValue[] = [];
    this.skipSpace();
    while (this.text[this.at] !== ']') {
      if (items.length > 0) this.separator(']', 'array');
      const { value, node } = this.value(depth + 1);
      values.push(value);
      items.push(node);
      this.skipSpace();
    }
    this.at++;
    return { value: values, node: { kind: 'array', start, end: this.at, items } };
  }

  /** Between two members or items: exactly one comma, and none before the closing bracket. */
  private separator(close: string, what: string): void {
    if (this.text[this.at] !== ',') {
      const message =
        this.at >= this.text.length
          ? `The text ends inside an ${what}: ${close} is missing.`
          : `Expected a comma or ${close} here.`;
      this.refuse(message, this.at);
    }
    const comma = this.at++;
    this.skipSpace();
    if (this.text[this.at] === close) this.refuse(`Remove the comma before ${close}.`, comma);
  }

  private refuseKey(): never {
    if (this.at >= this.text.length) this.refuse('The text ends inside an object: } is missing.', this.at);
    if (this.text[this.at] === "'") this.refuse('Keys take double quotes, not single ones.', this.at);
    return this.refuse('Expected a key in double quotes.', this.at);
  }

  private string(): string {
    const start = this.at++;
    for (;;) {
      plainText.lastIndex = this.at;
      plainText.exec(this.text);
      this.at = plainText.lastIndex;
      const char = this.text[this.at];
      if (char === '"') break;
      if (char === '\\') this.escape();
      else if (char === undefined) this.refuse('The text ends inside a string: " is missing.', start);
      else this.refuse('A string ends on its line; write \\n for a line break and \\t for a tab.', this.at);
    }
    this.at++;
    // The slice is valid JSON at this point; JSON.parse decodes its escapes.
    return JSON.parse(this.text.slice(start, this.at)) as string;
  }

  private escape(): void {
    const escape = /\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4})/y;
    escape.lastIndex = this.at;
    if (!escape.test(this.text)) this.refuse('Unknown escape; a backslash itself is written \\\\.', this.at);
    this.at = escape.lastIndex;
  }

  private scalar(): JsonValue {
    numberPattern.lastIndex = this.at;
    const number = numberPattern.exec(this.text)?.[0];
    if (number !== undefined) {
      const start = this.at;
      this.at += number.length;
      if (/[\w.]/.test(this.text[this.at] ?? '')) this.refuse('This is not a number as JSON writes it.', start);
      return Number(number);
    }
    wordPattern.lastIndex = this.at;
    const word = wordPattern.exec(this.text)?.[0];
    if (word !== undefined && Object.hasOwn(literals, word)) {
      this.at += word.length;
      return literals[word] ?? null;
    }
    if (word !== undefined) return this.refuse(`Unknown word "${word}"; text takes double quotes.`, this.at);
    if (this.text.startsWith('//', this.at) || this.text.startsWith('/*', this.at)) {
      return this.refuse('JSON has no comments; use a Comment field.', this.at);
    }
    if (this.at >= this.text.length) return this.refuse('The text ends where a value should be.', this.at);
    return this.refuse('Expected a value here.', this.at);
  }

  private skipSpace(): void {
    for (;;) {
      const code = this.text.charCodeAt(this.at);
      if (code !== 32 && code !== 10 && code !== 13 && code !== 9) return;
      this.at++;
    }
  }

  private refuse(message: string, offset: number): never {
    throw new Refused(problemAt('NOT_JSON', message, this.text, offset));
  }
}
