import { getViewportForBounds, type ReactFlowInstance } from '@xyflow/react';
import type { RefObject } from 'react';
import { type Picture, type Rect, aroundAll, boxesOf, startId } from '#shared/graph/index';
import { settings } from '../../editor/settings';
import { mountCanvas } from '../../editor/canvasView';
import { readableZoom } from './readable';
import type { FlowEdge } from './flowEdges';
import type { FlowNode } from './flowNodes';

interface MountedCanvas {
  readonly flow: ReactFlowInstance<FlowNode, FlowEdge>;
  readonly frame: RefObject<HTMLDivElement | null>;
  readonly picture: Picture;
}

let mounted: MountedCanvas | null = null;

const motion = () =>
  settings().motion === 'reduced' || matchMedia('(prefers-reduced-motion: reduce)').matches ? 0 : 180;

/** The range of zooms that a person can choose. */
export const zooms = { least: 0.05, most: 2 };

/** Lets commands and panels reach the canvas on screen; returns how to take it away. */
export function registerCanvas(canvas: MountedCanvas): () => void {
  const { flow, frame } = canvas;
  mounted = canvas;
  const unmount = mountCanvas({
    open: openView,
    fit: () => lookAt(boxesOf(canvas.picture).whole, 0.15),
    zoom: (to) => {
      if (to === 'in') void flow.zoomIn({ duration: motion() });
      else if (to === 'out') void flow.zoomOut({ duration: motion() });
      else void flow.zoomTo(1, { duration: motion() });
    },
    show: (states) => {
      // After the selection, and what it opened, has been drawn.
      requestAnimationFrame(() => {
        if (!mounted) return;
        const { nodes } = boxesOf(mounted.picture);
        lookAt(aroundAll(states.flatMap((state) => nodes.get(state) ?? [])), 0.4);
      });
    },
    focus: () => frame.current?.focus(),
  });
  return () => {
    unmount();
    if (mounted === canvas) mounted = null;
  };
}

/** Brings a part of the canvas into view, at its full size at most. */
function lookAt(part: Rect | null, padding: number): void {
  const frame = mounted?.frame.current;
  if (!mounted || !frame || !part) return;
  const { clientWidth: width, clientHeight: height } = frame;
  const viewport = getViewportForBounds(part, width, height, zooms.least, 1, padding);
  void mounted.flow.setViewport(viewport, { duration: motion() });
}

/** Around a document that comes on screen, as a part of the canvas: little, so that more can be read whole. */
const openPadding = 0.06;

/** How a document comes on screen: whole where its names can be read then, else at its start in full size. */
export function openView(): void {
  const frame = mounted?.frame.current;
  if (!mounted || !frame) return;
  const { flow, picture } = mounted;
  const { nodes, whole } = boxesOf(picture);
  if (!whole) return;
  const { clientWidth: width, clientHeight: height } = frame;
  const fitting = getViewportForBounds(whole, width, height, 0, 1, openPadding);
  const [root] = picture.graph.scopes;
  const start = root && nodes.get(startId(root.scope));
  if (fitting.zoom >= readableZoom || !start) return void flow.setViewport(fitting);
  const at =
    picture.geometry.scopes.get(root.scope)?.direction === 'right'
      ? { x: 48 - start.x, y: height / 2 - (start.y + start.height / 2) }
      : { x: width / 2 - (start.x + start.width / 2), y: 48 - start.y };
  void flow.setViewport({ ...at, zoom: 1 });
}

/** Whether a point of the window is over the canvas, and where that is in its coordinates. */
export function canvasPoint(client: { x: number; y: number }): { x: number; y: number } | null {
  const rect = mounted?.frame.current?.getBoundingClientRect();
  if (!mounted || !rect) return null;
  const inside = client.x >= rect.left && client.x <= rect.right && client.y >= rect.top && client.y <= rect.bottom;
  return inside ? mounted.flow.screenToFlowPosition(client) : null;
}
