import { triggersOf } from '#shared/triggers/index';
import { placeholdersOf } from '#shared/workflow/index';
import type { Contributions } from '../editor/contributions';
import { CompareMark } from '../features/compare/CompareMark';
import { CardCost } from '../features/cost/CardCost';
import { later } from '../ui/later';
import { RunMark } from '../features/runs/RunMark';
import { StartTriggers } from '../features/triggers/StartTriggers';

const AccessPanel = later(async () => (await import('../features/access/AccessPanel')).AccessPanel);
const ComparePanel = later(async () => (await import('../features/compare/ComparePanel')).ComparePanel);
const CostView = later(async () => (await import('../features/cost/CostPanel')).CostView);
const Placeholders = later(async () => (await import('../features/placeholders/Placeholders')).Placeholders);
const ProblemsPanel = later(async () => (await import('../features/problems/ProblemsPanel')).ProblemsPanel);
const RunData = later(async () => (await import('../features/runs/RunData')).RunData);
const RunPanel = later(async () => (await import('../features/runs/RunPanel')).RunPanel);
const TextComparison = later(async () => (await import('../features/code/TextComparison')).TextComparison);
const TemplateForm = later(async () => (await import('../features/exports/TemplateForm')).TemplateForm);
const Triggers = later(async () => (await import('../features/triggers/Triggers')).Triggers);

/** What features give to each other. */
export const contributions: Contributions = {
  cardMarks: [RunMark, CardCost, CompareMark],
  startMarks: [StartTriggers],
  stateTabs: [{ id: 'run', label: 'Run', Body: RunData, ofRun: true }],
  machineTabs: [
    { id: 'triggers', label: 'Triggers', Body: Triggers, count: (document) => triggersOf(document).length },
    { id: 'template', label: 'Template', Body: TemplateForm },
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
    compare: { size: 300, Panel: ComparePanel },
  },
  runViews: [{ id: 'cost', label: 'Cost', Body: CostView }],
  TextComparison,
};
