import { useViewport } from '@xyflow/react';
import { ArrowDown, ArrowRight, Maximize, Minus, Plus, WandSparkles } from 'lucide-react';
import type { LayoutDirection } from '#shared/workflow/index';
import { runCommand } from '../../editor/commands';
import { layOutAgain } from '../../editor/editing';
import { IconButton } from '../../ui/controls';
import { canvasView } from '../../editor/canvasView';

export function CanvasToolbar({ direction }: { direction: LayoutDirection }) {
  const toTheRight = direction === 'right';
  const { zoom } = useViewport();
  return (
    <div className="canvas-toolbar" role="toolbar" aria-label="Canvas">
      <IconButton label="Zoom out" shortcut="−" onClick={() => canvasView()?.zoom('out')}>
        <Minus size={15} />
      </IconButton>
      <button
        type="button"
        className="canvas-toolbar__zoom"
        onClick={() => canvasView()?.zoom('reset')}
        aria-label="Zoom to 100 %"
      >
        {Math.round(zoom * 100)} %
      </button>
      <IconButton label="Zoom in" shortcut="+" onClick={() => canvasView()?.zoom('in')}>
        <Plus size={15} />
      </IconButton>
      <IconButton label="Fit the workflow" shortcut="1" onClick={() => canvasView()?.fit()}>
        <Maximize size={15} />
      </IconButton>
      <IconButton label="Lay out anew" onClick={() => layOutAgain()}>
        <WandSparkles size={15} />
      </IconButton>
      <IconButton
        label={toTheRight ? 'Lay out top to bottom' : 'Lay out left to right'}
        onClick={() => runCommand('arrange.toTheRight')}
      >
        {toTheRight ? <ArrowDown size={15} /> : <ArrowRight size={15} />}
      </IconButton>
    </div>
  );
}
