/**
 * Where the values of a text are, in UTF-16 units. Holds no values. Places count from the start of the object or array
 * around them, so that a node says the same wherever its text stands, and the tree of an edited text shares all nodes
 * whose text did not change.
 */
export type SyntaxNode = ObjectNode | ArrayNode | ScalarNode;

export interface ObjectNode {
  readonly kind: 'object';
  readonly length: number;
  /** Written in lines, as only YAML does, rather than in braces. */
  readonly block: boolean;
  readonly members: readonly MemberNode[];
}

export interface MemberNode {
  readonly key: string;
  readonly keyAt: number;
  readonly keyLength: number;
  /** Where the value begins. */
  readonly at: number;
  readonly value: SyntaxNode;
  /** A `<<` of YAML: its value holds members of the map, not a value of this key. */
  readonly merge?: true;
}

export interface ArrayNode {
  readonly kind: 'array';
  readonly length: number;
  /** Written in lines, as only YAML does, rather than in brackets. */
  readonly block: boolean;
  readonly items: readonly ItemNode[];
}

export interface ItemNode {
  readonly at: number;
  readonly value: SyntaxNode;
}

export interface ScalarNode {
  readonly kind: 'scalar';
  readonly length: number;
}

/** The tree of a whole text; `at` is where the value begins after what may stand before it. */
export interface SyntaxTree {
  readonly at: number;
  readonly root: SyntaxNode;
  /**
   * Whether every part of the text can be read alone, and is nothing but values. Not so in YAML with aliases, a version of its
   * own or several documents, nor in JSON with comments.
   */
  readonly plain: boolean;
}

/** The members that count, by key: of members with the same key the last one, as in JSON.parse. */
export function membersByKey(node: ObjectNode): ReadonlyMap<string, MemberNode> {
  return new Map(node.members.flatMap((member) => (member.merge ? [] : [[member.key, member]])));
}

/** The member that counts of those with a key. */
export function memberOf(node: ObjectNode, key: string): MemberNode | undefined {
  return node.members.findLast((member) => member.key === key && !member.merge);
}
