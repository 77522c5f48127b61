import { scopeFields } from '../asl/index';
import type { JsonPath } from '../base/index';

declare const statePathBrand: unique symbol;
declare const scopePathBrand: unique symbol;

/**
 * Where a state is: a JSON Pointer (RFC 6901) into the definition, such as `/States/Each/ItemProcessor/States/Resize`.
 * State names that contain `/` or `~` are escaped.
 */
export type StatePath = string & { readonly [statePathBrand]: true };

/**
 * Where a `States` block is: the machine itself (`''`), the processor of a Map (`/States/Each/ItemProcessor`) or a branch
 * of a Parallel (`/States/Both/Branches/0`). Transitions never leave their scope.
 */
export type ScopePath = string & { readonly [scopePathBrand]: true };

/** The scope of the machine itself. */
export const rootScope = '' as ScopePath;

export function escapeSegment(segment: string): string {
  return segment.replace(/~/g, '~0').replace(/\//g, '~1');
}

function unescapeSegment(segment: string): string {
  return segment.replace(/~1/g, '/').replace(/~0/g, '~');
}

export function statePath(scope: ScopePath, name: string): StatePath {
  return `${scope}/States/${escapeSegment(name)}` as StatePath;
}

/** The name of the state, as it stands in the definition. */
export function stateName(path: StatePath): string {
  return unescapeSegment(path.slice(path.lastIndexOf('/') + 1));
}

/** The scope that a state belongs to. */
export function scopeOf(path: StatePath): ScopePath {
  return path.slice(0, path.lastIndexOf('/States/')) as ScopePath;
}

/** The Map or Parallel state that holds the scope; null for the machine itself. */
export function parentState(scope: ScopePath): StatePath | null {
  if (scope === rootScope) return null;
  const branch = /\/Branches\/\d+$/.exec(scope);
  return (branch ? scope.slice(0, branch.index) : scope.slice(0, scope.lastIndexOf('/'))) as StatePath;
}

/** Whether `path` lies in `container`, at any depth. */
export function isInside(path: string, container: StatePath | ScopePath): boolean {
  return path.startsWith(`${container}/`);
}

/**
 * The steps to a state or scope for use with the functions on JSON values.
 * The index of a branch becomes a number; a state that is called `0` stays text.
 */
export function toJsonPath(path: StatePath | ScopePath): JsonPath {
  const segments = path.split('/').slice(1).map(unescapeSegment);
  const result: (string | number)[] = [];
  // Walked by structure, so that states called "Branches", "States" or "0" cannot be mistaken for it.
  let index = 0;
  const take = () => segments[index++] ?? '';
  while (index < segments.length) {
    result.push(take(), take());
    if (index >= segments.length) break;
    const into = take();
    result.push(into);
    if (holdsBranches(into)) result.push(Number(take()));
  }
  return result;
}

function holdsBranches(name: string): boolean {
  return scopeFields.some(({ field, holds }) => field === name && holds === 'branches');
}

/** A JSON Pointer from steps. */
export function fromJsonPath(path: JsonPath): string {
  return path.map((step) => `/${escapeSegment(String(step))}`).join('');
}

/** The innermost state that a place in the definition belongs to; null for a place in the machine itself. */
export function stateOfPlace(place: JsonPath): StatePath | null {
  let end = 0;
  let index = 0;
  while (place[index] === 'States' && place.length > index + 1) {
    end = index + 2;
    const into = scopeFields.find(({ field }) => field === place[end]);
    if (!into) break;
    index = end + (into.holds === 'branches' ? 2 : 1);
  }
  return end === 0 ? null : (fromJsonPath(place.slice(0, end)) as StatePath);
}

/** What people call a place: `Output of "Extract"`, the field of the machine that it lies in, `pattern of event-1`. */
export function placeLabel(place: JsonPath): string {
  const [beside, id, part] = place;
  if (beside === 'triggers' && id !== undefined && part !== undefined) return `${part} of ${id}`;
  const state = stateOfPlace(place);
  const field = String(place[state ? toJsonPath(state).length : 0] ?? 'fields');
  return state ? `${field} of "${stateName(state)}"` : field;
}
