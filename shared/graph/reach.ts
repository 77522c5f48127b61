import { labelWidth, shortLabel } from './labels';
import { routeEdges } from './route';
import type { Rect, ScopeGeometry, ScopeGraph, Size } from './types';

/** Height of a label, as the style sheet has it. */
const labelHeight = 20;

/** What the lines of a scope and their labels need beside its cards, as boxes on the 4 px grid. */
export function reachOf(scope: ScopeGraph, geometry: ScopeGeometry): readonly Rect[] {
  const texts = new Map(scope.edges.map(({ id, label }) => [id, label ?? '']));
  const { x, y, width, height } = geometry.area;
  const isOutside = (box: Rect) =>
    box.x < x || box.y < y || box.x + box.width > x + width || box.y + box.height > y + height;
  return routeEdges(scope, geometry)
    .flatMap(({ id, kind, points, label, isShort }) => {
      const text = texts.get(id) ?? '';
      const size: Size = isShort ? shortLabel : { width: labelWidth(text, kind === 'choice'), height: labelHeight };
      const box = { x: label.x - size.width / 2, y: label.y - size.height / 2, ...size };
      return [...points.map((point) => ({ ...point, width: 0, height: 0 })), ...(text === '' ? [] : [box])];
    })
    .filter(isOutside)
    .map(onGrid);
}

function onGrid(box: Rect): Rect {
  const [x, y] = [Math.floor(box.x / 4) * 4, Math.floor(box.y / 4) * 4];
  const [right, bottom] = [Math.ceil((box.x + box.width) / 4) * 4, Math.ceil((box.y + box.height) / 4) * 4];
  return { x, y, width: right - x, height: bottom - y };
}
