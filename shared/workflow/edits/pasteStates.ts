import { type JsonObject, type JsonValue, isObject } from '../../base/index';
import { stateName, type ScopePath, type StatePath } from '../paths';
import { scopeAt, stateAt, takenNames } from '../scopes';
import { withoutPlaceholderTexts } from '../text/numberTexts';
import { hasNext } from '../transitions';
import type { Edit } from './contract';
import { readFragment } from './copyStates';
import { pathsIn, renamedFragment, type Fragment } from './fragment';
import {
  edited,
  ending,
  goingTo,
  refuse,
  retargeted,
  startOf,
  statesOf,
  withStart,
  withState,
  withStates,
} from './support';

export interface PasteStates {
  readonly scope: ScopePath;
  /** ASL as JSON or YAML. */
  readonly text: string;
  /** A state that ends its scope and shall go on to what is pasted. */
  readonly after?: StatePath;
}

/** Adds the states of an ASL text to a scope under names that are free. */
export const pasteStates: Edit<PasteStates> = {
  label: () => 'Paste',
  apply(document, { scope, text, after }) {
    const fragment = readFragment(text);
    if (!fragment) {
      return refuse(
        'NOT_ASL',
        'The clipboard holds no states. Copy states here, or text with "States", and paste again.',
      );
    }
    if (!scopeAt(document.definition, scope)) return refuse('NO_SUCH_SCOPE', 'The place to paste into is gone.');
    const written = document.source.format === 'json' ? fragment : withPlainValues(fragment);
    const renamed = renamedFragment(closed(written), takenNames(document.definition));
    let definition = withFragment(document.definition, scope, renamed, after);
    const before = after === undefined ? undefined : stateAt(definition, after);
    if (after !== undefined && before && hasNext(before) && before['End'] === true) {
      definition = withState(definition, after, goingTo(before, renamed.StartAt));
    }
    return edited(document, definition, pathsIn(scope, renamed));
  },
};

/** YAML has no placeholders without quotes: there, plain texts do. */
function withPlainValues(fragment: Fragment): Fragment {
  return { ...fragment, States: withoutPlaceholderTexts(fragment.States) as JsonObject };
}

/** Foreign text may lead anywhere: what leads out of the fragment, or nowhere, ends. */
function closed(fragment: Fragment): Fragment {
  const known = (target: string) => (Object.hasOwn(fragment.States, target) ? target : null);
  const States = Object.entries(fragment.States).map(([name, state]) => {
    if (!isObject(state)) return [name, state] as const;
    const inside = retargeted(state, known);
    return [name, hasNext(inside) && typeof inside['Next'] !== 'string' ? ending(inside) : inside] as const;
  });
  return { ...fragment, States: Object.fromEntries(States) };
}

/** A scope with the states of a fragment added after one of its states, else at its end. */
export function withFragment(
  definition: Parameters<typeof withStates>[0],
  scope: ScopePath,
  fragment: Fragment,
  after?: StatePath,
) {
  const entries: [string, JsonValue][] = Object.entries(statesOf(definition, scope));
  const at = after === undefined ? -1 : entries.findIndex(([name]) => name === stateName(after));
  const added = Object.entries(fragment.States).filter(([, state]) => isObject(state));
  entries.splice(at < 0 ? entries.length : at + 1, 0, ...added);
  const next = withStates(definition, scope, Object.fromEntries(entries));
  return startOf(next, scope) === '' ? withStart(next, scope, fragment.StartAt) : next;
}
