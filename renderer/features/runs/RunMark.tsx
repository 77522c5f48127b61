import { Ban, CircleCheck, CircleX, Clock, Hourglass, LoaderCircle, RotateCcw, ShieldAlert } from 'lucide-react';
import './runMark.css';
import { type DisplayStatus, statusLabels } from '#shared/runs/index';
import { useStateRun, useUncovered } from '../../editor/runs/useRun';

const icons = {
  running: LoaderCircle,
  waiting: Hourglass,
  retrying: RotateCcw,
  succeeded: CircleCheck,
  caught: ShieldAlert,
  failed: CircleX,
  timedOut: Clock,
  aborted: Ban,
} as const satisfies Record<DisplayStatus, unknown>;

/** How the state stands in the run on screen: by icon and words, not by colour alone. */
export function RunMark({ name }: { name: string }) {
  const summary = useStateRun(name);
  const uncovered = useUncovered(name);
  if (uncovered) return <span className="run-mark run-mark--uncovered">Not covered</span>;
  if (!summary) return null;
  const Icon = icons[summary.status];
  const retries = summary.attempt > 1 ? ` · attempt ${summary.attempt}` : '';
  const label = `${statusLabels[summary.status]}${retries}`;
  return (
    <span className={`run-mark run-status--${summary.status}`} data-run={summary.status}>
      <Icon size={12} aria-hidden />
      {label}
      {summary.visits > 1 ? <b>{summary.visits}×</b> : null}
    </span>
  );
}
