import { useState } from 'react';
import { own } from '#shared/base/index';
import { type QueryLanguage, isStateType } from '#shared/asl/index';
import { type FieldTab, stateTypes, summarizeState } from '#shared/states/index';
import {
  type StatePath,
  type WorkflowDocument,
  queryLanguageOf,
  stateAt,
  stateName,
  toJsonPath,
} from '#shared/workflow/index';
import { changeStateType } from '#shared/workflow/edits/changeStateType';
import { renameState } from '#shared/workflow/edits/renameState';
import { useContributions } from '../../editor/contributions';
import { useProblemsOf } from '../../editor/diagnostics/useProblems';
import { applyEdit } from '../../editor/editing';
import { useRun } from '../../editor/runs/useRun';
import { Field } from '../../ui/controls';
import { IconTile } from '../../ui/icons';
import { Configuration } from './Configuration';
import { ErrorHandling } from './errors/ErrorHandling';
import { Select } from '../../ui/Inputs';
import { StateFieldEditor } from './fields/StateFieldEditor';

const titles: Record<FieldTab, string> = {
  configuration: 'Configuration',
  input: 'Input',
  output: 'Output',
  variables: 'Variables',
  errors: 'Errors',
};

/** The tab that was chosen last, while a run is on screen and while none is. */
const lastTabs: { run: string | null; edit: string } = { run: null, edit: 'configuration' };

/** A state in tabs: what it does, what it takes, what it gives, its variables and what happens when it fails. */
export function StateInspector({ document, path }: { document: WorkflowDocument; path: StatePath }) {
  const mode = useRun() ? 'run' : 'edit';
  const [, drawAgain] = useState(0);
  const { definition } = document;
  const state = stateAt(definition, path) ?? {};
  const type = own(state, 'Type');
  const language = queryLanguageOf(definition, path);
  const at = toJsonPath(path);
  const known = isStateType(type);
  const fields = known
    ? stateTypes[type].fields.filter((field) => belongs(field, language) || own(state, field.name) !== undefined)
    : [];
  const { stateTabs } = useContributions();
  const tabs: readonly { readonly id: string; readonly label: string }[] = [
    ...(Object.keys(titles) as FieldTab[])
      .filter((each) => each === 'configuration' || fields.some((field) => field.tab === each))
      .map((id) => ({ id, label: titles[id] })),
    ...stateTabs,
  ];
  const chosen = lastTabs[mode] ?? stateTabs.find(({ ofRun }) => ofRun)?.id;
  const tab = tabs.find(({ id }) => id === chosen) ?? { id: 'configuration', label: titles.configuration };
  const Contributed = stateTabs.find(({ id }) => id === tab.id)?.Body;
  const show = (next: string) => {
    lastTabs[mode] = next;
    drawAgain((times) => times + 1);
  };
  const facts = summarizeState(state);
  return (
    <>
      <div className="inspector__head inspector__head--state">
        <IconTile name={facts.icon} size={36} />
        <div className="inspector__title">
          <NameField path={path} />
          <p title={facts.action}>{facts.action}</p>
        </div>
      </div>
      <div className="inspector__tabs" role="tablist" aria-label="Settings of the state">
        {tabs.map(({ id, label }) => (
          <button key={id} type="button" role="tab" aria-selected={id === tab.id} onClick={() => show(id)}>
            {label}
          </button>
        ))}
      </div>
      <div className="inspector__body" role="tabpanel" aria-label={tab.label}>
        <StateProblems path={path} at={at.length} />
        {Contributed ? (
          <Contributed name={stateName(path)} path={path} />
        ) : tab.id === 'configuration' ? (
          <>
            <TypeField path={path} type={typeof type === 'string' ? type : ''} language={language} />
            <Configuration path={path} state={state} language={language} fields={fields} definition={definition} />
          </>
        ) : tab.id === 'errors' ? (
          <ErrorHandling
            path={path}
            state={state}
            language={language}
            fields={fields.filter((field) => field.tab === 'errors')}
          />
        ) : (
          fields
            .filter((field) => field.tab === tab.id)
            .map((field) => <StateFieldEditor key={field.name} field={field} at={at} language={language} />)
        )}
      </div>
    </>
  );
}

function belongs(field: { queryLanguage?: string }, language: string): boolean {
  return field.queryLanguage === undefined || field.queryLanguage === language;
}

function NameField({ path }: { path: StatePath }) {
  const name = stateName(path);
  const [draft, setDraft] = useState(name);
  const commit = () => {
    if (draft === name) return;
    if (!applyEdit(renameState, { state: path, to: draft })) setDraft(name);
  };
  return (
    <input
      className="inspector__name"
      aria-label="Name"
      // The letters of a name are not in the document before it is left.
      data-undo={draft === name ? undefined : 'own'}
      value={draft}
      spellCheck={false}
      onChange={(event) => setDraft(event.target.value)}
      onBlur={commit}
      onKeyDown={(event) => {
        if (event.key === 'Enter') event.currentTarget.blur();
        if (event.key === 'Escape') setDraft(name);
      }}
    />
  );
}

/** Problems of the state that belong to no field of the form. */
function StateProblems({ path, at }: { path: StatePath; at: number }) {
  const problems = useProblemsOf(path).filter((problem) => problem.at.length <= at);
  if (problems.length === 0) return null;
  return (
    <ul className="inspector__problems">
      {problems.map((problem) => (
        <li key={problem.code + problem.message}>{problem.message}</li>
      ))}
    </ul>
  );
}

function TypeField({ path, type, language }: { path: StatePath; type: string; language: QueryLanguage }) {
  const change = (next: string) => {
    if (!isStateType(next)) return;
    const keep = stateTypes[next].fields.map((field) => field.name);
    applyEdit(changeStateType, { state: path, template: stateTypes[next].template(language), keep });
  };
  return (
    <Field label="Type">
      {(ids) => (
        <Select
          ids={ids}
          value={type}
          options={Object.values(stateTypes).map(({ type: value, label }) => ({ value, label }))}
          onChange={change}
        />
      )}
    </Field>
  );
}
