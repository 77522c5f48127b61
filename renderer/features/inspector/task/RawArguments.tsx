import type { JsonPath } from '#shared/base/index';
import type { QueryLanguage } from '#shared/asl/index';
import { Completing } from '../../../editor/forms/Completing';
import { Field } from '../../../ui/controls';
import { useDraft } from '../../../editor/drafts';
import { DocumentJson } from '../../../editor/forms/DocumentJson';
import { setValue, useValue } from '../useField';

/** The arguments of a call that has no form of its own. */
export function RawArguments({ at, label, language }: { at: JsonPath; label: string; language: QueryLanguage }) {
  const value = useValue(at);
  const draft = useDraft(at);
  const help =
    language === 'JSONata'
      ? 'Text inside {% %} is a JSONata expression.'
      : 'Keys that end in .$ take a path or an intrinsic function.';
  return (
    <Field label={label} help={help} problem={draft?.problem ?? null}>
      {(ids) => (
        <Completing at={at} form="json">
          <DocumentJson ids={ids} at={at} value={value} write={(next) => setValue(at, next)} />
        </Completing>
      )}
    </Field>
  );
}
