import { describe, expect, it } from 'vitest';
import { parseResource } from '../asl/resource';
import { services } from './registry';
import { readResource } from './resource';

const registered = services.flatMap(({ actions }) =>
  actions.flatMap(({ id, resources, otherResources = [] }) => [
    ...Object.entries(resources).map(([pattern, arn]) => ({ id, pattern, arn })),
    ...otherResources.map(({ pattern, arn }) => ({ id, pattern, arn })),
  ]),
);

describe('the registry by Resource', () => {
  it.each(registered)('finds $arn by $pattern', ({ id, pattern, arn }) => {
    const read = readResource(arn);
    expect(read.kind === 'action' && [read.action.id, read.pattern]).toEqual([id, pattern]);
  });

  it.each(registered)('has the pattern that the form of $arn says', ({ pattern, arn }) => {
    const read = parseResource(arn);
    expect(read.kind === 'integration' && read.pattern).toBe(pattern);
  });

  it.each([
    ['arn:aws-us-gov:states:::sns:publish', 'action'],
    ['arn:${AWS::Partition}:states:::sns:publish', 'action'],
    ['arn:aws:states:::frobnicator:spin.sync', 'integration'],
    ['${ResizeFunctionArn}', 'function'],
    ['arn:aws:states:us-east-1:123456789012:activity:Weld', 'activity'],
    ['Resize', 'unknown'],
  ])('reads %s as %s', (text, kind) => {
    expect(readResource(text).kind).toBe(kind);
  });
});
