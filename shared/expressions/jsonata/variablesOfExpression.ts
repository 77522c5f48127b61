import jsonata from 'jsonata';

/**
 * The variables that a JSONata expression takes from outside: not `$states`, not JSONata's and AWS's functions, not
 * what the expression binds itself. None for a text that does not parse.
 */
export function variablesOfExpression(text: string): readonly string[] {
  let root: unknown;
  try {
    root = jsonata(text).ast();
  } catch {
    return [];
  }
  const names = new Set<string>();
  walk(root, new Set(['states']), names);
  return [...names];
}

interface Node {
  readonly type?: unknown;
  readonly value?: unknown;
  readonly lhs?: unknown;
  readonly procedure?: unknown;
  readonly expressions?: unknown;
  readonly arguments?: unknown;
  readonly body?: unknown;
}

function walk(node: unknown, bound: Set<string>, names: Set<string>): void {
  if (Array.isArray(node)) {
    for (const item of node) walk(item, bound, names);
    return;
  }
  if (typeof node !== 'object' || node === null) return;
  const { type, value, lhs, procedure } = node as Node;
  if (type === 'variable') {
    if (typeof value === 'string' && value !== '' && value !== '$' && !bound.has(value) && !functions.has(value))
      names.add(value);
    return;
  }
  if (type === 'lambda') {
    walk((node as Node).body, new Set([...bound, ...variableNames((node as Node).arguments)]), names);
    return;
  }
  if (type === 'bind') {
    // A binding holds for the rest of its block, so its name is bound before what follows is walked.
    for (const name of variableNames([lhs])) bound.add(name);
    walk((node as { readonly rhs?: unknown }).rhs, bound, names);
    return;
  }
  const inner = type === 'block' ? new Set(bound) : bound;
  for (const [key, member] of Object.entries(node)) {
    // The name of a called function is no variable: a variable cannot hold a function.
    if (key === 'procedure' && (procedure as Node | undefined)?.type === 'variable') continue;
    walk(member, inner, names);
  }
}

function variableNames(nodes: unknown): string[] {
  if (!Array.isArray(nodes)) return [];
  return nodes.map((one) => (one as Node).value).filter((name) => typeof name === 'string');
}

const functions: ReadonlySet<string> = new Set(
  (
    'sum count max min average string substring substringBefore substringAfter lowercase uppercase length trim pad match ' +
    'contains replace split join formatNumber formatBase formatInteger parseInteger number floor ceil round abs sqrt power ' +
    'random boolean not map zip filter single reduce sift keys lookup append exists spread merge reverse each error assert ' +
    'type sort shuffle distinct base64encode base64decode encodeUrlComponent encodeUrl decodeUrlComponent decodeUrl eval ' +
    'toMillis fromMillis clone now millis partition range hash uuid parse'
  ).split(' '),
);
