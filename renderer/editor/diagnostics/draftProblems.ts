import type { Diagnostic } from '#shared/validation/index';
import { type Draft, placeLabel, stateOfPlace } from '#shared/workflow/index';

interface DraftProblems {
  readonly all: readonly Diagnostic[];
  readonly byState: ReadonlyMap<string, readonly Diagnostic[]>;
}

const made = new WeakMap<readonly Draft[], DraftProblems>();

/** Drafts as problems: the file does not say what the person typed. The same lists give the same objects. */
export function draftProblems(drafts: readonly Draft[]): DraftProblems {
  const known = made.get(drafts);
  if (known) return known;
  const all = drafts.map(({ at, problem }): Diagnostic => ({
    code: 'NOT_VALID_YET',
    rule: 'NOT_VALID_YET',
    severity: 'error',
    at,
    state: stateOfPlace(at),
    message: `What is typed in ${placeLabel(at)} is not in the definition: it is not valid yet. ${problem}`,
  }));
  const byState = new Map<string, Diagnostic[]>();
  for (const diagnostic of all) {
    if (diagnostic.state === null) continue;
    byState.set(diagnostic.state, [...(byState.get(diagnostic.state) ?? []), diagnostic]);
  }
  const problems = { all, byState };
  made.set(drafts, problems);
  return problems;
}
