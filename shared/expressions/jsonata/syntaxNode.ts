/** A node of JSONata's syntax tree, as far as it is looked at. The package does not describe it. */
export interface SyntaxNode {
  readonly type?: string;
  readonly value?: unknown;
  readonly steps?: readonly SyntaxNode[];
  readonly lhs?: SyntaxNode | readonly (readonly SyntaxNode[])[];
  readonly rhs?: SyntaxNode;
  readonly expressions?: readonly SyntaxNode[];
  readonly arguments?: readonly SyntaxNode[];
  readonly procedure?: SyntaxNode;
  readonly body?: SyntaxNode;
  readonly stages?: readonly { readonly expr?: SyntaxNode }[];
  readonly predicate?: readonly { readonly expr?: SyntaxNode }[];
  readonly group?: { readonly lhs: readonly (readonly SyntaxNode[])[] };
  /** Names that a step binds: `@$name` and `#$name`. */
  readonly focus?: string;
  readonly index?: string;
}

/** What holds no nodes below, or is looked at apart. */
const apart: ReadonlySet<string> = new Set([
  'type',
  'value',
  'position',
  'stages',
  'predicate',
  'group',
  'focus',
  'index',
]);

/** The nodes directly below a node, in the order of the text. */
export function nodesIn(node: SyntaxNode): readonly SyntaxNode[] {
  const found: SyntaxNode[] = [];
  const add = (member: unknown): void => {
    if (Array.isArray(member)) for (const item of member) add(item);
    else if (typeof member === 'object' && member !== null) {
      // Terms of a sort are no nodes themselves: they hold one.
      if ('type' in member) found.push(member as SyntaxNode);
      else for (const inner of Object.values(member)) add(inner);
    }
  };
  for (const [key, member] of Object.entries(node)) if (!apart.has(key)) add(member);
  return found;
}
