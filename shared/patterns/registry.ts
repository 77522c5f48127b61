import { approval } from './approval';
import { callback } from './callback';
import type { Pattern } from './contract';
import { dataLakeRefresh } from './dataLakeRefresh';
import { fanOut } from './fanOut';
import { jobPoller } from './jobPoller';
import { mapOverS3 } from './mapOverS3';
import { pollingPatterns } from './polling';
import { retryDeadLetter } from './retryDeadLetter';
import { saga } from './saga';
import { trainGate } from './trainGate';

export type { Pattern, PatternFragment } from './contract';

/** The blocks of the Patterns tab in its order. To add one, add its file and a line here. */
export const patterns: readonly Pattern[] = [
  retryDeadLetter,
  callback,
  jobPoller,
  saga,
  fanOut,
  mapOverS3,
  approval,
  trainGate,
  dataLakeRefresh,
  ...pollingPatterns,
];
