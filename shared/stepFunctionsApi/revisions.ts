import type { ApiState } from './apiState';

/**
 * The id of the revision that a machine is created with. Callers know it as `INITIAL`; each is one of its own, because
 * executions outlive their machine, and another one may get its name.
 */
export const initialRevision = (state: ApiState): string => `${initial}-${state.uuid()}`;

const initial = 'INITIAL';

export const isInitial = (revisionId: string): boolean => revisionId.startsWith(initial);

/** A revision as callers know it. */
export const shownRevision = (revisionId: string): string => (isInitial(revisionId) ? initial : revisionId);
