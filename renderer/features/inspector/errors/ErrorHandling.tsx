import type { JsonObject } from '#shared/base/index';
import type { QueryLanguage } from '#shared/asl/index';
import type { StateField } from '#shared/states/index';
import { type StatePath, toJsonPath } from '#shared/workflow/index';
import { StateFieldEditor } from '../fields/StateFieldEditor';
import { CatchEditor } from './CatchEditor';
import { RetryEditor } from './RetryEditor';

interface Props {
  readonly path: StatePath;
  readonly state: JsonObject;
  readonly language: QueryLanguage;
  readonly fields: readonly StateField[];
}

/** Retriers, catchers, timeout and heartbeat. */
export function ErrorHandling({ path, state, language, fields }: Props) {
  const at = toJsonPath(path);
  const has = (name: string) => fields.some((field) => field.name === name);
  const timeouts = fields.filter((field) => field.name !== 'Retry' && field.name !== 'Catch');
  return (
    <>
      {has('Retry') ? <RetryEditor path={path} state={state} /> : null}
      {has('Catch') ? <CatchEditor path={path} state={state} /> : null}
      {timeouts.length > 0 ? (
        <section className="group" aria-label="Timeouts">
          <h3>Timeouts</h3>
          {timeouts.map((field) => (
            <StateFieldEditor key={field.name} field={field} at={at} language={language} />
          ))}
        </section>
      ) : null}
    </>
  );
}
