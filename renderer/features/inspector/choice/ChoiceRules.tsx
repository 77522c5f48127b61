import { Plus, Trash2 } from 'lucide-react';
import { type JsonObject, isArray, isObject, own } from '#shared/base/index';
import { type StatePath, queryLanguageOf, scopeOf, stateAt, statesIn, toJsonPath } from '#shared/workflow/index';
import { connect } from '#shared/workflow/edits/connect';
import { reorder } from '#shared/workflow/edits/reorder';
import { useProblemAt } from '../../../editor/diagnostics/useProblems';
import { applyEdit } from '../../../editor/editing';
import { useActiveDocument } from '../../../editor/useActive';
import { Button, Field, IconButton } from '../../../ui/controls';
import { Order } from '../containers';
import { Select } from '../../../ui/Inputs';
import { setValueOnce } from '../useField';
import { ConditionEditor } from './ConditionEditor';

/** The rules of a Choice in the order in which they are tried, and its Default. */
export function ChoiceRules({ path, state }: { path: StatePath; state: JsonObject }) {
  const document = useActiveDocument();
  const at = [...toJsonPath(path), 'Choices'];
  const value = own(state, 'Choices');
  const rules = isArray(value) ? value : [];
  const problem = useProblemAt(at);
  const fallbackProblem = useProblemAt([...toJsonPath(path), 'Default']);
  const others = document ? statesIn(document.definition, scopeOf(path)).filter((entry) => entry.path !== path) : [];
  const fallback = own(state, 'Default');
  const target = others.at(-1);
  return (
    <section className="group" aria-label="Rules">
      <h3>Rules</h3>
      <p className="note">Tried in order: the first that holds says where to go on.</p>
      {problem === null ? null : <p className="field__problem">{problem}</p>}
      {rules.map((rule, index) =>
        isObject(rule) ? (
          <div key={index} className="entry" role="group" aria-label={`Rule ${index + 1}`}>
            <div className="entry__head">
              <span>Rule {index + 1}</span>
              <Order
                index={index}
                count={rules.length}
                what={`rule ${index + 1}`}
                move={(to) => applyEdit(reorder, { at, from: index, to })}
              />
              <IconButton
                small
                label={`Remove rule ${index + 1}`}
                onClick={() =>
                  setValueOnce(
                    at,
                    rules.filter((_, other) => other !== index),
                  )
                }
              >
                <Trash2 size={13} />
              </IconButton>
            </div>
            <ChoiceRuleEditor state={path} index={index} />
            <Field label="Then go to">
              {(ids) => (
                <Select
                  ids={ids}
                  value={String(own(rule, 'Next') ?? '')}
                  options={others.map(({ name }) => ({ value: name, label: name }))}
                  onChange={(name) => setValueOnce([...at, index, 'Next'], name)}
                />
              )}
            </Field>
          </div>
        ) : null,
      )}
      <Button
        small
        disabled={target === undefined}
        title={target === undefined ? 'Add another state first: a rule leads to one' : undefined}
        onClick={() => target && applyEdit(connect, { from: path, to: target.path, as: 'choice' })}
      >
        <Plus size={13} aria-hidden /> Add rule
      </Button>
      <Field
        label="Default"
        help="Where to go on when no rule holds; without it the execution fails with States.Runtime."
        problem={fallbackProblem}
      >
        {(ids) => (
          <Select
            ids={ids}
            value={typeof fallback === 'string' ? fallback : ''}
            options={[{ value: '', label: 'None' }, ...others.map(({ name }) => ({ value: name, label: name }))]}
            onChange={(name) => setValueOnce([...toJsonPath(path), 'Default'], name === '' ? undefined : name)}
          />
        )}
      </Field>
    </section>
  );
}

/** The condition of one rule. */
export function ChoiceRuleEditor({ state: path, index }: { state: StatePath; index: number }) {
  const document = useActiveDocument();
  const rules = document ? own(stateAt(document.definition, path) ?? {}, 'Choices') : undefined;
  const rule = isArray(rules) ? rules[index] : undefined;
  if (!document || !isObject(rule)) return null;
  return (
    <ConditionEditor
      at={[...toJsonPath(path), 'Choices', index]}
      rule={rule}
      language={queryLanguageOf(document.definition, path)}
    />
  );
}
