import { commentAt, insertionAt, placeholderAt } from './jsonExtras';
import { maxDepth } from './problem';
import type { Reusable } from './reuse';
import type { ItemNode, MemberNode, SyntaxNode, SyntaxTree } from './syntax';

/**
 * Where values stand in a text that is no JSON yet, as far as it can be told: a key without its colon has an empty value, a
 * text without its closing quote ends with its line, commas may be missing, and what is open at the end is closed there.
 * The parser says why a text is refused; this says what is there meanwhile, for whoever helps to write it.
 * @param reusable what stands as it did in the last text that could be read
 */
export function readBrokenJson(text: string, reusable: Reusable | null): SyntaxTree {
  return new BrokenReader(text, reusable).tree();
}

const textInQuotes = /"(?:[^"\\\n\r$]|\\[^\n\r]?|\$)*/y;
const restInQuotes = /(?:[^"\\\n\r]|\\[^\n\r]?)*/y;
const bareWord = /[^\s,:{}[\]"]+/y;
/** A text with a colon behind it is the next key, not a value. */
const nextKey = /"(?:[^"\\\n\r]|\\.)*"[ \t]*:/y;

class BrokenReader {
  private at = 0;
  private openObjects = 0;
  private openLists = 0;

  constructor(
    private readonly text: string,
    private readonly reusable: Reusable | null,
  ) {}

  tree(): SyntaxTree {
    if (this.text.startsWith('\uFEFF')) this.at = 1;
    this.skip(false);
    const at = this.at;
    return { at, root: this.value(0), plain: false };
  }

  private value(depth: number): SyntaxNode {
    const start = this.at;
    const known = this.reusable?.at(start);
    if (known) {
      this.at += known.length;
      return known;
    }
    const char = this.text[start];
    if (depth <= maxDepth && char === '{') return this.object(depth);
    if (depth <= maxDepth && char === '[') return this.list(depth);
    if (char === '{' || char === '[') this.at++;
    else this.scalar();
    return { kind: 'scalar', length: this.at - start };
  }

  private object(depth: number): SyntaxNode {
    const start = this.at++;
    const members: MemberNode[] = [];
    this.openObjects++;
    for (;;) {
      this.skip(true);
      const char = this.text[this.at];
      if (char === undefined || (char === ']' && this.openLists > 0)) break;
      if (char === '}') {
        this.at++;
        break;
      }
      const keyStart = this.at;
      if (char === '{' || char === '[') this.value(depth + 1);
      else if (char === ']') this.at++;
      else {
        const key = this.key();
        const keyLength = this.at - keyStart;
        const hasValue = this.toValue();
        const at = this.at - start;
        members.push({
          key,
          keyAt: keyStart - start,
          keyLength,
          at,
          value: hasValue ? this.value(depth + 1) : emptyValue,
        });
      }
    }
    this.openObjects--;
    return { kind: 'object', length: this.at - start, block: false, members };
  }

  private list(depth: number): SyntaxNode {
    const start = this.at++;
    const items: ItemNode[] = [];
    this.openLists++;
    for (;;) {
      this.skip(true);
      const char = this.text[this.at];
      if (char === undefined || (char === '}' && this.openObjects > 0)) break;
      if (char === ']') {
        this.at++;
        break;
      }
      const at = this.at;
      if (char === '}') this.at++;
      else items.push({ at: at - start, value: this.value(depth + 1) });
    }
    this.openLists--;
    return { kind: 'array', length: this.at - start, block: false, items };
  }

  private key(): string {
    const start = this.at;
    this.scalar();
    const said = scalarIn(this.text.slice(start, this.at));
    return typeof said === 'string' ? said : String(said);
  }

  /** Goes to the value of a key; false where there is none, and the place is the one where it would be written. */
  private toValue(): boolean {
    const end = this.at;
    this.skip(false);
    if (this.text[this.at] !== ':') {
      this.at = end;
      return false;
    }
    const colon = ++this.at;
    this.skip(false);
    nextKey.lastIndex = this.at;
    const char = this.text[this.at];
    if (char !== undefined && !',}]:'.includes(char)) {
      const isOnNextLine = /[\n\r]/.test(this.text.slice(colon, this.at));
      if (!isOnNextLine || !nextKey.test(this.text)) return true;
    }
    this.at = colon;
    return false;
  }

  private scalar(): void {
    if (this.text[this.at] === '"') return this.quoted();
    const placeholder = placeholderAt(this.text, this.at);
    if (placeholder) {
      this.at = placeholder.end;
      return;
    }
    bareWord.lastIndex = this.at;
    this.at += Math.max(1, bareWord.exec(this.text)?.[0].length ?? 0);
  }

  private quoted(): void {
    const start = this.at;
    textInQuotes.lastIndex = start;
    let end = start + (textInQuotes.exec(this.text)?.[0].length ?? 1);
    // An insertion of Terraform may have quotes of its own: what ends at one of them goes on behind the insertion.
    for (let at = this.lastInsertion(start, end); at >= 0; at = this.lastInsertion(start, end)) {
      const insertion = insertionAt(this.text, at);
      if (!insertion || insertion.end <= end) break;
      restInQuotes.lastIndex = insertion.end;
      end = insertion.end + (restInQuotes.exec(this.text)?.[0].length ?? 0);
    }
    this.at = this.text[end] === '"' ? end + 1 : end;
  }

  private lastInsertion(start: number, end: number): number {
    const at = this.text.slice(start, end).lastIndexOf('${');
    return at < 0 ? -1 : start + at;
  }

  private skip(commas: boolean): void {
    for (;;) {
      const char = this.text[this.at];
      if (char === ' ' || char === '\n' || char === '\r' || char === '\t') this.at++;
      else if (commas && (char === ',' || char === ':')) this.at++;
      else if (char === '/') {
        const comment = commentAt(this.text, this.at);
        if (!comment) return;
        this.at = comment.end ?? this.text.length;
      } else return;
    }
  }
}

const emptyValue: SyntaxNode = { kind: 'scalar', length: 0 };

/** What a value of a text says that is no JSON as a whole; null where nothing is written yet. */
export function scalarIn(written: string): string | number | boolean | null {
  if (written === '') return null;
  const isClosed = written.length > 1 && written.endsWith('"');
  if (written.startsWith('"') && !written.includes('\\')) return written.slice(1, isClosed ? -1 : undefined);
  try {
    return JSON.parse(written) as string | number | boolean | null;
  } catch {
    return written.startsWith('"') ? written.slice(1, isClosed ? -1 : undefined) : written;
  }
}
