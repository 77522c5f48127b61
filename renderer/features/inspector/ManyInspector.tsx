import {
  AlignHorizontalSpaceBetween,
  AlignStartHorizontal,
  AlignStartVertical,
  AlignVerticalSpaceBetween,
  Copy,
  Repeat,
  Split,
  Trash2,
} from 'lucide-react';
import { type CommandId, commands } from '#shared/protocol/index';
import { type StatePath, stateName } from '#shared/workflow/index';
import { canRun, runCommand } from '../../editor/commands';
import { Button } from '../../ui/controls';

const actions: readonly [CommandId, typeof Copy][] = [
  ['edit.duplicate', Copy],
  ['arrange.wrapParallel', Split],
  ['arrange.wrapMap', Repeat],
  ['arrange.alignLeft', AlignStartVertical],
  ['arrange.alignTop', AlignStartHorizontal],
  ['arrange.distributeAcross', AlignHorizontalSpaceBetween],
  ['arrange.distributeDown', AlignVerticalSpaceBetween],
  ['edit.delete', Trash2],
];

export function ManyInspector({ states }: { states: readonly StatePath[] }) {
  return (
    <>
      <div className="inspector__head">
        <h2>{states.length} states</h2>
        <p>{states.slice(0, 4).map(stateName).join(', ') + (states.length > 4 ? ', …' : '')}</p>
      </div>
      <div className="inspector__body inspector__actions">
        {actions.map(([id, Icon]) => (
          <Button key={id} disabled={!canRun(id)} onClick={() => runCommand(id)}>
            <Icon size={14} aria-hidden /> {commands[id].label}
          </Button>
        ))}
      </div>
    </>
  );
}
