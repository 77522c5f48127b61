import { readdir } from 'node:fs/promises';
import { join, sep } from 'node:path';
import { isSidecarName } from '../../shared/protocol/index';

/** Whether an argument is a pattern and no plain name. */
export function isPattern(text: string): boolean {
  return /[*?{[]/.test(text);
}

/**
 * The files that a pattern matches, in order: `*` and `?` within a name, `**` for any folders, `[ab]`, `{a,b}`. Shells do it
 * themselves where the pattern is not quoted; Windows and scripts of npm do not. Hidden names and `node_modules` are passed
 * over unless the pattern names them; so is what Stepwright keeps beside workflows.
 * @returns paths as the pattern begins, relative or absolute
 */
export async function filesMatching(pattern: string): Promise<readonly string[]> {
  const segments = (sep === '\\' ? pattern.replaceAll('\\', '/') : pattern).split('/');
  const fixed = segments.findIndex(isPattern);
  const base = segments.slice(0, fixed).join('/');
  const found = await matching(fixed === 0 ? '' : base === '' ? '/' : base, segments.slice(fixed));
  return [...new Set(found)].sort();
}

async function matching(folder: string, [segment, ...rest]: readonly string[]): Promise<string[]> {
  if (segment === undefined) return [];
  const deep = segment === '**';
  const name = deep ? null : nameMatcher(segment);
  const found = deep ? await matching(folder, rest) : [];
  for (const entry of await entriesOf(folder)) {
    const path = folder === '' ? entry.name : join(folder, entry.name);
    if (name === null ? isPassedOver(entry.name) : !matches(name, segment, entry.name)) continue;
    if (deep || rest.length > 0) {
      if (entry.isDirectory()) found.push(...(await matching(path, deep ? [segment, ...rest] : rest)));
      // `**` at the end stands for every file below.
      else if (rest.length === 0 && !isSidecarName(entry.name)) found.push(path);
    } else if (!entry.isDirectory() && !isSidecarName(entry.name)) found.push(path);
  }
  return found;
}

/** A folder that is not there or may not be looked into holds nothing that matches. */
async function entriesOf(folder: string) {
  return readdir(folder === '' ? '.' : folder, { withFileTypes: true }).catch(() => []);
}

const isPassedOver = (name: string) => name.startsWith('.') || name === 'node_modules';

function matches(expression: RegExp, segment: string, name: string): boolean {
  const isNamed = name.startsWith('.') ? segment.startsWith('.') : name !== 'node_modules' || segment === name;
  return isNamed && expression.test(name);
}

/** One name of a pattern as a regular expression. */
function nameMatcher(segment: string): RegExp {
  // Braces that do not belong together are meant as they are.
  const areBraces = isBalanced(segment);
  let depth = 0;
  const source = segment.replace(/\[(!?)([^\]]+)\]|[\s\S]/g, (part: string, not?: string, set?: string) => {
    if (set !== undefined) return `[${not ? '^' : ''}${set.replace(/[\\^]/g, '\\$&')}]`;
    if (part === '*') return '[^/]*';
    if (part === '?') return '[^/]';
    if (areBraces && part === '{') return (depth++, '(?:');
    if (areBraces && part === '}') return (depth--, ')');
    if (part === ',' && depth > 0) return '|';
    return part.replace(/[\\^$.|+()[\]{}]/, '\\$&');
  });
  try {
    return new RegExp(`^${source}$`);
  } catch {
    // A range such as [z-a] holds no letter.
    return /(?!)/;
  }
}

function isBalanced(segment: string): boolean {
  let depth = 0;
  for (const letter of segment.replace(/\[[^\]]+\]/g, '')) {
    if (letter === '{') depth++;
    if (letter === '}') depth--;
    if (depth < 0) return false;
  }
  return depth === 0;
}
