import { Hourglass } from 'lucide-react';
import { type JsonObject, isObject, own } from '#shared/base/index';
import type { QueryLanguage } from '#shared/asl/index';
import { keptForPolling, pollUntilEnded } from '#shared/patterns/index';
import type { ServiceAction } from '#shared/services/index';
import { type StatePath, toJsonPath } from '#shared/workflow/index';
import { insertFragment } from '#shared/workflow/edits/insertFragment';
import { setFields } from '#shared/workflow/edits/setFields';
import { applyChange } from '../../../editor/editing';
import { Button } from '../../../ui/controls';

interface Props {
  readonly path: StatePath;
  readonly state: JsonObject;
  readonly action: ServiceAction;
  readonly language: QueryLanguage;
}

/** For a call that has no .sync: inserts the states that ask until what it started has ended. */
export function PollUntilEnded({ path, state, action, language }: Props) {
  if (!action.polling) return null;
  const { label } = action.polling;
  const insert = () => {
    const args = own(state, language === 'JSONata' ? 'Arguments' : 'Parameters');
    const { keeps, samples, ...fragment } = pollUntilEnded(action, isObject(args) ? args : {}, language);
    applyChange(`Wait for ${label}`, (document) => {
      const inserted = insertFragment.apply(document, {
        title: `Wait for ${label}`,
        fragment,
        place: { kind: 'after', state: path },
        ...(samples ? { samples } : {}),
      });
      if (!inserted.ok) return inserted;
      const changes = Object.entries(keptForPolling({}, Object.values(keeps), language)).map(([field, value]) => ({
        at: [...toJsonPath(path), field],
        value,
      }));
      const kept = setFields.apply(inserted.value.document, { changes });
      return kept.ok ? { ok: true, value: { document: kept.value.document, select: inserted.value.select } } : kept;
    });
  };
  return (
    <p className="note">
      There is no .sync for this call: it goes on before the {label} has ended.{' '}
      <Button small onClick={insert}>
        <Hourglass size={12} aria-hidden /> Wait until it ends
      </Button>
    </p>
  );
}
