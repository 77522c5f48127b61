import { useState } from 'react';
import type { ToldDifference } from '#shared/conversion/index';
import { type JsonObject, own } from '#shared/base/index';
import { type QueryLanguage, isStateType } from '#shared/asl/index';
import type { StateField } from '#shared/states/index';
import { type StatePath, hasNext, scopeOf, statePath, statesIn, toJsonPath } from '#shared/workflow/index';
import { connect } from '#shared/workflow/edits/connect';
import { disconnect } from '#shared/workflow/edits/disconnect';
import { applyEdit } from '../../editor/editing';
import { documentOf } from '../../editor/session';
import { activeSession } from '../../editor/store';
import { Field, Segmented } from '../../ui/controls';
import { ConversionReport } from './ConversionReport';
import { switchState } from './convertLanguage';
import { ChoiceRules } from './choice/ChoiceRules';
import { Branches, Processor } from './containers';
import { Select, TextInput } from '../../ui/Inputs';
import { StateFieldEditor } from './fields/StateFieldEditor';
import { TaskForm } from './task/TaskForm';
import { setValue } from './useField';
import { WaitBefore, WaitForm } from './WaitForm';

interface Props {
  readonly path: StatePath;
  readonly state: JsonObject;
  readonly language: QueryLanguage;
  readonly fields: readonly StateField[];
  readonly definition: JsonObject;
}

/** Fields with an editor of their own, which the list of plain fields leaves out. */
const special: ReadonlySet<string> = new Set([
  'Resource',
  'Parameters',
  'Arguments',
  'Choices',
  'ItemProcessor',
  'Branches',
  'Seconds',
  'Timestamp',
  'SecondsPath',
  'TimestampPath',
]);

/** What the state does, and where it goes on. */
export function Configuration({ path, state, language, fields, definition }: Props) {
  const at = toJsonPath(path);
  const type = own(state, 'Type');
  const plain = fields.filter((field) => field.tab === 'configuration' && !special.has(field.name));
  return (
    <>
      {type === 'Task' ? <TaskForm path={path} state={state} language={language} /> : null}
      {type === 'Wait' ? <WaitForm path={path} state={state} language={language} /> : null}
      {type === 'Choice' ? <ChoiceRules path={path} state={state} /> : null}
      {type === 'Map' ? <Processor path={path} state={state} /> : null}
      {type === 'Parallel' ? <Branches path={path} state={state} /> : null}
      {plain.map((field) => (
        <StateFieldEditor key={field.name} field={field} at={at} language={language} />
      ))}
      {isStateType(type) && hasNext(state) ? <NextField path={path} state={state} definition={definition} /> : null}
      <Field label="Comment">
        {(ids) => (
          <TextInput
            ids={ids}
            multiline
            value={textOf(own(state, 'Comment'))}
            onChange={(text) => setValue([...at, 'Comment'], text === '' ? undefined : text)}
          />
        )}
      </Field>
      <LanguageField path={path} state={state} definition={definition} />
      <WaitBefore path={path} language={language} />
    </>
  );
}

function textOf(value: unknown): string {
  return typeof value === 'string' ? value : '';
}

/** No state can be named like this: names are at most 80 characters. */
const end = 'end'.padEnd(81);

function NextField({ path, state, definition }: { path: StatePath; state: JsonObject; definition: JsonObject }) {
  const scope = scopeOf(path);
  const names = statesIn(definition, scope).map((entry) => entry.name);
  const next = own(state, 'Next');
  const choose = (name: string) => {
    if (name === end) applyEdit(disconnect, { ref: { scope, from: path, slot: { kind: 'next' } } });
    else applyEdit(connect, { from: path, to: statePath(scope, name) });
  };
  return (
    <Field label="Next">
      {(ids) => (
        <Select
          ids={ids}
          value={typeof next === 'string' ? next : end}
          options={[...names.map((name) => ({ value: name, label: name })), { value: end, label: 'End' }]}
          onChange={choose}
        />
      )}
    </Field>
  );
}

/** The query language of one state; a JSONata machine has no JSONPath states. */
function LanguageField({ path, state, definition }: { path: StatePath; state: JsonObject; definition: JsonObject }) {
  const [report, setReport] = useState<{ readonly path: StatePath; readonly differences: readonly ToldDifference[] }>();
  if (own(definition, 'QueryLanguage') === 'JSONata' && own(state, 'QueryLanguage') === undefined) return null;
  const value = own(state, 'QueryLanguage');
  return (
    <>
      <Field label="Query language of this state">
        {() => (
          <Segmented
            fill
            label="Query language of this state"
            value={value === 'JSONata' || value === 'JSONPath' ? value : 'machine'}
            onChange={(next) => {
              const session = activeSession();
              const document = session && documentOf(session);
              if (document)
                void switchState(document, path, next === 'machine' ? null : next).then((told) =>
                  setReport({ path, differences: told }),
                );
            }}
            options={[
              { value: 'machine', label: 'As the machine' },
              { value: 'JSONPath', label: 'JSONPath' },
              { value: 'JSONata', label: 'JSONata' },
            ]}
          />
        )}
      </Field>
      <ConversionReport differences={report?.path === path ? report.differences : []} />
    </>
  );
}
