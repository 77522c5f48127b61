import { triggersOf } from '#shared/triggers/index';
import { placeholdersOf } from '#shared/workflow/index';
import type { Contributions } from '../editor/contributions';
import { AccessPanel } from '../features/access/AccessPanel';
import { CardCost } from '../features/cost/CardCost';
import { CostView } from '../features/cost/CostPanel';
import { Placeholders } from '../features/placeholders/Placeholders';
import { ProblemsPanel } from '../features/problems/ProblemsPanel';
import { RunData } from '../features/runs/RunData';
import { RunMark } from '../features/runs/RunMark';
import { RunPanel } from '../features/runs/RunPanel';
import { StartTriggers } from '../features/triggers/StartTriggers';
import { Triggers } from '../features/triggers/Triggers';

/** What features give to each other. */
export const contributions: Contributions = {
  cardMarks: [RunMark, CardCost],
  startMarks: [StartTriggers],
  stateTabs: [{ id: 'run', label: 'Run', Body: RunData, ofRun: true }],
  machineTabs: [
    { id: 'triggers', label: 'Triggers', Body: Triggers, count: (document) => triggersOf(document).length },
    {
      id: 'placeholders',
      label: 'Placeholders',
      Body: Placeholders,
      count: (document) => placeholdersOf(document).length,
      hidesWhenNone: true,
    },
  ],
  dockPanels: {
    problems: { size: 200, Panel: ProblemsPanel },
    run: { size: 280, Panel: RunPanel },
    access: { size: 340, Panel: AccessPanel },
  },
  runViews: [{ id: 'cost', label: 'Cost', Body: CostView }],
};
