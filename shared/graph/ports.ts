import type { StatePath } from '../workflow/index';
import { middle } from './lines';
import type { ScopeGeometry } from './measure';
import type { ScopeGraph } from './types';

/**
 * Where each edge leaves the lower side of its card: in the order of its targets, so that edges do not cross. The edge to
 * a target right below leaves in the middle, so that the main line runs straight.
 */
export function portsOf(scope: ScopeGraph, geometry: ScopeGeometry): Map<string, number> {
  const leaving = new Map<StatePath, { id: string; x: number }[]>();
  const add = (from: StatePath, id: string, x: number) => {
    const list = leaving.get(from);
    if (list) list.push({ id, x });
    else leaving.set(from, [{ id, x }]);
  };
  for (const edge of scope.edges) {
    const to = geometry.cards.get(edge.to);
    if (edge.from !== null && to) add(edge.from, edge.id, middle(to));
  }
  for (const { path, ends } of scope.nodes) if (ends && geometry.end) add(path, `${path}#end`, middle(geometry.end));
  const ports = new Map<string, number>();
  for (const [path, edges] of leaving) {
    const from = geometry.cards.get(path);
    if (!from) continue;
    const step = Math.min(32, from.width / (edges.length + 1));
    const sorted = [...edges].sort((a, b) => a.x - b.x);
    const below = sorted.findIndex((edge) => Math.abs(edge.x - middle(from)) <= 16);
    const centre = below < 0 ? (sorted.length - 1) / 2 : below;
    sorted.forEach((edge, i) => ports.set(edge.id, middle(from) + (i - centre) * step));
  }
  return ports;
}
