import type { JsonPath } from '#shared/base/index';
import type { Diagnostic, Fix } from '#shared/validation/index';
import { fromJsonPath } from '#shared/workflow/index';
import { setFields } from '#shared/workflow/edits/setFields';
import { applyEdit } from '../editing';
import { useApp } from '../store';
import { useJudged } from './diagnosticsStore';

const none: readonly Diagnostic[] = [];

const useActiveId = () => useApp((state) => state.activeId);

/** Everything that is wrong with the document on screen; null while it has not been judged yet. */
export function useProblems(): readonly Diagnostic[] | null {
  return useJudged(useActiveId(), (judged) => judged?.all ?? null);
}

export function useProblemsOf(state: string): readonly Diagnostic[] {
  return useJudged(useActiveId(), (judged) => judged?.byState.get(state) ?? none);
}

/** The change that puts the value at a place right; null when there is none to offer. */
export function useFixAt(at: JsonPath): Fix | null {
  return useJudged(useActiveId(), (judged) => judged?.byPlace.get(fromJsonPath(at))?.fix ?? null);
}

/** What to say at the field for a place of the definition; null when it is in order. */
export function useProblemAt(at: JsonPath): string | null {
  return useJudged(useActiveId(), (judged) => judged?.byPlace.get(fromJsonPath(at))?.message ?? null);
}

/** Puts a value right as one undoable act. */
export function applyFix({ at, value }: Fix): void {
  applyEdit(setFields, { changes: [{ at, value }] }, { mergeKey: `fix ${fromJsonPath(at)} ${JSON.stringify(value)}` });
}
