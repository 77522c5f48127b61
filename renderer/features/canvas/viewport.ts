import type { ReactFlowInstance } from '@xyflow/react';
import type { RefObject } from 'react';
import { mountCanvas } from '../../editor/canvasView';
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

/** Whether a point of the window is over the canvas, and where that is in its coordinates. */
export function canvasPoint(client: { x: number; y: number }): { x: number; y: number } | null {
  const rect = mounted?.frame.current?.getBoundingClientRect();
  if (!mounted || !rect) return null;
  const inside = client.x >= rect.left && client.x <= rect.right && client.y >= rect.top && client.y <= rect.bottom;
  return inside ? mounted.flow.screenToFlowPosition(client) : null;
}
