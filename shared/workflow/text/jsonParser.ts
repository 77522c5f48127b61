import { type JsonValue, type Result, fail, ok } from '../../base/index';
import { commentAt, insertionAt, placeholderAt, strictJson, type Extra } from './jsonExtras';
import { Lines } from './lines';
import { maxDepth, problemAt, type ParseProblem } from './problem';
import type { Reusable } from './reuse';
import type { ItemNode, MemberNode, SyntaxNode, SyntaxTree } from './syntax';

export interface ParsedJson {
  readonly value: JsonValue;
  readonly tree: SyntaxTree;
  /** Keys that stand twice in one object, of which the last one counts; comments, which JSON has not. */
  readonly warnings: readonly ParseProblem[];
}

/**
 * Parses JSON (RFC 8259) with the place of every value. Allowed beside it are what people's files hold: a byte order mark at
 * the start, comments, and placeholders without quotes (`"Seconds": ${wait}`), whose value is their text.
 */
export function parseJson(text: string): Result<ParsedJson, ParseProblem> {
  const reader = new Reader(text);
  const tree = reader.tree();
  if (!tree.ok) return tree;
  // What the reader has taken is JSON but for the extras, so that the values can come from the engine's own parser.
  const value = JSON.parse(strictJson(text, reader.extras).replace(/^\uFEFF/, '')) as JsonValue;
  return ok({ value, tree: tree.value, warnings: reader.warnings });
}

/** The tree of a text alone, taking over from an older tree what stands unchanged in it. */
export function readJsonTree(text: string, reusable: Reusable): Result<SyntaxTree, ParseProblem> {
  return new Reader(text, reusable).tree();
}

class Refused extends Error {
  constructor(readonly problem: ParseProblem) {
    super(problem.message);
  }
}

const literals: ReadonlySet<string> = new Set(['true', 'false', 'null']);
const numberPattern = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?/y;
const wordPattern = /[A-Za-z_$][\w$]*/y;

