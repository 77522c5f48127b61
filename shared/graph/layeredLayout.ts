import type { StatePath } from '../workflow/index';
import { columnGap, rowGap } from './sizes';
import type { Point, ScopeGraph, Size } from './types';

/**
 * Layers for scopes of thousands of states, in time that grows with the number of transitions:
 * the layer of a state is its longest way from the start, loops left out; inside a layer states follow the middle of those above.
 */
export function layeredLayout(scope: ScopeGraph, sizeOf: (state: StatePath) => Size): Map<StatePath, Point> {
  const forward = forwardEdges(scope);
  const layers = intoLayers(scope, forward);
  const positions = new Map<StatePath, Point>();
  const centre = new Map<StatePath, number>();
  let y = 0;
  for (const layer of layers) {
    const wished = new Map(layer.map((path) => [path, meanAbove(forward.into.get(path), centre)]));
    const ordered = [...layer].sort((a, b) => (wished.get(a) ?? 0) - (wished.get(b) ?? 0));
    const width = ordered.reduce((sum, path) => sum + sizeOf(path).width + columnGap, -columnGap);
    const middle = ordered.reduce((sum, path) => sum + (wished.get(path) ?? 0), 0) / ordered.length;
    let x = Math.round((middle - width / 2) / 4) * 4;
    let height = 0;
    for (const path of ordered) {
      const size = sizeOf(path);
      positions.set(path, { x, y });
      centre.set(path, x + size.width / 2);
      x += size.width + columnGap;
      height = Math.max(height, size.height);
    }
    y += height + rowGap;
  }
  return positions;
}

interface Forward {
  readonly out: Map<StatePath, StatePath[]>;
  readonly into: Map<StatePath, StatePath[]>;
  /** States so that every forward edge leads to a later one. */
  readonly order: StatePath[];
}

/** Edges without those that close a loop, found by a depth-first walk that keeps its own stack: chains are long. */
function forwardEdges(scope: ScopeGraph): Forward {
  const next = new Map<StatePath, StatePath[]>(scope.nodes.map(({ path }) => [path, []]));
  for (const { from, to } of scope.edges) if (from !== null && from !== to) next.get(from)?.push(to);
  const out = new Map<StatePath, StatePath[]>(scope.nodes.map(({ path }) => [path, []]));
  const into = new Map<StatePath, StatePath[]>(scope.nodes.map(({ path }) => [path, []]));
  const status = new Map<StatePath, 'open' | 'done'>();
  const finished: StatePath[] = [];
  const starts = [...scope.edges.filter((edge) => edge.from === null).map((edge) => edge.to), ...next.keys()];
  for (const start of starts) {
    if (status.has(start)) continue;
    status.set(start, 'open');
    const stack: { path: StatePath; at: number }[] = [{ path: start, at: 0 }];
    for (let top = stack.at(-1); top !== undefined; top = stack.at(-1)) {
      const to = next.get(top.path)?.[top.at];
      top.at += 1;
      if (to === undefined) {
        status.set(top.path, 'done');
        finished.push(top.path);
        stack.pop();
      } else if (status.get(to) !== 'open') {
        out.get(top.path)?.push(to);
        into.get(to)?.push(top.path);
        if (!status.has(to)) {
          status.set(to, 'open');
          stack.push({ path: to, at: 0 });
        }
      }
    }
  }
  return { out, into, order: finished.reverse() };
}

function intoLayers(scope: ScopeGraph, forward: Forward): StatePath[][] {
  const depth = new Map<StatePath, number>();
  for (const path of forward.order) {
    const own = depth.get(path) ?? 0;
    for (const to of forward.out.get(path) ?? []) depth.set(to, Math.max(depth.get(to) ?? 0, own + 1));
  }
  const layers: StatePath[][] = [];
  for (const { path } of scope.nodes) (layers[depth.get(path) ?? 0] ??= []).push(path);
  return layers.filter((layer) => layer.length > 0);
}

function meanAbove(above: readonly StatePath[] | undefined, centre: ReadonlyMap<StatePath, number>): number {
  if (!above || above.length === 0) return 0;
  return above.reduce((sum, path) => sum + (centre.get(path) ?? 0), 0) / above.length;
}
