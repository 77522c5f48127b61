/** A piece of an expression, by what it is. */
export type TokenKind = 'variable' | 'function' | 'property' | 'string' | 'number' | 'keyword' | 'operator' | 'comment';

export interface Token {
  readonly kind: TokenKind;
  /** In the text of the expression. */
  readonly start: number;
  readonly end: number;
}

type Pattern = readonly [kind: TokenKind, pattern: RegExp];

/** In the order in which they are tried. The parsers say what an expression means; these say what it looks like. */
const jsonata: readonly Pattern[] = [
  ['comment', /\/\*[^]*?(?:\*\/|$)/y],
  ['string', /"(?:[^"\\]|\\[^])*"?|'(?:[^'\\]|\\[^])*'?/y],
  ['property', /`[^`]*`?/y],
  ['function', /\$[A-Za-z_]\w*(?=\s*\()/y],
  ['variable', /\$\$?[A-Za-z_]\w*|\$\$?/y],
  ['number', /\d+(?:\.\d+)?(?:[eE][+-]?\d+)?/y],
  ['keyword', /(?:and|or|in|function|true|false|null)\b/y],
  ['property', /[A-Za-z_]\w*/y],
  ['operator', /:=|~>|!=|<=|>=|\*\*|\.\.|[-+*/%=<>&?:|^#@~.]/y],
];

const path: readonly Pattern[] = [
  ['function', /States\.\w*/y],
  ['string', /'(?:[^'\\]|\\[^])*'?|"(?:[^"\\]|\\[^])*"?/y],
  ['variable', /\$\$?[A-Za-z_]\w*|\$\$?|@/y],
  ['number', /-?\d+(?:\.\d+)?/y],
  ['keyword', /(?:true|false|null)\b/y],
  ['property', /[A-Za-z_][\w-]*/y],
  ['operator', /&&|\|\||[=!<>]=|=~|\.\.|[.*?!<>]/y],
];

/** The pieces of a JSONata expression. */
export const jsonataTokens = (text: string): readonly Token[] => tokensBy(jsonata, text);

/** The pieces of a JSONPath or of a call of an intrinsic function. */
export const pathTokens = (text: string): readonly Token[] => tokensBy(path, text);

function tokensBy(patterns: readonly Pattern[], text: string): readonly Token[] {
  const tokens: Token[] = [];
  for (let at = 0; at < text.length;) {
    const start = at;
    for (const [kind, pattern] of patterns) {
      pattern.lastIndex = start;
      const length = pattern.exec(text)?.[0].length ?? 0;
      if (length === 0) continue;
      at = start + length;
      tokens.push({ kind, start, end: at });
      break;
    }
    if (at === start) at++;
  }
  return tokens;
}
