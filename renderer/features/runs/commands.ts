import { activeDocument } from '../../editor/editing';
import type { CommandActions } from '../../editor/commands';
import { shownRun } from '../../editor/runs/runStore';
import { activeSession } from '../../editor/store';
import { showStepTest } from './runTab';
import { startRun, steps, toggleBreakpointHere } from './running';

const hasDocument = () => activeDocument() !== null;
const oneSelected = () => activeSession()?.selection.states.length === 1;
const hasRun = () => {
  const session = activeSession();
  return session !== null && shownRun(session.id) !== null;
};

export const runCommands: CommandActions<
  | 'run.start'
  | 'run.continue'
  | 'run.stepOver'
  | 'run.stepInto'
  | 'run.stepOut'
  | 'run.stepBack'
  | 'run.toSelected'
  | 'run.testState'
  | 'run.breakpoint'
> = {
  'run.start': { run: () => void startRun(), enabled: hasDocument },
  // Without a run on screen the steps start one.
  'run.continue': { run: steps.on, enabled: hasDocument },
  'run.stepOver': { run: steps.over, enabled: hasDocument },
  'run.stepInto': { run: steps.into, enabled: hasDocument },
  'run.stepOut': { run: steps.out, enabled: hasDocument },
  'run.stepBack': { run: steps.back, enabled: hasRun },
  'run.toSelected': { run: steps.toSelected, enabled: () => oneSelected() },
  'run.testState': { run: showStepTest, enabled: oneSelected },
  'run.breakpoint': {
    run: toggleBreakpointHere,
    enabled: oneSelected,
    checked: () => {
      const [state] = activeSession()?.selection.states ?? [];
      return state !== undefined && activeDocument()?.sidecar.breakpoints.includes(state) === true;
    },
  },
};
