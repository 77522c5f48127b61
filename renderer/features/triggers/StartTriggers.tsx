import { describeTrigger, triggerKinds, triggersOf } from '#shared/triggers/index';
import { triggerIcons } from './icons';
import { showMachineTab } from '../../editor/store';
import { useActiveDocument } from '../../editor/useActive';
import './startTriggers.css';

/** What starts the workflow, beside its Start mark or above it where the picture leads to the right; each opens its form. */
export function StartTriggers() {
  const document = useActiveDocument();
  const triggers = document ? triggersOf(document) : [];
  if (triggers.length === 0) return null;
  return (
    <div
      className={document?.sidecar.direction === 'right' ? 'triggers-start triggers-start--above' : 'triggers-start'}
    >
      {triggers.map((trigger) => {
        const Icon = triggerIcons[trigger.kind];
        return (
          <button
            key={trigger.id}
            type="button"
            className={
              trigger.enabled
                ? 'triggers-start__chip nodrag nopan'
                : 'triggers-start__chip triggers-start__chip--off nodrag nopan'
            }
            aria-label={`${triggerKinds[trigger.kind].label}: ${describeTrigger(trigger)}${trigger.enabled ? '' : ' (off)'}`}
            onClick={() => showMachineTab('triggers')}
          >
            <Icon size={12} aria-hidden />
            <span>{describeTrigger(trigger)}</span>
          </button>
        );
      })}
    </div>
  );
}
