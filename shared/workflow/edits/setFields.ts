import { type JsonObject, type JsonPath, type JsonValue, valueAt, withValueAt, withoutValueAt } from '../../base/index';
import { withoutDraft } from '../drafts';
import { placeLabel, stateOfPlace, toJsonPath, type StatePath } from '../paths';
import { stateAt } from '../scopes';
import type { Edit } from './contract';
import { edited, noState, withField } from './support';

export interface SetFields {
  /** Places in the definition and what shall stand there; undefined takes the field away. */
  readonly changes: readonly { readonly at: JsonPath; readonly value: JsonValue | undefined }[];
}

/** Sets any fields at any paths as one act. A state that is not there is not made. A value takes the place of a draft. */
export const setFields: Edit<SetFields> = {
  label: ({ changes }) => `Change ${placeLabel(changes[0]?.at ?? [])}`,
  apply(document, { changes }) {
    let { definition } = document;
    const select = new Set<NonNullable<ReturnType<typeof stateOfPlace>>>();
    for (const { at, value } of changes) {
      const state = stateOfPlace(at);
      if (state && valueAt(definition, toJsonPath(state)) === undefined) return noState(state);
      if (state) select.add(state);
      definition = (
        value === undefined ? withoutValueAt(definition, at) : withValue(definition, at, value, state)
      ) as JsonObject;
    }
    const drafts = changes.reduce((left, { at }) => withoutDraft(left, at), document.sidecar.drafts);
    const { sidecar } = document;
    return edited(document, definition, [...select], drafts === sidecar.drafts ? sidecar : { ...sidecar, drafts });
  },
};

function withValue(definition: JsonObject, at: JsonPath, value: JsonValue, path: StatePath | null): JsonValue {
  const key = at.at(-1);
  const state = path === null ? undefined : stateAt(definition, path);
  const isField =
    path !== null && state !== undefined && typeof key === 'string' && at.length === toJsonPath(path).length + 1;
  return isField
    ? withValueAt(definition, toJsonPath(path), withField(state, key, value))
    : withValueAt(definition, at, value);
}
