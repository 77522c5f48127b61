import { useState } from 'react';
import { own } from '#shared/base/index';
import type { Conversion } from '#shared/conversion/index';
import { type WorkflowDocument, allStates } from '#shared/workflow/index';
import { changeSidecar } from '#shared/workflow/edits/changeSidecar';
import { useContributions } from '../../editor/contributions';
import { useProblemAt } from '../../editor/diagnostics/useProblems';
import { useApp, chooseMachineTab } from '../../editor/store';
import { applyEdit } from '../../editor/editing';
import { Field, Segmented } from '../../ui/controls';
import { ConversionReport } from './ConversionReport';
import { switchMachine } from './convertLanguage';
import { NumberInput, TextInput } from '../../ui/Inputs';
import { setValue } from './useField';

/** The state machine itself: its fields, and what starts it. */
export function MachineInspector({ document }: { document: WorkflowDocument }) {
  const tab = useApp((state) => state.machineTab);
  const states = allStates(document.definition).length;
  const { machineTabs } = useContributions();
  const tabs = [
    { id: 'settings', label: 'Settings' },
    ...machineTabs.flatMap(({ id, label, count, hidesWhenNone }) => {
      const number = count?.(document) ?? 0;
      if (number === 0 && hidesWhenNone && id !== tab) return [];
      return [{ id, label: number === 0 ? label : `${label} (${number})` }];
    }),
  ];
  const contributed = machineTabs.find(({ id }) => id === tab);
  return (
    <>
      <div className="inspector__head">
        <h2>State machine</h2>
        <p>
          {states} {states === 1 ? 'state' : 'states'}
        </p>
      </div>
      <div className="inspector__tabs" role="tablist" aria-label="Settings of the state machine">
        {tabs.map(({ id, label }) => (
          <button key={id} type="button" role="tab" aria-selected={id === tab} onClick={() => chooseMachineTab(id)}>
            {label}
          </button>
        ))}
      </div>
      <div className="inspector__body" role="tabpanel" aria-label={contributed?.label ?? 'Settings'}>
        {contributed ? <contributed.Body document={document} /> : <MachineFields document={document} />}
      </div>
      <div className="inspector__foot">Select a state or a line to see its settings.</div>
    </>
  );
}

function MachineFields({ document }: { document: WorkflowDocument }) {
  const { definition } = document;
  const comment = own(definition, 'Comment');
  const language = own(definition, 'QueryLanguage') === 'JSONata' ? 'JSONata' : 'JSONPath';
  const timeoutProblem = useProblemAt(['TimeoutSeconds']);
  const states = allStates(definition);
  const [report, setReport] = useState<Omit<Conversion, 'definition'>>({ unconverted: [], differences: [] });
  const ownLanguage = states.filter(({ state }) => own(state, 'QueryLanguage') !== undefined).length;
  return (
    <>
      <Field label="Comment" help="What the workflow is for. Shown in the AWS console too.">
        {(ids) => (
          <TextInput
            ids={ids}
            multiline
            value={typeof comment === 'string' ? comment : ''}
            onChange={(text) => setValue(['Comment'], text === '' ? undefined : text)}
          />
        )}
      </Field>
      <Field
        label="Query language"
        help={
          ownLanguage > 0
            ? `How states read and shape data. ${ownLanguage} of them have a language of their own.`
            : 'How states read and shape data. JSONata is the newer one; a JSONPath machine may hold JSONata states.'
        }
      >
        {() => (
          <Segmented
            fill
            label="Query language"
            value={language}
            onChange={(next) => setReport(switchMachine(document, next))}
            options={[
              { value: 'JSONPath', label: 'JSONPath' },
              { value: 'JSONata', label: 'JSONata' },
            ]}
          />
        )}
      </Field>
      <ConversionReport {...report} />
      <Field
        label="TimeoutSeconds"
        help="Seconds until a whole execution fails with States.Timeout."
        problem={timeoutProblem}
      >
        {(ids) => (
          <NumberInput
            ids={ids}
            value={own(definition, 'TimeoutSeconds')}
            onChange={(value) => setValue(['TimeoutSeconds'], value)}
            placeholder="No limit"
          />
        )}
      </Field>
      <Field
        label="Type"
        help="Express executions end within five minutes, and wait for no jobs, task tokens or activities. Kept beside the definition."
      >
        {() => (
          <Segmented
            fill
            label="Type of the state machine"
            value={document.sidecar.type}
            onChange={(type) => applyEdit(changeSidecar, { parts: { type }, what: 'Type of the state machine' })}
            options={[
              { value: 'STANDARD', label: 'Standard' },
              { value: 'EXPRESS', label: 'Express' },
            ]}
          />
        )}
      </Field>
    </>
  );
}
