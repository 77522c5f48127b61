import { stateName, type StatePath } from '../paths';
import type { Sidecar } from '../sidecar';
import type { Edit } from './contract';
import { edited } from './support';

export interface SetPositions {
  /** In units of the scope of each state. */
  readonly positions: Readonly<Record<StatePath, { readonly x: number; readonly y: number }>>;
}

/** Puts states where the person dragged them, and pins them there. */
export const setPositions: Edit<SetPositions> = {
  label: ({ positions }) => {
    const moved = Object.keys(positions) as StatePath[];
    return moved.length === 1 && moved[0] !== undefined
      ? `Move "${stateName(moved[0])}"`
      : `Move ${moved.length} states`;
  },
  apply: (document, { positions }) =>
    edited(
      document,
      document.definition,
      Object.keys(positions) as StatePath[],
      positioned(document.sidecar, positions),
    ),
};

export function positioned(sidecar: Sidecar, positions: SetPositions['positions']): Sidecar {
  const pinned = Object.entries(positions).map(([path, { x, y }]) => [path, { x, y, pinned: true }] as const);
  return { ...sidecar, positions: { ...sidecar.positions, ...Object.fromEntries(pinned) } };
}
