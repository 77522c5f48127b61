import type { JsonPath } from '../../base/index';
import { draftsWithTriggers, withoutDraft } from '../drafts';
import type { Sidecar } from '../sidecar';
import type { Edit } from './contract';
import { edited } from './support';

export interface ChangeSidecar {
  readonly parts: Partial<
    Pick<Sidecar, 'type' | 'tests' | 'triggers' | 'assumptions' | 'mocks' | 'placeholders' | 'switchedOff' | 'template'>
  >;
  /** The place whose draft has become the value that is set here. */
  readonly settles?: JsonPath;
  /** What Undo calls it. */
  readonly what: string;
}

/**
 * Replaces what the sidecar keeps of one kind: the type of the machine, tests, triggers, assumptions of cost, sample results,
 * values of placeholders, the warnings that are switched off, or the settings of templates.
 */
export const changeSidecar: Edit<ChangeSidecar> = {
  label: ({ what }) => what,
  apply(document, { parts, settles }) {
    const sidecar = { ...document.sidecar, ...parts };
    const left = settles ? withoutDraft(sidecar.drafts, settles) : sidecar.drafts;
    const drafts = left.length === 0 ? left : draftsWithTriggers(left, sidecar.triggers);
    return edited(document, document.definition, [], { ...sidecar, drafts });
  },
};
