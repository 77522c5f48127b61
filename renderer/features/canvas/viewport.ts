import type { ReactFlowInstance } from '@xyflow/react';
import type { RefObject } from 'react';
import type { FlowEdge, FlowNode } from './flowElements';

/** The canvas on screen, so that menu commands and the palette can reach it. */
interface MountedCanvas {
  readonly flow: ReactFlowInstance<FlowNode, FlowEdge>;
  readonly frame: RefObject<HTMLDivElement | null>;
}

let mounted: MountedCanvas | null = null;

export function registerCanvas(
  flow: ReactFlowInstance<FlowNode, FlowEdge>,
  frame: RefObject<HTMLDivElement | null>,
): () => void {
  const canvas = { flow, frame };
  mounted = canvas;
  return () => {
    if (mounted === canvas) mounted = null;
  };
}

const motion = () => (matchMedia('(prefers-reduced-motion: reduce)').matches ? 0 : 180);

export function fitCanvas(): void {
  void mounted?.flow.fitView({ padding: 0.15, maxZoom: 1, duration: motion() });
}

export function zoomCanvas(to: 'in' | 'out' | 'reset'): void {
  if (to === 'in') void mounted?.flow.zoomIn({ duration: motion() });
  else if (to === 'out') void mounted?.flow.zoomOut({ duration: motion() });
  else void mounted?.flow.zoomTo(1, { duration: motion() });
}

/** Brings states into view; they are already selected. */
export function showStates(ids: readonly string[]): void {
  requestAnimationFrame(() => {
    void mounted?.flow.fitView({ nodes: ids.map((id) => ({ id })), padding: 0.4, maxZoom: 1, duration: motion() });
  });
}

/** Puts the keyboard on the canvas. */
export function focusCanvas(): void {
  mounted?.frame.current?.focus();
}

/** Whether a point of the window is over the canvas, and where that is in its coordinates. */
export function canvasPoint(client: { x: number; y: number }): { x: number; y: number } | null {
  const rect = mounted?.frame.current?.getBoundingClientRect();
  if (!mounted || !rect) return null;
  const inside = client.x >= rect.left && client.x <= rect.right && client.y >= rect.top && client.y <= rect.bottom;
  return inside ? mounted.flow.screenToFlowPosition(client) : null;
}
