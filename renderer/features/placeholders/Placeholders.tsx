import { type WorkflowDocument, placeholdersOf } from '#shared/workflow/index';
import { changeSidecar } from '#shared/workflow/edits/changeSidecar';
import { applyEdit } from '../../editor/editing';
import { useActiveSession } from '../../editor/useActive';
import { Field } from '../../ui/controls';
import { TextInput } from '../../ui/Inputs';

/** What each `${name}` of the workflow stands for in runs. The values are kept in the sidecar; the definition stays as it is. */
export function Placeholders({ document }: { document: WorkflowDocument }) {
  const inside = useActiveSession()?.inside ?? null;
  const placeholders = placeholdersOf(document);
  const values = document.sidecar.placeholders;
  return (
    <>
      <p className="field__help">
        {placeholders.length === 0
          ? 'The workflow has no placeholders such as ${name}.'
          : 'A deployment fills these in. Runs here take the values below; the definition keeps the placeholders.'}
      </p>
      {placeholders.map(({ name, isValue }) => (
        <Field
          key={name}
          label={`\${${name}}`}
          help={isValue ? 'Stands without quotes: a number, true, false, or text.' : 'Stands inside a text.'}
        >
          {(ids) => (
            <TextInput
              ids={ids}
              mono
              value={values[name] ?? ''}
              placeholder={inside?.substitutions[name] ?? 'No value'}
              onChange={(value) => setValue(document, name, value)}
            />
          )}
        </Field>
      ))}
    </>
  );
}

function setValue({ sidecar }: WorkflowDocument, name: string, value: string): void {
  const { [name]: _before, ...others } = sidecar.placeholders;
  const placeholders = value === '' ? others : { ...others, [name]: value };
  applyEdit(changeSidecar, { parts: { placeholders }, what: `Value of ${name}` }, { mergeKey: `placeholder ${name}` });
}
