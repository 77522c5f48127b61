import { useMemo, useState } from 'react';
import {
  type ArnShapeId,
  arnsIn,
  buildArn,
  checkArn,
  describeShape,
  parseArn,
  partitions,
  partsOfShape,
  usualPlace,
} from '#shared/services/index';
import { useActiveDocument } from '../useActive';
import { Button, Field } from '../../ui/controls';
import { Select, TextInput } from '../../ui/Inputs';
import { recentArns } from '../knownArns';

interface Props {
  readonly shape: ArnShapeId;
  readonly value: string;
  readonly onPick: (text: string) => void;
}

/** ARNs to choose from: those of this workflow, those used last, or one built from its parts. */
export function ArnPicker({ shape, value, onPick }: Props) {
  const document = useActiveDocument();
  const lists = useMemo(() => {
    const here = document ? arnsIn(document.definition, shape) : [];
    return [
      { title: 'In this workflow', arns: here },
      { title: 'Used lately', arns: recentArns(shape).filter((text) => !here.includes(text)) },
    ];
  }, [document, shape]);
  return (
    <>
      {lists.map(({ title, arns }) =>
        arns.length === 0 ? null : (
          <section key={title} className="arns__group" aria-label={title}>
            <h4>{title}</h4>
            {arns.map((text) => (
              <button key={text} type="button" className="arns__item" title={text} onClick={() => onPick(text)}>
                {text}
              </button>
            ))}
          </section>
        ),
      )}
      <BuildArn shape={shape} value={value} onPick={onPick} />
    </>
  );
}

function BuildArn({ shape, value, onPick }: Props) {
  const document = useActiveDocument();
  const [parts, setParts] = useState<Readonly<Record<string, string>>>(() => {
    const read = parseArn(value, shape);
    if (read.ok) return read.value;
    const name = value.startsWith('arn:') || value.startsWith('https:') ? '' : value;
    const own = partsOfShape(shape).filter((part) => !['partition', 'region', 'account'].includes(part.name));
    const [first] = own;
    return { partition: 'aws', ...usualPlace(document?.definition ?? {}), ...(first ? { [first.name]: name } : {}) };
  });
  const text = buildArn(shape, parts);
  const complete = partsOfShape(shape).every(({ name, optional }) => optional || (parts[name] ?? '') !== '');
  const problem = complete ? checkArn(text, shape) : null;
  return (
    <form
      className="arns__group arns__build"
      aria-label="Build from parts"
      onSubmit={(event) => {
        event.preventDefault();
        event.stopPropagation();
        if (complete && problem === null) onPick(text);
      }}
    >
      <h4>Build from parts</h4>
      <div className="entry__numbers">
        {partsOfShape(shape).map(({ name, optional }) => {
          const label = name.charAt(0).toUpperCase() + name.slice(1);
          const set = (next: string) => setParts({ ...parts, [name]: next });
          return (
            <Field key={name} label={optional ? `${label} (optional)` : label}>
              {(ids) =>
                name === 'partition' ? (
                  <Select
                    ids={ids}
                    value={parts[name] ?? 'aws'}
                    options={partitions.map((each) => ({ value: each, label: each }))}
                    onChange={set}
                  />
                ) : (
                  <TextInput ids={ids} value={parts[name] ?? ''} onChange={set} />
                )
              }
            </Field>
          );
        })}
      </div>
      <p className={problem === null ? 'arns__text' : 'arns__text field__problem'} aria-live="polite">
        {problem ?? (complete ? text : describeShape(shape))}
      </p>
      <Button type="submit" look="primary" small disabled={!complete || problem !== null}>
        Use this ARN
      </Button>
    </form>
  );
}
