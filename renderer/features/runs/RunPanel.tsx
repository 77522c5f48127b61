import { X } from 'lucide-react';
import type { Session } from '../../editor/session';
import { showDock } from '../../editor/store';
import { useContributions } from '../../editor/contributions';
import { IconButton, Segmented } from '../../ui/controls';
import { ChancesPanel } from './ChancesPanel';
import { ComparePanel } from './ComparePanel';
import { EventList } from './EventList';
import './run.css';
import { FailureLine } from './FailureLine';
import { RunControls } from './RunControls';
import { RunFiles } from './RunFiles';
import { RunsList } from './RunsList';
import { RunTable } from './RunTable';
import { StartForm } from './StartForm';
import { TestsPanel } from './TestsPanel';
import { Timeline } from './Timeline';
import { StepTestPanel } from './StepTestPanel';
import { WatchPanel } from './WatchPanel';
import { OlderDefinition } from './OlderDefinition';
import { showRunTab, stepTab, useRunTab } from './runTab';
import { useRun } from '../../editor/runs/useRun';

/** Running the workflow: what it starts with, the controls, and the run as timeline, events and table. */
export function RunPanel({ session }: { session: Session }) {
  const shown = useRun();
  const chosen = useRunTab();
  const tab = chosen ?? (shown ? 'timeline' : 'start');
  const { runViews } = useContributions();
  const Contributed = runViews.find(({ id }) => id === tab)?.Body;
  return (
    <section className="run" aria-label="Run">
      <div className="run__head">
        <Segmented
          label="View of the run"
          value={tab}
          onChange={showRunTab}
          options={[
            { value: 'start', label: 'Setup' },
            { value: 'timeline', label: 'Timeline' },
            { value: 'events', label: 'Events' },
            { value: 'table', label: 'Table' },
            ...runViews.map(({ id, label }) => ({ value: id, label })),
            { value: 'watch', label: 'Watch' },
            { value: 'compare', label: 'Compare' },
            ...(tab === stepTab ? [{ value: stepTab, label: 'Test step' }] : []),
            { value: 'tests', label: 'Tests' },
            { value: 'chances', label: 'Chances' },
            { value: 'runs', label: 'Runs' },
          ]}
        />
        <span className="spacer" />
        <RunFiles session={session} />
        <IconButton small label="Close the run panel" onClick={() => showDock(null)}>
          <X size={14} />
        </IconButton>
      </div>
      <RunControls session={session} />
      {shown ? <FailureLine session={session} view={shown.view} /> : null}
      {shown ? <OlderDefinition session={session} run={shown.run} /> : null}
      <div className="run__body">
        {tab === 'start' ? (
          <StartForm session={session} />
        ) : tab === stepTab ? (
          <StepTestPanel session={session} />
        ) : tab === 'watch' ? (
          <WatchPanel session={session} />
        ) : tab === 'tests' ? (
          <TestsPanel session={session} />
        ) : tab === 'chances' ? (
          <ChancesPanel session={session} />
        ) : tab === 'runs' ? (
          <RunsList session={session} />
        ) : Contributed ? (
          <Contributed />
        ) : tab === 'compare' ? (
          <ComparePanel session={session} />
        ) : !shown ? (
          <div className="empty">
            <strong>No run yet</strong>
            Press Run or F5. Tasks are answered by stubs in the shape of their service, until you say otherwise under
            “Setup”.
          </div>
        ) : tab === 'timeline' ? (
          <Timeline session={session} />
        ) : tab === 'events' ? (
          <EventList session={session} />
        ) : (
          <RunTable />
        )}
      </div>
    </section>
  );
}
