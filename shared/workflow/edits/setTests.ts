import type { JsonValue } from '../../base/json';
import type { Edit } from './contract';
import { edited } from './support';

/** Replaces the tests that the sidecar keeps. */
export const setTests: Edit<{ readonly tests: readonly JsonValue[]; readonly what: string }> = {
  name: 'setTests',
  label: ({ what }) => what,
  apply: (document, { tests }) => edited(document, document.definition, [], { ...document.sidecar, tests }),
};
