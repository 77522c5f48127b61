import { describe, expect, it } from 'vitest';
import { carryOut } from '#shared/runs/index';
import { packHistory, unpackHistory } from './packedHistory';

describe('a history that a worker hands over', () => {
  it('is the same on the other side, with its stages and children', async () => {
    const ended = await carryOut({
      definitionText: JSON.stringify({
        StartAt: 'Each',
        States: {
          Each: {
            Type: 'Map',
            ItemProcessor: {
              ProcessorConfig: { Mode: 'DISTRIBUTED', ExecutionType: 'STANDARD' },
              StartAt: 'Work',
              States: { Work: { Type: 'Task', Resource: 'arn:aws:states:::lambda:invoke', End: true } },
            },
            End: true,
          },
        },
      }),
      inputText: '[1.0, "é", null]',
      name: 'w',
      seed: 1,
      type: 'STANDARD',
      startTime: 0,
      mocks: { Work: { kind: 'succeed', output: 'ü' } },
      outcomeChanges: [],
      entryChanges: [],
      redrives: [],
    });
    if (!ended.ok) throw new Error(ended.problem);
    const { events, stages, children } = ended.value;
    expect(children).toHaveLength(3);
    expect(unpackHistory(packHistory(ended.value))).toEqual({ events, stages, children, nested: [] });
  });
});
