import type { JsonPath } from '../../base/index';
import { withDraft, withoutDraft } from '../drafts';
import { placeLabel, stateOfPlace } from '../paths';
import { stateAt } from '../scopes';
import type { Edit } from './contract';
import { edited, noState } from './support';

export interface SetDraft {
  /** The place in the definition that a field stands for. */
  readonly at: JsonPath;
  /** What is typed there and is no value yet, and why; null lets the value of the definition stand again. */
  readonly draft: { readonly text: string; readonly problem: string } | null;
}

/** Keeps what is typed into a field while it is no value; the definition stays as it is. */
export const setDraft: Edit<SetDraft> = {
  label: ({ at }) => `Change ${placeLabel(at)}`,
  apply(document, { at, draft }) {
    const state = stateOfPlace(at);
    if (state && !stateAt(document.definition, state)) return noState(state);
    const { sidecar, definition } = document;
    const drafts = draft ? withDraft(sidecar.drafts, { at, ...draft }) : withoutDraft(sidecar.drafts, at);
    return edited(document, definition, state ? [state] : [], { ...sidecar, drafts });
  },
};
