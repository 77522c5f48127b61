import { type JsonObject, type JsonPath, isArray, valueAt, withValueAt } from '../../base/index';
import { fromJsonPath, stateName, stateOfPlace, type StatePath } from '../paths';
import { remapSidecar } from '../sidecar';
import type { Edit } from './contract';
import { edited, refuse } from './support';

export interface Reorder {
  /** Place of a list: Choices, Branches, Retry, Catch. */
  readonly at: JsonPath;
  readonly from: number;
  /** The index that the item has afterwards. */
  readonly to: number;
}

/** Moves an item of a list: the order of rules, retriers and catchers decides which one is taken. */
export const reorder: Edit<Reorder> = {
  label: ({ at }) => {
    const state = stateOfPlace(at);
    return `Reorder ${String(at.at(-1))}${state ? ` of "${stateName(state)}"` : ''}`;
  },
  apply(document, { at, from, to }) {
    const list = valueAt(document.definition, at);
    if (!isArray(list) || !(from in list) || !(to in list))
      return refuse('NOTHING_TO_DO', 'There is nothing to move there.');
    const order = [...list.keys()];
    order.splice(to, 0, ...order.splice(from, 1));
    const moved = order.map((index) => list[index] ?? null);
    const state = stateOfPlace(at);
    return edited(
      document,
      withValueAt(document.definition, at, moved) as JsonObject,
      state ? [state] : [],
      remapSidecar(
        document.sidecar,
        followIndex(fromJsonPath(at), (index) => order.indexOf(index)),
      ),
    );
  },
};

/** Moves paths that lead through an item of a list to the index it has now; null where the item is gone. */
export function followIndex(
  list: string,
  indexNow: (index: number) => number | null,
): (path: StatePath) => StatePath | null {
  return (path) => {
    if (!path.startsWith(`${list}/`)) return path;
    const rest = path.slice(list.length + 1);
    const now = indexNow(Number.parseInt(rest, 10));
    return now === null ? null : (`${list}/${now}${rest.slice(/^\d*/.exec(rest)?.[0].length ?? 0)}` as StatePath);
  };
}
