/** The four ways to say how long a Wait state waits; exactly one must be there. Source: ASL specification, "Wait State". */
export const waitForms = ['Seconds', 'Timestamp', 'SecondsPath', 'TimestampPath'] as const;
export type WaitForm = (typeof waitForms)[number];
