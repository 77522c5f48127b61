import { type JsonObject, type JsonValue, isObject, objectFrom, own } from '../base/index';
import { rememberTree, treeOf, type Source, type WorkflowDocument } from './document';
import type { Sidecar } from './sidecar';
import type { MemberNode, ObjectNode, SyntaxTree } from './text/syntax';

/**
 * A part of a document on its way between two threads. What one message holds is taken in at one go, so a large document
 * travels in several: first the frame, a document without its states, then the states.
 */
export type DocumentPiece =
  | {
      readonly kind: 'frame';
      readonly definition: JsonObject;
      readonly tree: SyntaxTree | null;
      readonly sidecar: Sidecar;
    }
  | { readonly kind: 'states'; readonly states: readonly (readonly [string, JsonValue])[] }
  | { readonly kind: 'places'; readonly members: readonly MemberNode[] };

/** Characters of a definition that one piece holds, if its states can be parted so. */
const pieceLength = 200_000;

/** The parts of a document, plain data all of them; what stands inside one state is not parted. */
export function* piecesOf({ definition, source, sidecar }: WorkflowDocument): Generator<DocumentPiece> {
  const tree = treeOf(source);
  const states = own(definition, 'States');
  const place = tree && statesNode(tree);
  yield {
    kind: 'frame',
    definition: isObject(states) ? { ...definition, States: {} } : definition,
    tree: tree && withStates(tree, []),
    sidecar,
  };
  const members = place?.members ?? [];
  const lengths = new Map(members.map(({ key, value }) => [key, value.length]));
  const average = source.text.length / Math.max(1, members.length);
  if (isObject(states))
    for (const part of parted(Object.entries(states), ([name]) => lengths.get(name) ?? average))
      yield { kind: 'states', states: part };
  for (const part of parted(members, ({ value }) => value.length)) yield { kind: 'places', members: part };
}

/**
 * Puts the parts together again.
 * @param source the text, which does not travel: who gathers has it
 */
export function documentFromPieces(source: Source, pieces: Iterable<DocumentPiece>): WorkflowDocument {
  let frame: (DocumentPiece & { kind: 'frame' }) | null = null;
  const states: (readonly [string, JsonValue])[] = [];
  const members: MemberNode[] = [];
  for (const piece of pieces) {
    if (piece.kind === 'frame') frame = piece;
    else if (piece.kind === 'states') states.push(...piece.states);
    else members.push(...piece.members);
  }
  if (!frame) throw new Error('The parts of a document have no frame.');
  const { definition, tree, sidecar } = frame;
  if (tree) rememberTree(source, withStates(tree, members));
  return {
    // Each key keeps its place in the definition.
    definition: isObject(own(definition, 'States')) ? { ...definition, States: objectFrom(states) } : definition,
    source,
    sidecar,
  };
}

function statesNode({ root }: SyntaxTree): ObjectNode | null {
  const member = root.kind === 'object' ? root.members.findLast(isStates) : undefined;
  return member?.value.kind === 'object' ? member.value : null;
}

function withStates(tree: SyntaxTree, members: readonly MemberNode[]): SyntaxTree {
  const states = statesNode(tree);
  if (!states || tree.root.kind !== 'object') return tree;
  const changed = tree.root.members.map((member) =>
    member.value === states ? { ...member, value: { ...states, members } } : member,
  );
  return { ...tree, root: { ...tree.root, members: changed } };
}

function isStates({ key, merge }: MemberNode): boolean {
  return key === 'States' && !merge;
}

function* parted<Item>(items: readonly Item[], lengthOf: (item: Item) => number): Generator<Item[]> {
  let part: Item[] = [];
  let length = 0;
  for (const item of items) {
    part.push(item);
    length += lengthOf(item);
    if (length < pieceLength) continue;
    yield part;
    part = [];
    length = 0;
  }
  if (part.length > 0) yield part;
}
