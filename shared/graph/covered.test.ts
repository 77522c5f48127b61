import { describe, expect, test } from 'vitest';
import { coveredIn } from './testing/covered';
import { generatedWorkflow } from './testing/generatedWorkflow';

const workflows = Array.from({ length: 200 }, (_, seed) => generatedWorkflow(seed));

describe('in 200 generated workflows no line leads through a card or over a label, and no label stands on either', () => {
  test.each(['down', 'right'] as const)('laid out %s', (direction) => {
    const wrong = workflows.flatMap((definition, seed) =>
      coveredIn(definition, direction).map((what) => `${seed}: ${what}`),
    );
    expect(wrong).toEqual([]);
  });
});
