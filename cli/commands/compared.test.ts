import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { TestFolder } from '../testing/callCommand';

let folder: TestFolder;
beforeAll(() => {
  folder = new TestFolder();
});
afterAll(() => folder.remove());

const before = {
  StartAt: 'Read',
  States: {
    Read: { Type: 'Pass', Result: { table: 'orders' }, Next: 'Write' },
    Old: { Type: 'Succeed' },
    Write: { Type: 'Pass', Next: 'Old' },
  },
};
const after = {
  StartAt: 'Load',
  States: {
    Load: { Type: 'Pass', Result: { table: 'orders' }, Next: 'Write' },
    Write: { Type: 'Wait', Seconds: 5, Next: 'Done' },
    Done: { Type: 'Fail', Error: 'Stop' },
  },
};

describe('diff', () => {
  it('says what changed, state by state, and that nothing did', async () => {
    folder.write('before.asl.json', before);
    folder.write('after.asl.json', after);
    folder.write(
      'same.asl.yaml',
      'States:\n  Read: { Type: Pass, Next: Write, Result: { table: orders } }\n  Old: { Type: Succeed }\n  # last\n  Write: { Next: Old, Type: Pass }\nStartAt: Read\n',
    );
    const { code, out } = await folder.call(['diff', '@before.asl.json', '@after.asl.json']);
    expect(code).toBe(1);
    expect(out).toContain('changed "Load" (was "Read")');
    expect(out).toContain('    Seconds: nothing → 5\n');
    expect(out).toContain('added "Done"');
    expect(out).toContain('removed "Old"');
    expect(await folder.call(['diff', '@before.asl.json', '@same.asl.yaml'])).toEqual({
      code: 0,
      out: 'No difference.\n',
      err: '',
    });
  });

  it('reads one of them from standard input, and writes JSON', async () => {
    const { code, out } = await folder.call(['diff', '-', '@after.asl.json', '--json'], JSON.stringify(before));
    expect(code).toBe(1);
    expect(JSON.parse(out)).toMatchObject({
      states: expect.arrayContaining([expect.objectContaining({ kind: 'removed' })]),
    });
  });

  it('takes two files', async () => {
    expect(await folder.call(['diff', '@before.asl.json'])).toMatchObject({ code: 2 });
    expect(await folder.call(['diff', '-', '-'], '{}')).toMatchObject({ code: 2 });
  });
});

describe('cover', () => {
  const choice = {
    StartAt: 'Pick',
    States: {
      Pick: {
        Type: 'Choice',
        Choices: [{ Variable: '$.total', NumericGreaterThan: 100, Next: 'Big' }],
        Default: 'Small',
      },
      Big: { Type: 'Succeed' },
      Small: { Type: 'Succeed' },
    },
  };

  it('proposes tests that take every transition, keeps them, and they pass', async () => {
    const path = folder.write('pick.asl.json', choice);
    const { code, out } = await folder.call(['cover', '@pick.asl.json', '--write']);
    expect(out).toMatch(/^(\d+) of \1 transitions by 2 tests\n/);
    expect(code).toBe(0);
    const sidecar = JSON.parse(readFileSync(path.replace('.asl.json', '.stepwright.json'), 'utf8')) as {
      tests: unknown[];
    };
    expect(sidecar.tests).toHaveLength(2);
    expect(await folder.call(['test', '@pick.asl.json', '--min-coverage', '100'])).toMatchObject({ code: 0 });
    expect((await folder.call(['cover', '@pick.asl.json', '--write'])).out).toContain('0 of them kept');
  });

  it('says what none can reach, with exit code 1', async () => {
    const rule = { Variable: '$.total', NumericGreaterThan: 200, Next: 'Small' };
    const { Pick } = choice.States;
    folder.write('never.asl.json', {
      ...choice,
      States: { ...choice.States, Pick: { ...Pick, Choices: [...Pick.Choices, rule] } },
    });
    const { code, out } = await folder.call(['cover', '@never.asl.json', '--json']);
    expect(code).toBe(1);
    expect(JSON.parse(out)).toMatchObject({ unreached: [{ state: '/States/Pick' }] });
  });

  it('keeps nothing of what has no file of its own', async () => {
    expect(await folder.call(['cover', '-', '--write'], JSON.stringify(choice))).toMatchObject({ code: 2 });
  });
});
