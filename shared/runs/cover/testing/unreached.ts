/**
 * Transitions of the sample workflows of AWS that no test takes, and the proof that none can, or what stands in the way.
 * `limit` says that the search is what is limited: a person could write the test.
 */
export interface KnownUnreached {
  readonly workflow: string;
  /** The labels of the transitions; null for all that the workflow has open. */
  readonly labels: readonly string[];
  readonly proof: string;
  readonly limit?: true;
}

export const knownUnreached: readonly KnownUnreached[] = [];
