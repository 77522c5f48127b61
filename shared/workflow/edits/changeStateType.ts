import { type JsonObject, type JsonValue, madeFrom, own, withKey } from '../../base/index';
import { isInside, stateName, type StatePath } from '../paths';
import { stateAt, takenNames } from '../scopes';
import { remapSidecar } from '../sidecar';
import { hasRules, typeOf } from '../transitions';
import type { Edit } from './contract';
import { renamedInside } from './fragment';
import { edited, ending, goingTo, mainTarget, noState, withState } from './support';

export interface ChangeStateType {
  readonly state: StatePath;
  /** A new state of the wanted type without Next and End. */
  readonly template: JsonObject;
  /** Fields that the wanted type has too; they are taken over. */
  readonly keep: readonly string[];
}

/** Makes a state another type in place. Fields both types have stay, and so does where it goes on. */
export const changeStateType: Edit<ChangeStateType> = {
  label: ({ state, template }) => `Change "${stateName(state)}" to ${typeOf(template)}`,
  apply(document, { state: path, template, keep }) {
    const { definition } = document;
    const old = stateAt(definition, path);
    if (!old) return noState(path);
    const kept: [string, JsonValue][] = [];
    for (const key of ['Comment', 'QueryLanguage', ...keep]) {
      const value = own(old, key);
      if (value !== undefined && key !== 'Type' && !Object.hasOwn(template, key)) kept.push([key, value]);
    }
    const fresh = renamedInside(template, takenNames(definition));
    // What is kept is written as it was, with what stands beside it.
    const state: JsonObject = madeFrom({ ...fresh, ...Object.fromEntries(kept) }, old);
    const target = mainTarget(old);
    const connected = hasRules(state)
      ? target === undefined
        ? state
        : withKey(state, 'Default', target)
      : target === undefined
        ? ending(state)
        : goingTo(state, target);
    // States inside a container are gone with it.
    const sidecar = remapSidecar(document.sidecar, (at) => (isInside(at, path) ? null : at));
    return edited(document, withState(definition, path, connected), [path], sidecar);
  },
};
