import type { Size } from './types';

/** Measures of the canvas in pixels at zoom 1; all are multiples of the 4 px grid. */
export const card: Size = { width: 232, height: 64 };
/** Start and End of the machine are pills, those of an inner scope dots. */
export const mark: Size = { width: 72, height: 32 };
export const innerMark: Size = { width: 16, height: 16 };
/** Free space between a card and the next one below, with room for an edge label. */
export const rowGap = 72;
/** Free space between two cards side by side, and for the lane of an edge between them. */
export const columnGap = 40;
/** Title bar of a Map or Parallel container. */
export const containerHeader = 48;
export const containerPadding = 24;
/** Title of a branch inside a Parallel container. */
export const laneHeader = 28;
export const laneGap = 16;
/** An empty scope still shows where to drop. */
export const emptyScope: Size = { width: 232, height: 72 };
/** The least free space kept between two cards when one has to make way. */
export const clearance = 24;
