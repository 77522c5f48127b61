import { useMemo } from 'react';
import type { JsonPath } from '#shared/base/index';
import type { Diagnostic, Fix } from '#shared/validation/index';
import { fromJsonPath } from '#shared/workflow/index';
import { setFields } from '#shared/workflow/edits/setFields';
import { applyEdit } from '../editing';
import { draftsOf, useDraft, useDrafts } from '../drafts';
import { activeSession, useApp } from '../store';
import { useJudged } from './diagnosticsStore';
import { draftProblems } from './draftProblems';

const none: readonly Diagnostic[] = [];

const useActiveId = () => useApp((state) => state.activeId);

/** Everything that is wrong with the document on screen; null while it has not been judged yet. */
export function useProblems(): readonly Diagnostic[] | null {
  const judged = useJudged(useActiveId(), (of) => of?.all ?? null);
  const { all } = draftProblems(useDrafts());
  return useMemo(() => judged && both(all, judged), [all, judged]);
}

export function useProblemsOf(state: string): readonly Diagnostic[] {
  const judged = useJudged(useActiveId(), (of) => of?.byState.get(state) ?? none);
  const drafts = useApp((app) => draftProblems(draftsOf(activeSession(app))).byState.get(state) ?? none);
  return useMemo(() => both(drafts, judged), [drafts, judged]);
}

function both(drafts: readonly Diagnostic[], judged: readonly Diagnostic[]): readonly Diagnostic[] {
  return drafts.length === 0 ? judged : [...drafts, ...judged];
}

/** The change that puts the value at a place right; null when there is none to offer. */
export function useFixAt(at: JsonPath): Fix | null {
  return useJudged(useActiveId(), (judged) => judged?.byPlace.get(fromJsonPath(at))?.fix ?? null);
}

/** What to say at the field for a place of the definition; null when it is in order. */
export function useProblemAt(at: JsonPath): string | null {
  const judged = useJudged(useActiveId(), (of) => of?.byPlace.get(fromJsonPath(at))?.message ?? null);
  return useDraft(at)?.problem ?? judged;
}

/** Puts a value right as one undoable act. */
export function applyFix({ at, value }: Fix): void {
  applyEdit(setFields, { changes: [{ at, value }] }, { mergeKey: `fix ${fromJsonPath(at)} ${JSON.stringify(value)}` });
}
