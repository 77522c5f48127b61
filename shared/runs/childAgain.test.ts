import { describe, expect, it } from 'vitest';
import { carryOut, childAgain, childLimit } from './carryOut';
import type { RunRequest } from './request';

const items = childLimit + 10;
const request: RunRequest = {
  definitionText: JSON.stringify({
    StartAt: 'Each',
    States: {
      Each: {
        Type: 'Map',
        ItemsPath: '$.items',
        ItemProcessor: {
          ProcessorConfig: { Mode: 'DISTRIBUTED', ExecutionType: 'STANDARD' },
          StartAt: 'Work',
          States: {
            Work: { Type: 'Pass', Parameters: { 'chance.$': 'States.MathRandom(1, 1000000)' }, End: true },
          },
        },
        ResultPath: null,
        End: true,
      },
    },
  }),
  inputText: JSON.stringify({ items: Array.from({ length: items }, (_, index) => index) }),
  name: 'many',
  seed: 7,
  type: 'STANDARD',
  startTime: 0,
  mocks: {},
  outcomeChanges: [],
  entryChanges: [],
  redrives: [],
};

describe('a child execution beyond those that are kept', () => {
  it('comes again out of the same request, and not out of another one', async () => {
    const ended = await carryOut(request);
    if (!ended.ok) throw new Error(ended.problem);
    expect(ended.value.children).toHaveLength(childLimit);
    const [{ mapRunArn } = { mapRunArn: '' }] = ended.value.children;
    const place = { mapRunArn, index: items - 1 };
    const [once, twice] = [await childAgain(request, place), await childAgain(request, place)];
    expect(once).toMatchObject({ ok: true, value: { index: items - 1, status: 'SUCCEEDED', inputText: '1009' } });
    expect(once).toEqual(twice);
    expect(await childAgain({ ...request, seed: 8 }, place)).toMatchObject({ ok: false });
    expect(await childAgain(request, { mapRunArn, index: items })).toEqual({
      ok: false,
      problem: 'The Map Run has started no child execution 1010.',
    });
  });

  it('is the one that a run of fewer items has kept', async () => {
    const kept = await carryOut(request, { keeps: { mapRunArn: 'none', index: 0 } });
    const [first] = kept.ok ? kept.value.children : [];
    const again = first && (await childAgain(request, first));
    expect(again).toEqual({ ok: true, value: first });
  });
});
