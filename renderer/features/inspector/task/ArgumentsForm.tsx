import { type JsonObject, type JsonPath, own } from '#shared/base/index';
import type { QueryLanguage } from '#shared/asl/index';
import { type ArgumentField, isGiven } from '#shared/services/index';
import { MembersForm } from './MembersForm';
import './arguments.css';

interface Props {
  readonly at: JsonPath;
  readonly values: JsonObject;
  readonly fields: readonly ArgumentField[];
  readonly exactlyOneOf?: readonly (readonly string[])[] | undefined;
  readonly language: QueryLanguage;
  /** Arguments that still are what the palette put there. */
  readonly fill?: readonly string[];
}

/** The arguments of a call as fields: those that are required or given; the others can be added, unknown ones are kept. */
export function ArgumentsForm({ at, values, fields, exactlyOneOf, language, fill = [] }: Props) {
  const wrong = (exactlyOneOf ?? []).filter((group) => group.filter((name) => isGiven(values, name)).length !== 1);
  return (
    <section className="group" aria-label="Arguments">
      <h3>{language === 'JSONata' ? 'Arguments' : 'Parameters'}</h3>
      {fill.length === 0 ? null : <p className="note arguments__fill">To be filled: {fill.join(', ')}</p>}
      {wrong.map((group) => (
        <p key={group.join()} className="field__problem">
          Give exactly one of {group.join(', ')}.
        </p>
      ))}
      <MembersForm at={at} values={values} fields={fields} language={language} noun="argument" />
      {fields.length === 0 && Object.keys(values).every((key) => own(values, key) === undefined) ? (
        <p className="note">This call takes no arguments.</p>
      ) : null}
    </section>
  );
}
