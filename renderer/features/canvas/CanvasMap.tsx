import { useReactFlow, useStore } from '@xyflow/react';
import { useEffect, useMemo, useRef, type PointerEvent } from 'react';
import { type Picture, type Rect, boxesOf, meet } from '#shared/graph/index';
import { type DisplayStatus, summarise } from '#shared/runs/index';
import { useJudged } from '../../editor/diagnostics/diagnosticsStore';
import { useRun } from '../../editor/runs/useRun';
import type { Session } from '../../editor/session';
import { useApp } from '../../editor/store';
import { mapBlocks, mapScale, type MapBlock, type MapScale } from './mapBlocks';

/** Of the map on screen, in pixels. */
const size = { width: 176, height: 120 };

const statusColours: Readonly<Record<DisplayStatus, string>> = {
  running: '--accent',
  waiting: '--accent',
  retrying: '--run-caught',
  caught: '--run-caught',
  succeeded: '--run-succeeded',
  failed: '--run-failed',
  timedOut: '--run-failed',
  aborted: '--run-failed',
};

/** The workflow in small, with the part in view, problems, and how states stand in the run on screen. */
export function CanvasMap({ picture, session }: { picture: Picture; session: Session }) {
  const flow = useReactFlow();
  const view = useView();
  const run = useRun();
  const problems = useJudged(session.id, (judged) => judged?.byState ?? null);
  const theme = useApp((state) => state.theme);
  const blocks = useMemo(
    () => mapBlocks(picture, session.collapsed, run && summarise(run.view), problems),
    [picture, session.collapsed, run, problems],
  );
  const { whole } = boxesOf(picture);
  const at = useMemo(() => whole && mapScale(whole, view, size), [whole, view]);
  const canvas = useRef<HTMLCanvasElement>(null);
  useEffect(() => {
    if (!canvas.current || !at) return;
    const target = canvas.current;
    // The theme is on the page one task after it is in the store.
    const id = requestAnimationFrame(() => paint(target, blocks, at));
    return () => cancelAnimationFrame(id);
  }, [blocks, at, theme]);
  if (!at) return null;
  const show = (event: PointerEvent<HTMLDivElement>) => {
    if (event.buttons !== 1) return;
    const rect = event.currentTarget.getBoundingClientRect();
    const point = (client: number, from: number, origin: number) => (client - from) / at.scale + origin;
    void flow.setCenter(point(event.clientX, rect.left, at.origin.x), point(event.clientY, rect.top, at.origin.y), {
      zoom: flow.getZoom(),
    });
  };
  return (
    <div
      className="canvas-map"
      role="img"
      aria-label="Map of the workflow"
      style={size}
      onPointerDown={(event) => {
        event.currentTarget.setPointerCapture(event.pointerId);
        show(event);
      }}
      onPointerMove={show}
    >
      <canvas ref={canvas} style={size} />
      <div className="canvas-map__view" style={onMap(view, at)} />
    </div>
  );
}

/** The part of the canvas in view, in its coordinates. */
function useView(): Rect {
  const key = useStore(({ transform: [x, y, zoom], width, height }) =>
    [-x / zoom, -y / zoom, width / zoom, height / zoom].map(Math.round).join(' '),
  );
  return useMemo(() => {
    const [x = 0, y = 0, width = 0, height = 0] = key.split(' ').map(Number);
    return { x, y, width, height };
  }, [key]);
}

function onMap({ x, y, width, height }: Rect, { scale, origin }: MapScale) {
  return {
    left: (x - origin.x) * scale,
    top: (y - origin.y) * scale,
    width: width * scale,
    height: height * scale,
  };
}

function paint(canvas: HTMLCanvasElement, blocks: readonly MapBlock[], at: MapScale): void {
  const context = canvas.getContext('2d');
  if (!context) return;
  const density = window.devicePixelRatio;
  canvas.width = size.width * density;
  canvas.height = size.height * density;
  context.scale(density, density);
  const colours = colourReader(canvas);
  const shown = { ...at.origin, width: size.width / at.scale, height: size.height / at.scale };
  for (const { box, open, tint, status, problem } of blocks) {
    if (!meet(box, shown)) continue;
    const { left, top, width, height } = onMap(box, at);
    context.beginPath();
    context.roundRect(left, top, Math.max(width, 2), Math.max(height, 1.5), Math.min(2, height / 3));
    if (open) {
      context.strokeStyle = colours(status === null ? '--line-strong' : statusColours[status]);
      context.stroke();
    } else {
      context.fillStyle = status === null ? colours('--tint', tint) : colours(statusColours[status]);
      context.fill();
    }
    if (problem === null) continue;
    context.beginPath();
    context.arc(left + width, top, 2.5, 0, 2 * Math.PI);
    context.fillStyle = colours(problem === 'error' ? '--danger' : '--warning');
    context.fill();
  }
}

/** Reads colours of the style sheets, each once a painting. */
function colourReader(canvas: HTMLElement): (property: string, className?: string) => string {
  const known = new Map<string, string>();
  return (property, className = '') => {
    const key = `${className} ${property}`;
    const before = known.get(key);
    if (before !== undefined) return before;
    const probe = document.createElement('span');
    probe.className = className;
    probe.style.color = `var(${property})`;
    canvas.parentElement?.append(probe);
    const { color } = getComputedStyle(probe);
    probe.remove();
    known.set(key, color);
    return color;
  };
}
