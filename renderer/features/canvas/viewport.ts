import { getViewportForBounds, type ReactFlowInstance } from '@xyflow/react';
import type { RefObject } from 'react';
import { mountCanvas } from '../../editor/canvasView';
import { readableZoom } from './readable';
import type { FlowEdge, FlowNode } from './flowElements';

interface MountedCanvas {
  readonly flow: ReactFlowInstance<FlowNode, FlowEdge>;
  readonly frame: RefObject<HTMLDivElement | null>;
}

let mounted: MountedCanvas | null = null;

const motion = () => (matchMedia('(prefers-reduced-motion: reduce)').matches ? 0 : 180);

/** Lets commands and panels reach the canvas on screen; returns how to take it away. */
export function registerCanvas({ flow, frame }: MountedCanvas): () => void {
  const canvas = { flow, frame };
  mounted = canvas;
  const unmount = mountCanvas({
    fit: () => void flow.fitView({ padding: 0.15, maxZoom: 1, duration: motion() }),
    zoom: (to) => {
      if (to === 'in') void flow.zoomIn({ duration: motion() });
      else if (to === 'out') void flow.zoomOut({ duration: motion() });
      else void flow.zoomTo(1, { duration: motion() });
    },
    show: (states) => {
      // After the selection, and what it opened, has been drawn.
      requestAnimationFrame(() => {
        void flow.fitView({ nodes: states.map((id) => ({ id })), padding: 0.4, maxZoom: 1, duration: motion() });
      });
    },
    focus: () => frame.current?.focus(),
  });
  return () => {
    unmount();
    if (mounted === canvas) mounted = null;
  };
}

/** Around a document that comes on screen, as a part of the canvas: little, so that more can be read whole. */
const padding = 0.06;

/** How a document comes on screen: whole where its names can be read then, else at its start in full size. */
export function openView(flow: MountedCanvas['flow'], frame: HTMLElement | null): void {
  const nodes = flow.getNodes();
  if (!frame || nodes.length === 0) return;
  const { clientWidth: width, clientHeight: height } = frame;
  const whole = getViewportForBounds(flow.getNodesBounds(nodes), width, height, 0, 1, padding);
  const start = nodes.find(
    (node) => node.type === 'mark' && node.parentId === undefined && node.data.label === 'Start',
  );
  if (whole.zoom >= readableZoom || !start) return void flow.setViewport(whole);
  const middle = start.position.x + (start.width ?? 0) / 2;
  void flow.setViewport({ x: width / 2 - middle, y: 48 - start.position.y, zoom: 1 });
}

/** Whether a point of the window is over the canvas, and where that is in its coordinates. */
export function canvasPoint(client: { x: number; y: number }): { x: number; y: number } | null {
  const rect = mounted?.frame.current?.getBoundingClientRect();
  if (!mounted || !rect) return null;
  const inside = client.x >= rect.left && client.x <= rect.right && client.y >= rect.top && client.y <= rect.bottom;
  return inside ? mounted.flow.screenToFlowPosition(client) : null;
}
