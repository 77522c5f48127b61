import type { JsonValue } from '../../base/index';
import { heredocAt, skipBlank, skipBrackets, skipQuoted } from './skip';

/**
 * What an expression of HCL says as JSON. What only Terraform knows, such as a reference, is a placeholder that names it:
 * `aws_lambda_function.load.arn` becomes `${aws_lambda_function.load.arn}`. Null when it is broken.
 * Source: HCL native syntax specification, "Expressions".
 */
export function readExpression(text: string): JsonValue | null {
  const reader = new Reader(text);
  try {
    const value = reader.value();
    return reader.isAtEnd() ? value : null;
  } catch (thrown) {
    if (thrown instanceof Refused) return null;
    throw thrown;
  }
}

class Refused extends Error {}

/** Deeper than any definition; more would exhaust the stack. */
const maxDepth = 300;

class Reader {
  private at = 0;
  private depth = 0;

  constructor(private readonly text: string) {}

  isAtEnd(): boolean {
    return skipBlank(this.text, this.at) >= this.text.length;
  }

  value(): JsonValue {
    if (++this.depth > maxDepth) throw new Refused();
    this.at = skipBlank(this.text, this.at);
    const start = this.at;
    const literal = this.literal();
    const end = this.at;
    this.depth -= 1;
    // An operator, an index or a field behind it make it an expression.
    if (literal !== undefined && this.endsValue(end)) return literal;
    return this.other(start);
  }

  private literal(): JsonValue | undefined {
    const first = this.text[this.at];
    if (first === '{') return this.isComprehension() ? undefined : this.object();
    if (first === '[') return this.isComprehension() ? undefined : this.list();
    if (first === '"') return this.quoted();
    const heredoc = heredocAt(this.text, this.at);
    if (heredoc) {
      this.at = heredoc.end;
      return withoutEscapes(this.text.slice(heredoc.from, heredoc.to));
    }
    const word = /-?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?\b|true\b|false\b|null\b/y;
    word.lastIndex = this.at;
    const found = word.exec(this.text)?.[0];
    if (found === undefined) return undefined;
    this.at = word.lastIndex;
    return JSON.parse(found) as JsonValue;
  }

  private isComprehension(): boolean {
    return /^for\s/.test(this.text.slice(skipBlank(this.text, this.at + 1)));
  }

  private object(): JsonValue {
    const entries: [string, JsonValue][] = [];
    this.at += 1;
    while (!this.closes('}')) {
      const key = this.key();
      this.at = skipBlank(this.text, this.at);
      if (!/[=:]/.test(this.text[this.at] ?? '')) throw new Refused();
      this.at += 1;
      entries.push([key, this.value()]);
      this.comma();
    }
    return Object.fromEntries(entries);
  }

  private key(): string {
    if (this.text[this.at] === '"') return this.quoted();
    if (this.text[this.at] === '(') {
      const start = this.at;
      this.at = skipBrackets(this.text, start);
      return `\${${this.text.slice(start + 1, this.at - 1).trim()}}`;
    }
    const name = /[A-Za-z_][\w-]*/y;
    name.lastIndex = this.at;
    const found = name.exec(this.text)?.[0];
    if (found === undefined) throw new Refused();
    this.at = name.lastIndex;
    return found;
  }

  private list(): JsonValue {
    const items: JsonValue[] = [];
    this.at += 1;
    while (!this.closes(']')) {
      items.push(this.value());
      this.comma();
    }
    return items;
  }

  private closes(bracket: string): boolean {
    this.at = skipBlank(this.text, this.at);
    if (this.at >= this.text.length) throw new Refused();
    if (this.text[this.at] !== bracket) return false;
    this.at += 1;
    return true;
  }

  private comma(): void {
    this.at = skipBlank(this.text, this.at);
    if (this.text[this.at] === ',') this.at += 1;
  }

  private quoted(): string {
    const start = this.at;
    this.at = skipQuoted(this.text, start);
    const inside = this.text.slice(start + 1, this.at - 1);
    return withoutEscapes(inside.replace(/\\(?:u([0-9a-fA-F]{4})|(.))/g, unescaped));
  }

  /** Whether the value that ends here is all of it: what follows on its line ends a member or an item. */
  private endsValue(end: number): boolean {
    const rest = /[ \t]*(?:\/\*(?:(?!\*\/)[^\n])*\*\/[ \t]*)?/y;
    rest.lastIndex = end;
    rest.test(this.text);
    return /^(?:$|[\r\n,}\])#]|\/\/)/.test(this.text.slice(rest.lastIndex, rest.lastIndex + 2));
  }

  /** An expression that is no literal, up to where a member or item ends. */
  private other(start: number): JsonValue {
    let end = start;
    while (end < this.text.length && !/[\n,}\])#]/.test(this.text[end] ?? '') && !this.text.startsWith('//', end)) {
      if (/[([{]/.test(this.text[end] ?? '')) end = skipBrackets(this.text, end);
      else end = this.text[end] === '"' ? skipQuoted(this.text, end) : end + 1;
    }
    if (end === start) throw new Refused();
    this.at = end;
    const written = this.text.slice(start, end).trim();
    return `\${${written.replace(/\s+/g, ' ').replaceAll('"', "'").replace(/[{}]/g, '')}}`;
  }
}

function unescaped(written: string, code: string | undefined, char: string | undefined): string {
  if (code !== undefined) return String.fromCharCode(parseInt(code, 16));
  return { n: '\n', r: '\r', t: '\t', '"': '"', '\\': '\\' }[char ?? ''] ?? written;
}

/** `$${` and `%%{` are how HCL writes `${` and `%{` themselves. */
function withoutEscapes(text: string): string {
  return text.replace(/(\$|%)\1\{/g, '$1{');
}
