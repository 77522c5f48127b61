import type { JsonObject } from '../../base/json';
import { type LayoutDirection, type StatePath, rootScope } from '../../workflow/index';
import { arrange } from '../arrange';
import { labelWidth, shortLabel } from '../labels';
import { pictureOf } from '../picture';
import { projectGraph } from '../project';
import type { Route } from '../route';
import type { Rect, ScopeGraph } from '../types';

/** Pixels of a border that count as outside. */
const slack = 2;

/** What is drawn over something else in the picture of a definition: lines and labels over cards, labels and other lines. */
export function coveredIn(definition: JsonObject, direction: LayoutDirection): string[] {
  const none = new Set<StatePath>();
  const positions = arrange(projectGraph(definition), {}, 'open', none, direction);
  const picture = pictureOf({ definition, positions, direction }, { collapsed: none, focus: rootScope });
  return picture.graph.scopes.flatMap((scope) => {
    const cards = [...(picture.geometry.scopes.get(scope.scope)?.cards ?? [])];
    const routes = picture.routes.get(scope.scope) ?? [];
    const labels = routes.flatMap((route) => labelOf(scope, route));
    const pieces = routes.flatMap((route) => piecesOf(route).map((box) => ({ id: route.id, box })));
    const found: string[] = [];
    for (const [path, card] of cards) {
      for (const { id, box } of pieces) if (meet(box, card)) found.push(`${id} leads through ${path}`);
      for (const { id, box } of labels) if (meet(box, card)) found.push(`the label of ${id} stands on ${path}`);
    }
    for (const [index, { id, box }] of labels.entries()) {
      for (const other of labels.slice(index + 1))
        if (meet(box, other.box)) found.push(`the labels of ${id} and ${other.id} stand on each other`);
      for (const piece of pieces)
        if (piece.id !== id && meet(piece.box, box)) found.push(`${piece.id} leads over the label of ${id}`);
    }
    return found;
  });
}

function labelOf(scope: ScopeGraph, { id, kind, label, isShort }: Route): readonly { id: string; box: Rect }[] {
  const text = scope.edges.find((edge) => edge.id === id)?.label ?? '';
  if (text === '') return [];
  const { width, height } = isShort ? shortLabel : { width: labelWidth(text, kind === 'choice'), height: 20 };
  return [{ id, box: { x: label.x - width / 2, y: label.y - height / 2, width, height } }];
}

function piecesOf({ points }: Route): readonly Rect[] {
  return points.flatMap((from, index) => {
    const to = points[index + 1];
    if (!to) return [];
    const [x, y] = [Math.min(from.x, to.x), Math.min(from.y, to.y)];
    return [{ x, y, width: Math.abs(from.x - to.x), height: Math.abs(from.y - to.y) }];
  });
}

function meet(line: Rect, box: Rect): boolean {
  return (
    line.x < box.x + box.width - slack &&
    box.x + slack < line.x + line.width &&
    line.y < box.y + box.height - slack &&
    box.y + slack < line.y + line.height
  );
}
