import { lineColumnAt } from './syntax';

export type ParseProblemCode =
  'NOT_JSON' | 'NOT_YAML' | 'NOT_A_STATE_MACHINE' | 'TOO_DEEP' | 'DUPLICATE_KEY' | 'SIDECAR_UNREADABLE';

/** Why a text cannot be taken, or what is odd about it, and where: offset in UTF-16 units, line and column from 1. */
export interface ParseProblem {
  readonly code: ParseProblemCode;
  readonly message: string;
  readonly offset: number;
  readonly line: number;
  readonly column: number;
}

export function problemAt(code: ParseProblemCode, message: string, text: string, offset: number): ParseProblem {
  return { code, message, offset, ...lineColumnAt(text, offset) };
}

/** Nothing that AWS accepts is nested anywhere near this; deeper input is refused before it can exhaust the stack. */
export const maxDepth = 300;
