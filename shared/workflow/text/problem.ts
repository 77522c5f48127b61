import type { Lines } from './lines';

export type ParseProblemCode =
  | 'NOT_JSON'
  | 'NOT_YAML'
  | 'NOT_A_STATE_MACHINE'
  | 'TOO_DEEP'
  | 'DUPLICATE_KEY'
  | 'COMMENTS'
  | 'FURTHER_DOCUMENTS'
  | 'YAML_1_1_BOOLEAN'
  | 'SIDECAR_UNREADABLE';

/** Why a text cannot be taken, or what is odd about it, and where: offset in UTF-16 units, line and column from 1. */
export interface ParseProblem {
  readonly code: ParseProblemCode;
  readonly message: string;
  readonly offset: number;
  readonly line: number;
  readonly column: number;
}

/** @param lines of the text, one table for all its problems: a text may have as many as it has keys */
export function problemAt(code: ParseProblemCode, message: string, lines: Lines, offset: number): ParseProblem {
  return { code, message, offset, ...lines.at(offset) };
}

/** Nothing that AWS accepts is nested anywhere near this; deeper input is refused before it can exhaust the stack. */
export const maxDepth = 300;
