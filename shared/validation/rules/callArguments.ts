import { isObject, own, valueAt, withKeyRenamed, type JsonValue } from '../../base/json';
import { checkArguments } from '../../services/argumentCheck';
import type { ArgumentField, SdkCatalogue } from '../../services/index';
import { readResource } from '../../services/resource';
import { toJsonPath } from '../../workflow/paths';
import { queryLanguageOf } from '../../workflow/scopes';
import type { Rule } from '../contract';

/**
 * Arguments of a call against its fields. AWS refuses unknown and missing arguments of most integrations when a state
 * machine is created, of others when the step runs; where we are not sure that our list is whole it is a warning.
 */
export const callArguments: Rule = {
  code: 'INVALID_ARGUMENT',
  severity: 'warning',
  source: 'AWS: API references of the services, as their API models have them',
  check(definition, tell, states, catalogue) {
    for (const { path, state } of states) {
      if (own(state, 'Type') !== 'Task') continue;
      const resource = own(state, 'Resource');
      const fields = typeof resource === 'string' ? fieldsOf(resource, catalogue) : null;
      if (!fields) continue;
      const language = queryLanguageOf(definition, path);
      const key = language === 'JSONata' ? 'Arguments' : 'Parameters';
      const values = own(state, key);
      if (!isObject(values)) continue;
      const root = [...toJsonPath(path), key];
      for (const { at, message, rename } of checkArguments(fields.list, values, language, [], fields.ignoreCase)) {
        const place = [...root, ...at];
        const parent = valueAt(values, at.slice(0, -1));
        const fix =
          rename === undefined || !isObject(parent)
            ? undefined
            : {
                at: place.slice(0, -1),
                value: withKeyRenamed(parent, String(at.at(-1)), rename) as JsonValue,
              };
        tell(place, message, fix);
      }
    }
  },
};

function fieldsOf(
  resource: string,
  catalogue: SdkCatalogue | null,
): { readonly list: readonly ArgumentField[]; readonly ignoreCase: boolean } | null {
  const read = readResource(resource);
  if (read.kind === 'action') return { list: read.action.fields, ignoreCase: false };
  if (read.kind !== 'integration' || !read.sdk) return null;
  const list = catalogue?.fields(read.service, read.action) ?? null;
  // Which way AWS spells runs of capitals inside a name is not certain for every field.
  return list === null ? null : { list, ignoreCase: true };
}
