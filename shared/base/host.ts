/** What the core takes from its host by argument, so that every run can be repeated. */

/** Milliseconds since 1970-01-01T00:00:00Z. */
export type Clock = () => number;

/** The next number in [0, 1). Seeded hosts return the same sequence for the same seed. */
export type Random = () => number;
