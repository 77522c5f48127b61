import { commentAt, insertionAt, placeholderAt } from './jsonExtras';

interface Token {
  readonly text: string;
  readonly kind: 'open' | 'close' | 'comma' | 'colon' | 'comment' | 'value';
  /** Whether a line break stands between it and the token before. */
  readonly onNewLine: boolean;
}

/**
 * A text that can be read, with its layout alone made regular: a member or item a line, two spaces a level. Keys, values,
 * numbers and comments stay letter by letter.
 */
export function formatJson(text: string): string {
  const eol = text.includes('\r\n') ? '\r\n' : '\n';
  let formatted = '';
  let depth = 0;
  let before: Token | null = null;
  for (const token of tokensOf(text)) {
    if (token.kind === 'close') depth--;
    formatted += (before ? spaceBetween(before, token, `${eol}${'  '.repeat(Math.max(0, depth))}`) : '') + token.text;
    if (token.kind === 'open') depth++;
    before = token;
  }
  return formatted + eol;
}

function spaceBetween(before: Token, token: Token, line: string): string {
  // Nothing but a line break ends such a comment.
  if (before.text.startsWith('//')) return line;
  if (token.kind === 'comma' || token.kind === 'colon') return '';
  if (before.kind === 'comment' || token.kind === 'comment') return token.onNewLine ? line : ' ';
  if (before.kind === 'colon') return ' ';
  if (before.kind === 'open' && token.kind === 'close') return '';
  return line;
}

const marks: Readonly<Record<string, Token['kind']>> = {
  '{': 'open',
  '[': 'open',
  '}': 'close',
  ']': 'close',
  ',': 'comma',
  ':': 'colon',
};

const blank = /\s*/y;

function* tokensOf(text: string): Generator<Token> {
  let at = text.startsWith('\uFEFF') ? 1 : 0;
  for (;;) {
    blank.lastIndex = at;
    const start = at + (blank.exec(text)?.[0].length ?? 0);
    if (start >= text.length) return;
    const onNewLine = text.slice(at, start).includes('\n');
    const mark = marks[text[start] ?? ''];
    const comment = mark ? null : commentAt(text, start);
    const end = mark ? start + 1 : comment ? (comment.end ?? text.length) : valueEnd(text, start);
    yield { text: text.slice(start, end), kind: mark ?? (comment ? 'comment' : 'value'), onNewLine };
    at = end;
  }
}

function valueEnd(text: string, start: number): number {
  const placeholder = placeholderAt(text, start);
  if (placeholder) return placeholder.end;
  if (text[start] !== '"') {
    const word = /[^\s,:{}[\]"]+/y;
    word.lastIndex = start;
    return start + (word.exec(text)?.[0].length ?? 1);
  }
  let at = start + 1;
  while (at < text.length && text[at] !== '"') {
    if (text[at] === '\\') at += 2;
    else at = (text[at] === '$' ? insertionAt(text, at)?.end : undefined) ?? at + 1;
  }
  return at + 1;
}
