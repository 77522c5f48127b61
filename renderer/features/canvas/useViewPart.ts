import { useStore, type ReactFlowState } from '@xyflow/react';
import { useMemo } from 'react';
import type { Rect } from '#shared/graph/index';

/** A canvas that has not been measured yet is taken to be as large as a large window. */
const unmeasured = { width: 1920, height: 1080 };

/**
 * The part of the canvas around what is in view, with a margin of half a view at least on each side. It changes only when
 * the view has moved by one view or the zoom by a factor of two, so that a step of panning costs nothing.
 * @param active whether it is wanted: without, it is null and never changes
 */
export function useViewPart(active: boolean): Rect | null {
  const cell = useStore((state) => (active ? cellOf(state) : ''));
  return useMemo(() => (cell === '' ? null : partOf(cell)), [cell]);
}

function cellOf({ transform: [x, y, zoom], width, height }: ReactFlowState): string {
  const level = 2 ** Math.floor(Math.log2(zoom));
  const cellWidth = (width || unmeasured.width) / level;
  const cellHeight = (height || unmeasured.height) / level;
  const middle = { x: ((width || unmeasured.width) / 2 - x) / zoom, y: ((height || unmeasured.height) / 2 - y) / zoom };
  return [Math.floor(middle.x / cellWidth), Math.floor(middle.y / cellHeight), cellWidth, cellHeight].join(' ');
}

function partOf(cell: string): Rect {
  const [column = 0, row = 0, width = 0, height = 0] = cell.split(' ').map(Number);
  return { x: (column - 1) * width, y: (row - 1) * height, width: 3 * width, height: 3 * height };
}
