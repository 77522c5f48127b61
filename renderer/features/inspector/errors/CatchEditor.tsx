import { Plus, Trash2 } from 'lucide-react';
import { errorNamesFor } from '#shared/language/index';
import { type JsonObject, type JsonPath, type JsonValue, isArray, isObject, own, valueAt } from '#shared/base/index';
import {
  type StatePath,
  queryLanguageOf,
  scopeOf,
  stateAt,
  stateName,
  statesIn,
  toJsonPath,
} from '#shared/workflow/index';
import { connect } from '#shared/workflow/edits/connect';
import { reorder } from '#shared/workflow/edits/reorder';
import { Completing } from '../../../editor/forms/Completing';
import { LiveValue } from '../../../editor/forms/LiveValue';
import { useProblemAt } from '../../../editor/diagnostics/useProblems';
import { DocumentJson } from '../../../editor/forms/DocumentJson';
import { applyEdit } from '../../../editor/editing';
import { useActiveDocument } from '../../../editor/useActive';
import { Button, Field, IconButton } from '../../../ui/controls';
import { Order } from '../containers';
import { Select, TextInput } from '../../../ui/Inputs';
import { setValue, setValueOnce } from '../useField';
import { ErrorNames } from './ErrorNames';

/** The catchers of a state, tried in order once no retrier helps. */
export function CatchEditor({ path, state }: { path: StatePath; state: JsonObject }) {
  const document = useActiveDocument();
  const at = [...toJsonPath(path), 'Catch'];
  const value = own(state, 'Catch');
  const list = isArray(value) ? value : [];
  const problem = useProblemAt(at);
  const others = document ? statesIn(document.definition, scopeOf(path)).filter((entry) => entry.path !== path) : [];
  const remove = (index: number) => {
    const left = list.filter((_, other) => other !== index);
    setValueOnce(at, left.length > 0 ? left : undefined);
  };
  const target = others.find(({ state: other }) => own(other, 'Type') === 'Fail') ?? others.at(-1);
  return (
    <section className="group" aria-label="Catch">
      <h3>Catch</h3>
      <p className="note">Once no retrier helps, the first catcher that lists the error says where to go on.</p>
      {problem === null ? null : <p className="field__problem">{problem}</p>}
      {list.map((catcher, index) =>
        isObject(catcher) ? (
          <div key={index} className="entry" role="group" aria-label={`Catcher ${index + 1}`}>
            <div className="entry__head">
              <span>Catcher {index + 1}</span>
              <Order
                index={index}
                count={list.length}
                what={`catcher ${index + 1}`}
                move={(to) => applyEdit(reorder, { at, from: index, to })}
              />
              <IconButton small label={`Remove catcher ${index + 1}`} onClick={() => remove(index)}>
                <Trash2 size={13} />
              </IconButton>
            </div>
            <CatcherEditor at={[...at, index]} state={path} />
          </div>
        ) : null,
      )}
      <Button
        small
        disabled={target === undefined}
        title={target === undefined ? 'Add another state first: a catcher leads to one' : undefined}
        onClick={() => target && applyEdit(connect, { from: path, to: target.path, as: 'catch' })}
      >
        <Plus size={13} aria-hidden /> Add catcher
      </Button>
    </section>
  );
}

/** One catcher: its errors, where it leads and what becomes of the error. */
export function CatcherEditor({ at, state: path }: { at: JsonPath; state: StatePath }) {
  const document = useActiveDocument();
  const catcher = document ? valueAt(document.definition, at) : undefined;
  const problem = useProblemAt([...at, 'Next']);
  if (!document || !isObject(catcher)) return null;
  const state = stateAt(document.definition, path) ?? {};
  const next = own(catcher, 'Next');
  const names = statesIn(document.definition, scopeOf(path)).map((entry) => entry.name);
  const language = queryLanguageOf(document.definition, path);
  return (
    <>
      <ErrorNames at={at} suggestions={errorNamesFor(state)} />
      <Field label="Go on at" problem={problem}>
        {(ids) => (
          <Select
            ids={ids}
            value={typeof next === 'string' ? next : ''}
            options={names.filter((name) => name !== stateName(path)).map((name) => ({ value: name, label: name }))}
            onChange={(name) => setValueOnce([...at, 'Next'], name)}
          />
        )}
      </Field>
      {language === 'JSONPath' ? (
        <CatcherResultPath at={at} value={own(catcher, 'ResultPath')} />
      ) : (
        <CatcherOutput at={at} value={own(catcher, 'Output')} />
      )}
    </>
  );
}

function CatcherResultPath({ at, value }: { at: JsonPath; value: JsonValue | undefined }) {
  const place = [...at, 'ResultPath'];
  const problem = useProblemAt(place);
  return (
    <Field
      label="ResultPath"
      help="Where Error and Cause go in the input; without it they replace the input."
      problem={problem}
    >
      {(ids) => (
        <TextInput
          ids={ids}
          mono
          value={value === null ? 'null' : typeof value === 'string' ? value : ''}
          placeholder="$.error"
          onChange={(text) => setValue(place, text === '' ? undefined : text === 'null' ? null : text)}
        />
      )}
    </Field>
  );
}

function CatcherOutput({ at, value }: { at: JsonPath; value: JsonValue | undefined }) {
  const place = [...at, 'Output'];
  const problem = useProblemAt(place);
  return (
    <Field label="Output" help="What the next state gets. $states.errorOutput holds Error and Cause." problem={problem}>
      {(ids) => (
        <>
          <Completing at={place} form="json">
            <DocumentJson
              ids={ids}
              at={place}
              value={value}
              placeholder="{% $states.errorOutput %}"
              write={(next) => setValue(place, next)}
            />
          </Completing>
          <LiveValue at={place} />
        </>
      )}
    </Field>
  );
}
