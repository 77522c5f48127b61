import { useState } from 'react';
import { type JsonObject, type JsonPath, type JsonValue, isObject, own } from '#shared/base/index';
import type { QueryLanguage } from '#shared/asl/index';
import { type Comparand, comparisons } from '#shared/states/index';
import { useProblemAt } from '../../../editor/diagnostics/useProblems';
import { Field } from '../../../ui/controls';
import { NumberInput, Select, TextInput, type InputIds } from '../../../ui/Inputs';
import { Completing } from '../../../editor/forms/Completing';
import { LiveValue } from '../../../editor/forms/LiveValue';
import { DocumentJson } from '../../../editor/forms/DocumentJson';
import { setValue, setValueOnce } from '../useField';

const beside: ReadonlySet<string> = new Set(['Variable', 'Next', 'Comment', 'Assign', 'Output']);
const first: Record<Comparand, JsonValue> = {
  string: '',
  number: 0,
  boolean: true,
  timestamp: '2027-01-01T00:00:00Z',
  path: '$.other',
};

/** The condition of a rule: an expression in JSONata, a comparison in JSONPath; And, Or and Not as JSON. */
export function ConditionEditor({ at, rule, language }: { at: JsonPath; rule: JsonObject; language: QueryLanguage }) {
  if (language === 'JSONata') return <Expression at={at} value={own(rule, 'Condition')} />;
  const operator = Object.keys(rule).find((key) => !beside.has(key)) ?? '';
  if (operator === 'And' || operator === 'Or' || operator === 'Not') return <Combined at={at} rule={rule} />;
  return <Comparison at={at} rule={rule} operator={operator} />;
}

function Expression({ at, value }: { at: JsonPath; value: JsonValue | undefined }) {
  const place = [...at, 'Condition'];
  const problem = useProblemAt(place) ?? null;
  const inner =
    typeof value === 'string' ? (/^\{%\s?([\s\S]*?)\s?%\}$/.exec(value)?.[1] ?? value) : JSON.stringify(value ?? '');
  const [draft, setDraft] = useState(inner);
  const [shown, setShown] = useState(inner);
  // The document changed under the field: undo, or the code view.
  if (inner !== shown && inner !== draft.trim()) {
    setShown(inner);
    setDraft(inner);
  }
  return (
    <Field
      label="Condition"
      help="JSONata that gives true or false, such as $states.input.size > 10."
      problem={problem}
    >
      {(ids) => (
        <>
          <Completing at={place} form="expression">
            <TextInput
              ids={ids}
              mono
              multiline
              value={draft}
              placeholder="$states.input.size > 10"
              onChange={(text) => {
                setDraft(text);
                setShown(text.trim());
                setValue(place, `{% ${text.trim()} %}`);
              }}
            />
          </Completing>
          <LiveValue at={place} />
        </>
      )}
    </Field>
  );
}

function Comparison({ at, rule, operator }: { at: JsonPath; rule: JsonObject; operator: string }) {
  const variableProblem = useProblemAt([...at, 'Variable']);
  const operatorProblem = useProblemAt([...at, operator]);
  const ruleProblem = useProblemAt(at);
  const variable = own(rule, 'Variable');
  const value = own(rule, operator);
  const change = (next: string) => {
    const wanted = comparisons.get(next);
    const fits = wanted === comparisons.get(operator) ? value : wanted && first[wanted];
    setValueOnce([...at, next], fits ?? '', operator === '' ? [] : [{ at: [...at, operator], value: undefined }]);
  };
  return (
    <>
      <Field label="Variable" problem={variableProblem}>
        {(ids) => (
          <Completing at={[...at, 'Variable']} form="text">
            <TextInput
              ids={ids}
              mono
              value={typeof variable === 'string' ? variable : ''}
              placeholder="$.size"
              onChange={(text) => setValue([...at, 'Variable'], text)}
            />
          </Completing>
        )}
      </Field>
      <div className="entry__numbers">
        <Field label="Comparison" problem={ruleProblem}>
          {(ids) => (
            <Select
              ids={ids}
              value={operator}
              options={[...comparisons.keys()].map((name) => ({ value: name, label: words(name) }))}
              onChange={change}
            />
          )}
        </Field>
        <Field label="Value" problem={operatorProblem}>
          {(ids) => (
            <Comparand
              ids={ids}
              kind={comparisons.get(operator) ?? 'string'}
              value={value}
              onChange={(next) => setValue([...at, operator], next ?? '')}
            />
          )}
        </Field>
      </div>
    </>
  );
}

function Comparand({
  ids,
  kind,
  value,
  onChange,
}: {
  ids: InputIds;
  kind: Comparand;
  value: JsonValue | undefined;
  onChange: (value: JsonValue | undefined) => void;
}) {
  if (kind === 'number') return <NumberInput ids={ids} value={value} onChange={onChange} />;
  if (kind === 'boolean') {
    return (
      <Select
        ids={ids}
        value={String(value)}
        options={[
          { value: 'true', label: 'true' },
          { value: 'false', label: 'false' },
        ]}
        onChange={(next) => onChange(next === 'true')}
      />
    );
  }
  return (
    <TextInput
      ids={ids}
      mono
      value={typeof value === 'string' ? value : JSON.stringify(value ?? '')}
      onChange={onChange}
    />
  );
}

function Combined({ at, rule }: { at: JsonPath; rule: JsonObject }) {
  const problem = useProblemAt(at);
  const condition = Object.fromEntries(Object.entries(rule).filter(([key]) => !beside.has(key)));
  const write = (next: JsonValue | undefined) => {
    if (!isObject(next)) return;
    const others = Object.entries(rule).filter(([key]) => beside.has(key));
    setValue(at, { ...next, ...Object.fromEntries(others) });
  };
  return (
    <Field label="Condition" help="And, Or and Not as JSON." problem={problem}>
      {(ids) => (
        <DocumentJson
          ids={ids}
          at={at}
          value={condition}
          write={write}
          check={(next) => (isObject(next) ? null : 'A condition is an object, such as {"And": [...]}.')}
        />
      )}
    </Field>
  );
}

/** NumericGreaterThanEqualsPath → Numeric greater than equals path. */
function words(operator: string): string {
  const spaced = operator.replace(/([a-z])([A-Z])/g, '$1 $2');
  return spaced.charAt(0) + spaced.slice(1).toLowerCase();
}
