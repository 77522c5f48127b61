import { parseJson } from './jsonParser';

/**
 * What keeps a text from being JSON, as a sentence with its place; null when nothing does. For values that people type: what
 * files may hold beside JSON is no JSON here.
 */
export function jsonProblem(text: string): string | null {
  try {
    JSON.parse(text);
    return null;
  } catch {
    if (text.trim() === '') return 'Not JSON yet: nothing is written.';
    const parsed = parseJson(text);
    if (parsed.ok) return 'Not JSON yet: a value has no comments, and placeholders stand in quotes.';
    const { line, column, message } = parsed.problem;
    return `Not JSON yet, line ${line}, column ${column}: ${message}`;
  }
}
