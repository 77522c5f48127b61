import type { IntegrationPattern } from '../asl/index';
import type { TypicalDuration } from './contract';
import { lasts } from './lasts';
import { readResource } from './resource';

/** What an attempt takes where its action says nothing. */
const ofPattern: Readonly<Record<IntegrationPattern, TypicalDuration>> = {
  requestResponse: lasts(0.2, 0.05, 2),
  sync: lasts(120, 30, 900),
  waitForTaskToken: lasts(300, 30, 3600),
};

/** A call that only starts something, or is refused. */
export const callDuration = ofPattern.requestResponse;

/** What one attempt of a Resource typically takes: as its action says, else as its pattern has it. */
export function typicalDuration(resource: string): TypicalDuration {
  const read = readResource(resource);
  switch (read.kind) {
    case 'action':
      return read.action.durations?.[read.pattern] ?? ofPattern[read.pattern];
    case 'integration':
      return ofPattern[read.pattern];
    case 'function':
      return functionDuration;
    // A program of one's own takes the task and answers when it is done, as a callback does.
    case 'activity':
      return ofPattern.waitForTaskToken;
    case 'unknown':
      return callDuration;
  }
}

const functionDuration = typicalDuration('arn:aws:states:::lambda:invoke');
