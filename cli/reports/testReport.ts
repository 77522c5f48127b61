import type { CoverItem, Mismatch } from '../../shared/runs/index';

/** What came of one saved test. */
export interface TestOutcome {
  readonly name: string;
  /** How long it took on this machine. */
  readonly milliseconds: number;
  /** Why it could not be run at all; null when it was. */
  readonly problem: string | null;
  readonly mismatches: readonly Mismatch[];
}

/** What came of the tests of one workflow, and what they have been through. */
export interface TestReport {
  readonly label: string;
  readonly tests: readonly TestOutcome[];
  readonly coverage: readonly CoverItem[];
}

export const hasFailed = ({ problem, mismatches }: TestOutcome) => problem !== null || mismatches.length > 0;
