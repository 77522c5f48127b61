import { type Picture, type Point, type Rect, type Size, boxesOf } from '#shared/graph/index';
import type { DisplayStatus } from '#shared/runs/index';
import { summarizeState } from '#shared/states/index';
import type { Diagnostic } from '#shared/validation/index';
import type { StatePath } from '#shared/workflow/index';
import { tintOf } from '../../ui/icons';

/** A state on the map. */
export interface MapBlock {
  readonly box: Rect;
  readonly open: boolean;
  /** Class of its service's colour. */
  readonly tint: string;
  /** How it stands in the run on screen. */
  readonly status: DisplayStatus | null;
  readonly problem: Diagnostic['severity'] | null;
}

/** What the map shows of a picture, containers before what they hold. */
export function mapBlocks(
  picture: Picture,
  collapsed: ReadonlySet<StatePath>,
  run: ReadonlyMap<string, { readonly status: DisplayStatus }> | null,
  problems: ReadonlyMap<string, readonly Diagnostic[]> | null,
): readonly MapBlock[] {
  const { nodes } = boxesOf(picture);
  return picture.graph.scopes.flatMap((scope) =>
    scope.nodes.flatMap((node): MapBlock[] => {
      const box = nodes.get(node.path);
      if (!box) return [];
      const found = problems?.get(node.path) ?? [];
      const error = found.some(({ severity }) => severity === 'error');
      return [
        {
          box,
          open: node.children.length > 0 && !collapsed.has(node.path),
          tint: tintOf(summarizeState(node.state).icon),
          status: run?.get(node.name)?.status ?? null,
          problem: error ? 'error' : found.length > 0 ? 'warning' : null,
        },
      ];
    }),
  );
}

/** How a part of the canvas lies on the map: one of its points is at `(x - origin.x) * scale` there. */
export interface MapScale {
  readonly scale: number;
  readonly origin: Point;
}

/** The least scale of the map, at which a card is still seen as a block. */
const leastScale = 4 / 232;

/** Room around the whole, in pixels of the map. */
const margin = 6;

/**
 * The whole where its cards can be told apart at the size of the map, else the part around the middle of the view, as far as
 * there is something to show.
 */
export function mapScale(whole: Rect, view: Rect, size: Size): MapScale {
  const inner = { width: size.width - 2 * margin, height: size.height - 2 * margin };
  const scale = Math.max(leastScale, Math.min(0.12, inner.width / whole.width, inner.height / whole.height));
  const along = (start: number, length: number, middle: number, room: number, full: number): number => {
    const shown = room / scale;
    const first =
      length <= shown
        ? start + length / 2 - shown / 2
        : Math.min(Math.max(middle - shown / 2, start), start + length - shown);
    return first - (full - room) / 2 / scale;
  };
  const middle = { x: view.x + view.width / 2, y: view.y + view.height / 2 };
  return {
    scale,
    origin: {
      x: along(whole.x, whole.width, middle.x, inner.width, size.width),
      y: along(whole.y, whole.height, middle.y, inner.height, size.height),
    },
  };
}
