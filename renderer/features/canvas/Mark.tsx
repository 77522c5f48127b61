import { Handle, type NodeProps } from '@xyflow/react';
import { memo } from 'react';
import { useContributions } from '../../editor/contributions';
import { showMachineTab } from '../../editor/store';
import { sides, type MarkNode } from './flowNodes';

/** Start and End of the machine, or the small dots of an inner scope. */
export const Mark = memo(function Mark({ data }: NodeProps<MarkNode>) {
  const start = data.label === 'Start';
  const { startMarks } = useContributions();
  return (
    <div
      className={`canvas-mark canvas-mark--${start ? 'start' : 'end'}${data.inner ? ' canvas-mark--inner' : ''}`}
      aria-label={data.label}
    >
      {data.inner ? null : start ? (
        <button
          type="button"
          className="canvas-mark__open nopan"
          aria-label="Start: what starts this workflow"
          onClick={() => showMachineTab('triggers')}
        >
          {data.label}
        </button>
      ) : (
        data.label
      )}
      {start && !data.inner ? startMarks.map((StartMark, index) => <StartMark key={index} />) : null}
      {start ? (
        <Handle
          id="out"
          type="source"
          position={sides[data.direction].out}
          className={data.inner ? 'canvas-handle canvas-handle--hidden' : 'canvas-handle canvas-handle--out'}
        />
      ) : (
        <Handle
          id="in"
          type="target"
          position={sides[data.direction].in}
          className="canvas-handle canvas-handle--hidden"
        />
      )}
    </div>
  );
});
