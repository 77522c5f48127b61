import { type DefinitionDiff, type FieldChange, type StateChange, isSame } from '#shared/diff/index';
import { stateName } from '#shared/workflow/index';
import { select } from '../../editor/editing';
import { reveal } from '../../editor/reveal';
import { fieldText, valueText, wordOf } from './words';

/** Every change of a comparison. A click on a state goes there; a state that is no more has no place to go to. */
export function ChangeList({ diff }: { diff: DefinitionDiff }) {
  const { machine, states } = diff;
  if (isSame(diff)) {
    return (
      <div className="empty">
        <strong>Both say the same</strong>
        The texts may be written differently.
      </div>
    );
  }
  return (
    <ul className="compare__list">
      {machine.length > 0 ? (
        <li className="compare-change">
          <button type="button" className="compare-change__head" onClick={() => select([])}>
            <span className="compare-change__kind compare-change__kind--changed">Changed</span>
            <span className="compare-change__name">State machine</span>
          </button>
          <Fields fields={machine} />
        </li>
      ) : null}
      {states.map((change) => (
        <Change key={change.kind === 'removed' ? `-${change.before}` : change.after} change={change} />
      ))}
    </ul>
  );
}

function Change({ change }: { change: StateChange }) {
  const kind = <span className={`compare-change__kind compare-change__kind--${change.kind}`}>{wordOf(change)}</span>;
  if (change.kind === 'removed') {
    return (
      <li className="compare-change">
        <div className="compare-change__head">
          {kind}
          <del className="compare-change__name">{stateName(change.before)}</del>
        </div>
      </li>
    );
  }
  return (
    <li className="compare-change">
      <button type="button" className="compare-change__head" onClick={() => reveal([change.after])}>
        {kind}
        <span className="compare-change__name">
          {change.kind === 'changed' && change.renamed ? (
            <>
              <del>{stateName(change.before)}</del> →{' '}
            </>
          ) : null}
          {stateName(change.after)}
        </span>
      </button>
      {change.kind === 'changed' ? <Fields fields={change.fields} /> : null}
    </li>
  );
}

function Fields({ fields }: { fields: readonly FieldChange[] }) {
  if (fields.length === 0) return null;
  return (
    <table className="compare-fields">
      <thead className="visually-hidden">
        <tr>
          <th>Field</th>
          <th>Before</th>
          <th>Now</th>
        </tr>
      </thead>
      <tbody>
        {fields.map((field, index) => (
          <tr key={index}>
            <th scope="row">{fieldText(field)}</th>
            <td>
              <Value of={field.before} is="before" />
            </td>
            <td>
              <Value of={field.after} is="now" />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Value({ of, is }: { of: FieldChange['before']; is: 'before' | 'now' }) {
  const text = valueText(of);
  if (text === null) return <span className="compare-fields__none">—</span>;
  return is === 'before' ? <del>{text}</del> : <ins>{text}</ins>;
}
