import { Plus } from 'lucide-react';
import { DropdownMenu } from 'radix-ui';
import { type TriggerKind, newTrigger, triggerKinds, triggersOf } from '#shared/triggers/index';
import type { WorkflowDocument } from '#shared/workflow/index';
import { Button } from '../../ui/controls';
import { triggerIcons } from './icons';
import { TriggerForm } from './TriggerForm';
import { writeTrigger } from './writeTrigger';
import './triggers.css';

/** What starts executions of the workflow. */
export function Triggers({ document }: { document: WorkflowDocument }) {
  const triggers = triggersOf(document);
  const add = (kind: TriggerKind) => {
    const taken = new Set(triggers.map(({ id }) => id));
    let number = triggers.length + 1;
    while (taken.has(`${kind}-${number}`)) number++;
    writeTrigger(
      document,
      `${kind}-${number}`,
      newTrigger(kind, `${kind}-${number}`),
      `Add ${triggerKinds[kind].label}`,
    );
  };
  return (
    <>
      {triggers.length === 0 ? (
        <div className="empty">
          <strong>Nothing starts this workflow yet</strong>
          Add a schedule, an upload or an event. It is kept beside the workflow, tells the cost of a month and gives
          runs a sample event to start from.
        </div>
      ) : (
        triggers.map((trigger) => <TriggerForm key={trigger.id} document={document} trigger={trigger} />)
      )}
      <DropdownMenu.Root>
        <DropdownMenu.Trigger asChild>
          <Button className="triggers-start__add">
            <Plus size={14} aria-hidden /> Add a trigger
          </Button>
        </DropdownMenu.Trigger>
        <DropdownMenu.Portal>
          <DropdownMenu.Content className="menu" align="start" sideOffset={4}>
            {(Object.keys(triggerKinds) as TriggerKind[]).map((kind) => {
              const Icon = triggerIcons[kind];
              return (
                <DropdownMenu.Item key={kind} className="menu__item" onSelect={() => add(kind)}>
                  <Icon size={14} aria-hidden /> {triggerKinds[kind].label}
                </DropdownMenu.Item>
              );
            })}
          </DropdownMenu.Content>
        </DropdownMenu.Portal>
      </DropdownMenu.Root>
    </>
  );
}
