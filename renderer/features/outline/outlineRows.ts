import { isArray, isObject, jsonText, type JsonObject, type JsonValue, own, type JsonPath } from '#shared/base/index';
import { summarizeState } from '#shared/states/index';
import {
  type ScopePath,
  type StatePath,
  type WorkflowDocument,
  childScopes,
  rootScope,
  statesIn,
  toJsonPath,
  typeOf,
} from '#shared/workflow/index';

export interface StateRow {
  readonly kind: 'state';
  readonly id: StatePath;
  readonly depth: number;
  readonly name: string;
  readonly type: string;
  readonly icon: string;
  readonly action: string;
  /** Whether it holds states, and whether they are shown. */
  readonly open: boolean | null;
  /** Where else than in its name the filter was found, and what stands there; null for nowhere. */
  readonly found: { readonly place: string; readonly text: string } | null;
}

/** A branch of a Parallel. */
export interface BranchRow {
  readonly kind: 'branch';
  readonly id: ScopePath;
  readonly depth: number;
  readonly name: string;
  /** The list of branches and its place in it. */
  readonly list: JsonPath;
  readonly index: number;
  readonly count: number;
}

export type OutlineRow = StateRow | BranchRow;

/**
 * The states of a document as rows of a tree: what stands higher on the canvas comes first, inner states after the one that
 * holds them.
 * @param filter a text that is looked for in names, types, actions and in all values and expressions; rows that hold it are
 * shown with what is around them, however folded
 */
export function outlineRows(
  { definition, sidecar }: WorkflowDocument,
  folded: ReadonlySet<StatePath>,
  filter: string,
): readonly OutlineRow[] {
  const wanted = filter.trim().toLowerCase();
  const height = (path: StatePath) => sidecar.positions[path] ?? { x: 0, y: 0 };
  const rowsOf = (scope: ScopePath, depth: number): OutlineRow[] =>
    statesIn(definition, scope)
      .toSorted((a, b) => height(a.path).y - height(b.path).y || height(a.path).x - height(b.path).x)
      .flatMap(({ name, path, state }) => {
        const scopes = childScopes(definition, path);
        const isOpen = wanted !== '' || !folded.has(path);
        const inner = isOpen ? innerRows(path, typeOf(state), scopes, depth) : [];
        const found = wanted === '' ? null : foundIn(name, state, wanted);
        if (wanted !== '' && found === undefined && inner.length === 0) return [];
        const { icon, action } = summarizeState(state);
        const open = scopes.length === 0 ? null : isOpen;
        return [
          { kind: 'state', id: path, depth, name, type: typeOf(state), icon, action, open, found: found ?? null },
          ...inner,
        ];
      });
  const innerRows = (path: StatePath, type: string, scopes: readonly ScopePath[], depth: number): OutlineRow[] => {
    if (type !== 'Parallel') return scopes.flatMap((scope) => rowsOf(scope, depth + 1));
    const list = [...toJsonPath(path), 'Branches'];
    return scopes.flatMap((id, index): OutlineRow[] => {
      const rows = rowsOf(id, depth + 2);
      if (wanted !== '' && rows.length === 0) return [];
      const name = `Branch ${index + 1}`;
      return [{ kind: 'branch', id, depth: depth + 1, name, list, index, count: scopes.length }, ...rows];
    });
  };
  return rowsOf(rootScope, 0);
}

/** Undefined where a state does not hold a text; null where its name does. */
function foundIn(name: string, state: JsonObject, wanted: string): StateRow['found'] | undefined {
  if (name.toLowerCase().includes(wanted)) return null;
  const { action } = summarizeState(state);
  if (action.toLowerCase().includes(wanted)) return null;
  return foundInside(state, '', wanted);
}

/** Fields that hold states, which have their own rows, or name them. */
const passedOver: ReadonlySet<string> = new Set(['States', 'Branches', 'StartAt', 'Next', 'Default']);

function foundInside(value: JsonValue, place: string, wanted: string): StateRow['found'] | undefined {
  if (isArray(value)) {
    for (const [index, item] of value.entries()) {
      const found = foundInside(item, `${place}[${index}]`, wanted);
      if (found) return found;
    }
    return undefined;
  }
  if (isObject(value)) {
    for (const key of Object.keys(value)) {
      if (passedOver.has(key)) continue;
      const at = place === '' ? key : `${place}.${key}`;
      const item = own(value, key) ?? null;
      const found = foundInside(item, at, wanted);
      if (found) return found;
      if (key.toLowerCase().includes(wanted)) return { place: at, text: excerpt(jsonText(item), '') };
    }
    return undefined;
  }
  const text = typeof value === 'string' ? value : jsonText(value);
  return text.toLowerCase().includes(wanted) ? { place, text: excerpt(text, wanted) } : undefined;
}

/** A text on one line, from a little before what was looked for. */
function excerpt(text: string, wanted: string): string {
  const line = text.replace(/\s+/g, ' ');
  const at = Math.max(0, line.toLowerCase().indexOf(wanted) - 24);
  return `${at > 0 ? '…' : ''}${line.slice(at, at + 120)}`;
}
