import { ArrowRight } from 'lucide-react';
import { projectGraph } from '#shared/graph/index';
import { type WorkflowDocument, stateName, statePath, statesIn, toJsonPath } from '#shared/workflow/index';
import { disconnect } from '#shared/workflow/edits/disconnect';
import { reconnect } from '#shared/workflow/edits/reconnect';
import { applyEdit } from '../../editor/editing';
import { Button, Field } from '../../ui/controls';
import { CatcherEditor } from './errors/CatchEditor';
import { ChoiceRuleEditor } from './choice/ChoiceRules';
import { Select } from '../../ui/Inputs';

const titles = { start: 'Start', next: 'Next', choice: 'Choice rule', default: 'Default', catch: 'Catcher' } as const;

/** A transition: where it leads, and the rule or catcher it stands for. */
export function EdgeInspector({ document, edge: id }: { document: WorkflowDocument; edge: string }) {
  // The graph on screen: a definition is projected once.
  const edge = projectGraph(document.definition)
    .scopes.flatMap((scope) => scope.edges)
    .find((candidate) => candidate.id === id);
  if (!edge) return <div className="empty">The transition is gone.</div>;
  const { ref } = edge;
  const from = ref.from === null ? 'Start' : stateName(ref.from);
  const names = statesIn(document.definition, ref.scope).map((entry) => entry.name);
  return (
    <>
      <div className="inspector__head">
        <h2>{titles[ref.slot.kind]}</h2>
        <p className="inspector__way">
          {from} <ArrowRight size={12} aria-hidden /> {stateName(edge.to)}
        </p>
      </div>
      <div className="inspector__body">
        <Field label="Leads to">
          {(ids) => (
            <Select
              ids={ids}
              value={stateName(edge.to)}
              options={names.map((name) => ({ value: name, label: name }))}
              onChange={(name) => applyEdit(reconnect, { ref, to: statePath(ref.scope, name) })}
            />
          )}
        </Field>
        {ref.from !== null && ref.slot.kind === 'choice' ? (
          <ChoiceRuleEditor state={ref.from} index={ref.slot.index} />
        ) : null}
        {ref.from !== null && ref.slot.kind === 'catch' ? (
          <CatcherEditor at={[...toJsonPath(ref.from), 'Catch', ref.slot.index]} state={ref.from} />
        ) : null}
        <Button look="danger" onClick={() => applyEdit(disconnect, { ref })}>
          Remove the transition
        </Button>
      </div>
    </>
  );
}
