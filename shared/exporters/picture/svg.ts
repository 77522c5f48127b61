import { arrange, boxesOf, edgePath, endId, pictureOf, projectGraph, shortText, startId } from '../../graph/index';
import type { GraphEdge, GraphNode, Picture, Point, Rect, Route } from '../../graph/index';
import { foldHistory, type RunView } from '../../history/index';
import { statusLabels, summarise, takenTransitions, transitionKey } from '../../runs/index';
import { summarizeState } from '../../states/index';
import { rootScope, stateName, type StatePath, type WorkflowDocument } from '../../workflow/index';
import type { ExportContext } from '../contract';
import { fittedLines, textWidth, xml } from './text';
import { statusColour, themes, type PictureTheme } from './themes';

/** The family of the font that PNGs are drawn with; where a viewer has another, it draws with its own. */
export const pictureFont = 'Inter';

/** Free space around a picture. */
const margin = 24;

/** A workflow as it is drawn on the canvas, without what is open, selected or wrong in the window. */
export function workflowSvg(document: WorkflowDocument, { run, theme: look = 'light', name }: ExportContext): string {
  const { definition, sidecar } = document;
  const { direction } = sidecar;
  const none = new Set<StatePath>();
  const positions = arrange(projectGraph(definition), sidecar.positions, 'open', none, direction);
  const picture = pictureOf({ definition, positions, direction }, { collapsed: none, focus: rootScope });
  const view = run === undefined ? null : foldHistory(run.events);
  return new Drawing(picture, themes[look], view).svg(name);
}

/** One picture in the making. */
class Drawing {
  readonly #parts: string[] = [];

  constructor(
    readonly picture: Picture,
    readonly theme: PictureTheme,
    readonly view: RunView | null,
  ) {}

  svg(title: string): string {
    const { nodes, offsets, whole } = boxesOf(this.picture);
    for (const scope of this.picture.graph.scopes) {
      const offset = offsets.get(scope.scope);
      if (!offset) continue;
      for (const node of scope.nodes) this.#state(node, nodes.get(node.path));
      for (const route of this.picture.routes.get(scope.scope) ?? [])
        this.#transition(route, scope.edges.find(({ id }) => id === route.id) ?? null, offset);
      const isOuter = scope.parent === null;
      this.#mark(isOuter ? 'Start' : '', nodes.get(startId(scope.scope)));
      this.#mark(isOuter ? 'End' : '', nodes.get(endId(scope.scope)));
    }
    const { x, y, width, height } = whole ?? { x: 0, y: 0, width: 0, height: 0 };
    const [w, h] = [width + 2 * margin, height + 2 * margin].map(Math.ceil);
    const box = `${String(Math.floor(x - margin))} ${String(Math.floor(y - margin))} ${String(w)} ${String(h)}`;
    const { canvas } = this.theme;
    return [
      `<svg xmlns="http://www.w3.org/2000/svg" viewBox="${box}" width="${String(w)}" height="${String(h)}" font-family="${pictureFont}, system-ui, sans-serif" role="img" aria-label="${xml(title)}">`,
      `<title>${xml(title)}</title>`,
      `<rect x="${String(x - margin)}" y="${String(y - margin)}" width="${String(w)}" height="${String(h)}" fill="${canvas}"/>`,
      ...this.#parts,
      '</svg>',
      '',
    ].join('\n');
  }

