import type { LayoutDirection } from '../workflow/index';
import type { Point, Rect, Size } from './types';

/**
 * Layout, measuring and routing are written for pictures that lead down. One that leads to the right is that picture
 * mirrored along its diagonal: what is given is turned before, and what comes of it after. Turning twice changes nothing.
 */
export const turned = {
  point: ({ x, y }: Point): Point => ({ x: y, y: x }),
  size: ({ width, height }: Size): Size => ({ width: height, height: width }),
  rect: ({ x, y, width, height }: Rect): Rect => ({ x: y, y: x, width: height, height: width }),
};

/** A rectangle as the code for pictures that lead down sees it, or the other way round. */
export function upright(rect: Rect, direction: LayoutDirection): Rect {
  return direction === 'right' ? turned.rect(rect) : rect;
}

export function uprightPoint(point: Point, direction: LayoutDirection): Point {
  return direction === 'right' ? turned.point(point) : point;
}

export function uprightSize(size: Size, direction: LayoutDirection): Size {
  return direction === 'right' ? turned.size(size) : size;
}
