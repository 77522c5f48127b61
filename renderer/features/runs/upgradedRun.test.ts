import { describe, expect, it } from 'vitest';
import { upgradedRun } from './upgradedRun';

const request = {
  definitionText: '{}',
  inputText: '{"a":1}',
  name: 'orders',
  seed: 3,
  type: 'EXPRESS',
  startTime: 9,
  answers: { Work: { kind: 'succeed', output: 1 } },
  changes: [],
  entries: [],
  redrives: [{ Work: { kind: 'never' } }],
};
const first = { id: 'r', workflow: 'orders.asl.json', label: 'Run', status: 'FAILED', redrivable: true, keptAt: 5 };

describe('a stored run', () => {
  it('of the first version is read as what it is now', () => {
    expect(upgradedRun({ ...first, origin: 'simulated', request, problem: null, pinned: true })).toEqual({
      storedAt: 5,
      run: {
        kind: 'stored',
        id: 'r',
        workflow: 'orders.asl.json',
        label: 'Run',
        status: 'FAILED',
        redrivable: true,
        pinned: true,
        made: {
          request: {
            definitionText: '{}',
            inputText: '{"a":1}',
            name: 'orders',
            seed: 3,
            type: 'EXPRESS',
            startTime: 9,
            mocks: { Work: { kind: 'succeed', output: 1 } },
            outcomeChanges: [],
            entryChanges: [],
            redrives: [{ Work: { kind: 'never' } }],
          },
        },
      },
    });
  });

  it('that came from AWS has no request', () => {
    expect(upgradedRun({ ...first, origin: 'imported', request: null, problem: null })?.run.made).toEqual({
      source: 'aws',
    });
  });

  it.each([[null], [7], ['x'], [{}], [{ version: 3, id: 'r' }], [{ ...first, status: 'GONE' }]])(
    'is passed over where no version wrote it: %j',
    (record) => {
      expect(upgradedRun(record)).toBeNull();
    },
  );
});
