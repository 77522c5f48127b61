import { publishedResults } from '#shared/sdk/testing/published';
import type { ResultShape, TaskResults } from '#shared/services/index';

/**
 * What Tasks gave in December 2025, when the mocks of TestState were recorded: a function of Lambda had 10,240 MB at most
 * then, the models of today say 32,768.
 */
export const recordedResults: TaskResults = (resource) => {
  const shape = publishedResults(resource);
  return shape && resource.endsWith(':aws-sdk:lambda:getFunction') ? withMemoryOf2025(shape) : shape;
};

function withMemoryOf2025(shape: ResultShape): ResultShape {
  if (shape.kind !== 'structure') return shape;
  return {
    kind: 'structure',
    members: shape.members.map((member) => {
      if (member.name === 'MemorySize') return { ...member, shape: { kind: 'integer', min: 128, max: 10_240 } };
      return member.name === 'Configuration' ? { ...member, shape: withMemoryOf2025(member.shape) } : member;
    }),
  };
}
