import type { Sidecar } from '../sidecar';
import type { Edit } from './contract';
import { edited } from './support';

export interface ChangeSidecar {
  readonly parts: Partial<Pick<Sidecar, 'type' | 'tests' | 'triggers' | 'assumptions' | 'mocks' | 'placeholders'>>;
  /** What Undo calls it. */
  readonly what: string;
}

/**
 * Replaces what the sidecar keeps of one kind: the type of the machine, tests, triggers, assumptions of cost, sample results
 * or values of placeholders.
 */
export const changeSidecar: Edit<ChangeSidecar> = {
  label: ({ what }) => what,
  apply: (document, { parts }) => edited(document, document.definition, [], { ...document.sidecar, ...parts }),
};