  #state({ name, state, type, children }: GraphNode, box: Rect | undefined): void {
    if (!box) return;
    const { surface, text, theme } = { ...this.theme, theme: this.theme };
    const { x, y, width, height } = box;
    const summary = this.view && summarise(this.view).get(name);
    const colour = summary ? statusColour(theme, summary.status) : theme['line-strong'];
    const isContainer = children.length > 0 && height > 64;
    const stroke = `stroke="${colour}" stroke-width="${summary ? '2' : '1'}"`;
    this.#parts.push(
      `<g data-state="${xml(name)}">`,
      `<rect x="${String(x)}" y="${String(y)}" width="${String(width)}" height="${String(height)}" rx="10" fill="${surface}" fill-opacity="${isContainer ? '0.6' : '1'}" ${stroke}/>`,
      `<rect x="${String(x + 8)}" y="${String(y + 12)}" width="4" height="${isContainer ? '24' : String(height - 24)}" rx="2" fill="${tints[type] ?? theme.edge}"/>`,
    );
    const lines = fittedLines(name, 13, width - 36, isContainer ? 1 : 2);
    const action = fittedLines(summarizeState(state).action, 11, width - 36, 1)[0] ?? '';
    const total = lines.length * 15 + 16;
    const top = y + ((isContainer ? 48 : height) - total) / 2;
    for (const [index, line] of lines.entries())
      this.#text(line, x + 22, top + 12 + index * 15, 13, text, 'font-weight="600"');
    this.#text(action, x + 22, top + lines.length * 15 + 12, 11, theme['text-2']);
    if (summary) {
      const visits = summary.visits > 1 ? ` ×${String(summary.visits)}` : '';
      this.#pill(`${statusLabels[summary.status]}${visits}`, { x: x + 16, y: y + (isContainer ? 0 : height) }, colour);
    }
    this.#parts.push('</g>');
  }

  #transition(route: Route, edge: GraphEdge | null, { x, y }: Point): void {
    const taken = this.view !== null && edge !== null && this.#isTaken(edge);
    const { accent, danger, edge: usual } = this.theme;
    const colour = taken ? accent : edge?.kind === 'catch' ? danger : usual;
    const dashes = edge?.kind === 'catch' ? ' stroke-dasharray="5 4"' : '';
    const points = route.points.map((point) => ({ x: point.x + x, y: point.y + y }));
    this.#parts.push(
      `<path d="${edgePath(points)}" fill="none" stroke="${colour}" stroke-width="${taken ? '2.5' : '1.5'}"${dashes}/>`,
      `<path d="${tip(points)}" fill="${colour}"/>`,
    );
    if (edge !== null && edge.label !== null)
      this.#pill(
        route.isShort ? shortText(edge) : edge.label,
        { x: route.label.x + x, y: route.label.y + y },
        this.theme['line-strong'],
        true,
      );
  }

  #isTaken({ from, to }: GraphEdge): boolean {
    const key = transitionKey(from === null ? '' : stateName(from), stateName(to));
    return this.view !== null && takenTransitions(this.view).has(key);
  }

  /** Start and End of the machine have their names, those of inner scopes are dots. */
  #mark(label: string, box: Rect | undefined): void {
    if (!box) return;
    const { x, y, width, height } = box;
    const { surface, edge, text } = this.theme;
    const fill = label === '' ? edge : surface;
    this.#parts.push(
      `<rect x="${String(x)}" y="${String(y)}" width="${String(width)}" height="${String(height)}" rx="${String(height / 2)}" fill="${fill}" stroke="${edge}"/>`,
    );
    if (label !== '') this.#text(label, x + width / 2, y + height / 2 + 4, 12, text, 'text-anchor="middle"');
  }

  #pill(label: string, at: Point, colour: string, isCentred = false): void {
    const [line = ''] = fittedLines(label, 10.5, 150, 1);
    const width = textWidth(line, 10.5) + 14;
    const left = isCentred ? at.x - width / 2 : at.x;
    this.#parts.push(
      `<rect x="${left.toFixed(1)}" y="${String(at.y - 9)}" width="${width.toFixed(1)}" height="18" rx="9" fill="${this.theme.surface}" stroke="${colour}"/>`,
    );
    this.#text(line, left + width / 2, at.y + 3.5, 10.5, this.theme['text-2'], 'text-anchor="middle"');
  }

  #text(text: string, x: number, y: number, size: number, colour: string, more = ''): void {
    const place = `x="${x.toFixed(1)}" y="${y.toFixed(1)}" font-size="${String(size)}" fill="${colour}"`;
    this.#parts.push(`<text ${place}${more === '' ? '' : ` ${more}`}>${xml(text)}</text>`);
  }
}

/** The head of an arrow at the end of a line. */
function tip(points: readonly Point[]): string {
  const end = points.at(-1) ?? { x: 0, y: 0 };
  const before = points.findLast(({ x, y }) => x !== end.x || y !== end.y) ?? end;
  const length = Math.hypot(end.x - before.x, end.y - before.y) || 1;
  const [dx, dy] = [(end.x - before.x) / length, (end.y - before.y) / length];
  const corner = (side: number) =>
    `${(end.x - 8 * dx - side * dy).toFixed(1)} ${(end.y - 8 * dy + side * dx).toFixed(1)}`;
  return `M${String(end.x)} ${String(end.y)} ${corner(4)} ${corner(-4)}z`;
}

/** What tells types apart at a glance. */
const tints: Readonly<Record<string, string>> = {
  Task: '#d97706',
  Choice: '#0d9488',
  Parallel: '#7c3aed',
  Map: '#7c3aed',
  Wait: '#2563eb',
  Pass: '#64748b',
  Succeed: '#16a34a',
  Fail: '#dc2626',
};
