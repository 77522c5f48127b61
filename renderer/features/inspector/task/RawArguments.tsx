import { useCallback, useState } from 'react';
import type { JsonPath } from '#shared/base/index';
import type { QueryLanguage } from '#shared/asl/index';
import { Field } from '../../../ui/controls';
import { JsonInput } from '../../../ui/Inputs';
import { setValue, useValue } from '../useField';

/** The arguments of a call that has no form of its own. */
export function RawArguments({ at, label, language }: { at: JsonPath; label: string; language: QueryLanguage }) {
  const value = useValue(at);
  const [problem, setProblem] = useState<string | null>(null);
  const onProblem = useCallback((text: string | null) => setProblem(text), []);
  const help =
    language === 'JSONata'
      ? 'Text inside {% %} is a JSONata expression.'
      : 'Keys that end in .$ take a path or an intrinsic function.';
  return (
    <Field label={label} help={help} problem={problem}>
      {(ids) => <JsonInput ids={ids} value={value} onChange={(next) => setValue(at, next)} onProblem={onProblem} />}
    </Field>
  );
}
