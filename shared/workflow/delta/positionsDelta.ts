import type { Position, Sidecar } from '../sidecar';
import { keysDelta, withKeys, type KeysDelta } from './valueDelta';

/**
 * What to change in the positions of one document to have those of another. An edit that makes room moves hundreds of
 * states by the same distance; so moves are written as runs.
 */
export interface PositionsDelta {
  readonly keys: KeysDelta | null;
  /** Four numbers a run: the index of its first state in the record, how many, and by how much they move in x and y. */
  readonly runs: readonly number[];
  /** Positions that are new, or that were pinned or freed. */
  readonly others: readonly (readonly [string, Position])[];
}

type Positions = Sidecar['positions'];

/** Null when both are equal. */
export function positionsDelta(from: Positions, to: Positions): PositionsDelta | null {
  if (from === to) return null;
  const runs: number[] = [];
  const others: [string, Position][] = [];
  const [before, after] = [new Map(Object.entries<Position>(from)), Object.entries<Position>(to)];
  for (const [index, [path, position]] of after.entries()) {
    const old = before.get(path);
    if (old === position) continue;
    const dx = position.x - (old?.x ?? 0);
    const dy = position.y - (old?.y ?? 0);
    if (old?.pinned !== position.pinned || old.x + dx !== position.x || old.y + dy !== position.y) {
      others.push([path, position]);
    } else if (dx !== 0 || dy !== 0) addToRuns(runs, index, dx, dy);
  }
  const keys = keysDelta(
    [...before.keys()],
    after.map(([path]) => path),
  );
  return keys || runs.length > 0 || others.length > 0 ? { keys, runs, others } : null;
}

function addToRuns(runs: number[], index: number, dx: number, dy: number): void {
  const at = runs.length - 4;
  const [first = 0, count = 0, x, y] = runs.slice(-4);
  if (at >= 0 && first + count === index && x === dx && y === dy) runs[at + 1] = count + 1;
  else runs.push(index, 1, dx, dy);
}

export function withPositions(from: Positions, delta: PositionsDelta | null): Positions {
  if (!delta) return from;
  const before = new Map(Object.entries<Position>(from));
  const others = new Map(delta.others);
  const { runs } = delta;
  let run = 0;
  const entries = withKeys([...before.keys()], delta.keys).map((path, index): [string, Position] => {
    while (run < runs.length && index >= (runs[run] ?? 0) + (runs[run + 1] ?? 0)) run += 4;
    const position = others.get(path) ?? before.get(path) ?? { x: 0, y: 0, pinned: false };
    if (run >= runs.length || index < (runs[run] ?? 0) || others.has(path)) return [path, position];
    return [path, { ...position, x: position.x + (runs[run + 2] ?? 0), y: position.y + (runs[run + 3] ?? 0) }];
  });
  return Object.fromEntries(entries);
}
