/** A piece of a text that is not JSON, and yet stands in files that people have. */
export interface Extra {
  readonly kind: 'comment' | 'placeholder' | 'insertion';
  readonly start: number;
  readonly end: number;
}

/** `${wait}` where a value stands: a template fills it in. Source: CloudFormation, "DefinitionSubstitutions"; Terraform, "templatefile". */
const placeholderPattern = /\$\{[^{}"\n]+\}/y;

/** Whether a text is one placeholder and nothing else. */
export function isPlaceholder(text: string): boolean {
  return placeholderAt(text, 0)?.end === text.length;
}

/** A placeholder that begins at an offset. */
export function placeholderAt(text: string, start: number): Extra | null {
  placeholderPattern.lastIndex = start;
  const found = placeholderPattern.exec(text)?.[0];
  return found === undefined ? null : { kind: 'placeholder', start, end: start + found.length };
}

/** `${lookup(var.arns, "load")}` inside a text: Terraform reads its quotes as its own, so they do not end the text. */
const insertionPattern = /\$\{[A-Za-z_][\w.]*(?:[([](?:"[^"\\\n]*"|[^"\\\n{}])*[)\]][\w.*]*)+\}/y;

/** An insertion with quotes that begins at an offset inside a text. */
export function insertionAt(text: string, start: number): Extra | null {
  insertionPattern.lastIndex = start;
  const found = insertionPattern.exec(text)?.[0];
  return found?.includes('"') ? { kind: 'insertion', start, end: start + found.length } : null;
}

/** Where the comment that begins at an offset ends: before its line break, or after its mark; null end where that is missing. */
export function commentAt(text: string, start: number): { readonly end: number | null } | null {
  if (text.startsWith('//', start)) {
    const end = text.indexOf('\n', start);
    if (end < 0) return { end: text.length };
    return { end: text[end - 1] === '\r' ? end - 1 : end };
  }
  if (!text.startsWith('/*', start)) return null;
  const end = text.indexOf('*/', start + 2);
  return { end: end < 0 ? null : end + 2 };
}

/** The text as JSON: without comments, with placeholders as texts, and quotes of insertions escaped. */
export function strictJson(text: string, extras: readonly Extra[]): string {
  if (extras.length === 0) return text;
  let strict = '';
  let at = 0;
  for (const { kind, start, end } of extras) {
    strict += text.slice(at, start) + asJson(kind, text.slice(start, end));
    at = end;
  }
  return strict + text.slice(at);
}

function asJson(kind: Extra['kind'], written: string): string {
  if (kind === 'comment') return '';
  const json = JSON.stringify(written);
  return kind === 'placeholder' ? json : json.slice(1, -1);
}

/** A text that was read, without its comments; lines that held nothing else go whole. */
export function withoutComments(text: string): string {
  const kept = text.replace(commentOrString, (found) => (found.startsWith('/') ? removed : found));
  return kept
    .split('\n')
    .filter((line) => !line.includes(removed) || line.replaceAll(removed, '').trim() !== '')
    .map((line) => (line.includes(removed) ? line.replaceAll(removed, '').trimEnd() : line))
    .join('\n');
}

const commentOrString = /"(?:[^"\\\n]|\\.)*"|\/\/[^\r\n]*|\/\*[^]*?\*\//g;

/** Stands where a comment was; no JSON holds it. */
const removed = '\u0000';
