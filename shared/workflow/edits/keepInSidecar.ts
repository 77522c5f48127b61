import type { Sidecar } from '../sidecar';
import type { Edit } from './contract';
import { edited } from './support';

export interface KeepInSidecar {
  readonly kept: Partial<Pick<Sidecar, 'tests' | 'triggers' | 'assumptions' | 'mocks'>>;
  /** What Undo calls it. */
  readonly what: string;
}

/** Replaces what the sidecar keeps of one kind: tests, triggers, assumptions of cost or sample results. */
export const keepInSidecar: Edit<KeepInSidecar> = {
  label: ({ what }) => what,
  apply: (document, { kept }) => edited(document, document.definition, [], { ...document.sidecar, ...kept }),
};
