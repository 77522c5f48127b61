import { useStore, type ReactFlowState } from '@xyflow/react';
import { useMemo } from 'react';
import type { Rect } from '#shared/graph/index';

/** A canvas that has not been measured yet is taken to be as large as a large window. */
const unmeasured = { width: 1920, height: 1080 };

/**
 * The part of the canvas around what is in view, with a margin of half a view on each side. It changes only when the view
 * has moved by half a view, or the zoom by a factor of two, so that most steps of panning cost nothing.
 * @param active whether it is wanted: without, it is null and never changes
 */
export function useViewPart(active: boolean): Rect | null {
  const cell = useStore((state) => (active ? cellOf(state) : ''));
  return useMemo(() => (cell === '' ? null : partOf(cell)), [cell]);
}

function cellOf({ transform: [x, y, zoom], width, height }: ReactFlowState): string {
  const level = 2 ** Math.floor(Math.log2(zoom));
  const [cellWidth, cellHeight] = [(width || unmeasured.width) / level / 2, (height || unmeasured.height) / level / 2];
  // The first cell that the view reaches into; the view is two cells wide at most.
  return [Math.floor(-x / zoom / cellWidth), Math.floor(-y / zoom / cellHeight), cellWidth, cellHeight].join(' ');
}

function partOf(cell: string): Rect {
  const [column = 0, row = 0, width = 0, height = 0] = cell.split(' ').map(Number);
  return { x: (column - 1) * width, y: (row - 1) * height, width: 5 * width, height: 5 * height };
}
