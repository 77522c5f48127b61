import type { Range } from './contract';
import type { DocumentIndex } from './documentIndex';
import { expressionTexts } from './expressionTexts';
import { jsonataTokens, pathTokens, type TokenKind } from './tokens';

export interface SemanticToken extends Range {
  readonly kind: TokenKind;
}

/** The pieces of the expressions in a part of the text, in its order. Fields that are not evaluated have none. */
export function semanticTokens(index: DocumentIndex, range?: Range): readonly SemanticToken[] {
  return expressionTexts(index, range)
    .flatMap(({ kind, scalar, from, to }) => {
      const text = scalar.text.slice(from, to);
      const tokens = kind === 'jsonata' ? jsonataTokens(text) : pathTokens(text);
      return tokens.map((token) => ({
        kind: token.kind,
        start: scalar.at(from + token.start),
        end: scalar.at(from + token.end - 1) + 1,
      }));
    })
    .sort((a, b) => a.start - b.start);
}