const plainText = /[^"\\$\u0000-\u001f]*/y;

class Reader {
  readonly warnings: ParseProblem[] = [];
  /** In the order of the text. */
  readonly extras: Extra[] = [];
  private hasComments = false;
  private at = 0;
  private readonly lines: Lines;

  constructor(
    private readonly text: string,
    private readonly reusable: Reusable | null = null,
  ) {
    this.lines = new Lines(text);
  }

  tree(): Result<SyntaxTree, ParseProblem> {
    try {
      return ok(this.document());
    } catch (thrown) {
      if (thrown instanceof Refused) return fail(thrown.problem);
      throw thrown;
    }
  }

  private document(): SyntaxTree {
    if (this.text.startsWith('\uFEFF')) this.at = 1;
    this.skipSpace();
    if (this.at >= this.text.length) this.refuse('The text is empty. A state machine starts with {.', this.at);
    const at = this.at;
    const root = this.value(0);
    this.skipSpace();
    if (this.at < this.text.length) this.refuse('Nothing may follow the end of the definition.', this.at);
    return { at, root, plain: !this.hasComments };
  }

  private value(depth: number): SyntaxNode {
    const start = this.at;
    if (depth > maxDepth) {
      throw new Refused(problemAt('TOO_DEEP', `Nested deeper than ${maxDepth} levels.`, this.lines, start));
    }
    const known = this.reusable?.at(start);
    if (known) {
      this.at += known.length;
      return known;
    }
    switch (this.text[start]) {
      case '{':
        return this.object(depth);
      case '[':
        return this.array(depth);
      case '"':
        this.string();
        break;
      default:
        this.scalar();
    }
    return { kind: 'scalar', length: this.at - start };
  }

  private object(depth: number): SyntaxNode {
    const start = this.at++;
    const members: MemberNode[] = [];
    const seen = new Set<string>();
    this.skipSpace();
    while (this.text[this.at] !== '}') {
      if (members.length > 0) this.separator('}', 'object');
      const keyStart = this.at;
      if (this.text[this.at] !== '"') this.refuseKey();
      this.string();
      // The slice is valid JSON at this point; a copy, so that a key does not keep the whole text alive.
      const key = this.said(keyStart);
      const keyLength = this.at - keyStart;
      if (seen.has(key)) {
        const message = `The key "${key}" stands twice in this object; the last one counts.`;
        this.warnings.push(problemAt('DUPLICATE_KEY', message, this.lines, keyStart));
      }
      seen.add(key);
      this.skipSpace();
      if (this.text[this.at] !== ':') this.refuse(`Expected a colon after "${key}".`, this.at);
      this.at++;
      this.skipSpace();
      const at = this.at - start;
      members.push({ key, keyAt: keyStart - start, keyLength, at, value: this.value(depth + 1) });
      this.skipSpace();
    }
    this.at++;
    return { kind: 'object', length: this.at - start, block: false, members };
  }

  private array(depth: number): SyntaxNode {
    const start = this.at++;
    const items: ItemNode[] = [];
    this.skipSpace();
    while (this.text[this.at] !== ']') {
      if (items.length > 0) this.separator(']', 'array');
      const at = this.at - start;
      items.push({ at, value: this.value(depth + 1) });
      this.skipSpace();
    }
    this.at++;
    return { kind: 'array', length: this.at - start, block: false, items };
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

  private string(): void {
    const start = this.at++;
    for (;;) {
      plainText.lastIndex = this.at;
      plainText.exec(this.text);
      this.at = plainText.lastIndex;
      const char = this.text[this.at];
      if (char === '"') break;
      if (char === '$') {
        this.insertion();
        continue;
      }
      if (char === '\\') this.escape();
      else if (char === undefined) this.refuse('The text ends inside a string: " is missing.', start);
      else this.refuse('A string ends on its line; write \\n for a line break and \\t for a tab.', this.at);
    }
    this.at++;
  }

  private insertion(): void {
    const insertion = insertionAt(this.text, this.at);
    if (insertion) this.extras.push(insertion);
    this.at = insertion ? insertion.end : this.at + 1;
  }

  /** What a text in quotes says that ends here. */
  private said(start: number): string {
    const last = this.extras.at(-1);
    const written = this.text.slice(start, this.at);
    if (!last || last.start < start) return JSON.parse(written) as string;
    const inside = this.extras.filter((extra) => extra.start >= start);
    const moved = inside.map((extra) => ({ ...extra, start: extra.start - start, end: extra.end - start }));
    return JSON.parse(strictJson(written, moved)) as string;
  }

  private escape(): void {
    const escape = /\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4})/y;
    escape.lastIndex = this.at;
    if (!escape.test(this.text)) this.refuse('Unknown escape; a backslash itself is written \\\\.', this.at);
    this.at = escape.lastIndex;
  }

  private scalar(): void {
    const placeholder = placeholderAt(this.text, this.at);
    if (placeholder) {
      this.extras.push(placeholder);
      this.at = placeholder.end;
      return;
    }
    numberPattern.lastIndex = this.at;
    const number = numberPattern.exec(this.text)?.[0];
    if (number !== undefined) {
      const start = this.at;
      this.at += number.length;
      if (/[\w.]/.test(this.text[this.at] ?? '')) this.refuse('This is not a number as JSON writes it.', start);
      return;
    }
    wordPattern.lastIndex = this.at;
    const word = wordPattern.exec(this.text)?.[0];
    if (word !== undefined && literals.has(word)) {
      this.at += word.length;
      return;
    }
    if (word !== undefined) this.refuse(`Unknown word "${word}"; text takes double quotes.`, this.at);
    if (this.at >= this.text.length) this.refuse('The text ends where a value should be.', this.at);
    this.refuse('Expected a value here.', this.at);
  }

  private skipSpace(): void {
    for (;;) {
      const code = this.text.charCodeAt(this.at);
      if (code === 32 || code === 10 || code === 13 || code === 9) this.at++;
      else if (code !== 47 || !this.comment()) return;
    }
  }

  private comment(): boolean {
    const comment = commentAt(this.text, this.at);
    if (!comment) return false;
    if (comment.end === null) this.refuse('The text ends inside a comment: */ is missing.', this.at);
    if (!this.hasComments) {
      const message = 'JSON has no comments, and AWS takes none. They stay in this file; exports leave them out.';
      this.warnings.push(problemAt('COMMENTS', message, this.lines, this.at));
    }
    this.hasComments = true;
    this.extras.push({ kind: 'comment', start: this.at, end: comment.end });
    this.at = comment.end;
    return true;
  }

  private refuse(message: string, offset: number): never {
    throw new Refused(problemAt('NOT_JSON', message, this.lines, offset));
  }
}
