import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { foldHistory } from '../../history/index';
import { isArray, isObject, own, type JsonObject } from '../../base/index';
import { readReference } from '../../workflow/testing/reference';
import { carryOut } from '../carryOut';
import type { RunRequest } from '../request';
import { judge } from '../workflowTest';
import { proposeTests, type ProposedTests } from './proposeTests';
import { knownUnreached } from './testing/unreached';

function requestOf(definition: object): RunRequest {
  return {
    definitionText: JSON.stringify(definition),
    inputText: '{}',
    name: 'covered',
    seed: 1,
    type: 'STANDARD',
    startTime: Date.UTC(2026, 0, 1),
    mocks: {},
    outcomeChanges: [],
    entryChanges: [],
    redrives: [],
  };
}

/** Proposes tests, and runs each as a saved test is run. */
async function proposedFor(definition: object): Promise<ProposedTests> {
  const request = requestOf(definition);
  const proposed = await proposeTests(request);
  if (!proposed.ok) throw new Error(proposed.problem);
  for (const test of proposed.value.tests) {
    const { inputText, mocks } = test;
    const ran = await carryOut({ ...request, inputText, mocks });
    if (!ran.ok) throw new Error(ran.problem);
    expect(await judge(test, foldHistory(ran.value.events))).toEqual([]);
  }
  return proposed.value;
}

const end = { Type: 'Succeed' };
const lambda = 'arn:aws:lambda:us-east-1:123456789012:function:work';
const task = (more: object): object => ({ Type: 'Task', Resource: lambda, ...more });
const paths = ({ tests }: ProposedTests): readonly string[] => tests.map(({ expected }) => expected.path.join(' > '));
const labels = ({ unreached }: ProposedTests): readonly string[] => unreached.map(({ label }) => label);

describe('tests that cover everything', () => {
  it('take each rule of a Choice and its Default, by what the input or a task gives', async () => {
    const proposed = await proposedFor({
      StartAt: 'Look',
      States: {
        Look: task({ ResultPath: '$.found', Next: 'Which' }),
        Which: {
          Type: 'Choice',
          Choices: [
            {
              And: [
                { Variable: '$.found.kind', StringEquals: 'jpeg' },
                { Variable: '$.size', NumericGreaterThan: 1000 },
              ],
              Next: 'Large',
            },
            { Variable: '$.found.kind', StringMatches: 'image/*', Next: 'Image' },
            { Not: { Variable: '$.found.until', TimestampLessThan: '2026-01-01T00:00:00Z' }, Next: 'Late' },
          ],
          Default: 'Other',
        },
        Large: end,
        Image: end,
        Late: end,
        Other: end,
      },
    });
    expect(labels(proposed)).toEqual([]);
    expect(proposed.transitions).toBe(5);
  });

  it('take conditions in JSONata, over variables and data that an Output has renamed', async () => {
    const proposed = await proposedFor({
      QueryLanguage: 'JSONata',
      StartAt: 'Look',
      States: {
        Look: {
          ...task({ Next: 'Which' }),
          Output: { level: '{% $states.result.body.score %}' },
          Assign: { owner: '{% $states.result.owner %}' },
        },
        Which: {
          Type: 'Choice',
          Choices: [
            { Condition: "{% $owner = 'me' and $states.input.level >= 10 %}", Next: 'Mine' },
            { Condition: '{% $count($states.input.level) > 2 %}', Next: 'Many' },
            { Condition: '{% $exists($owner) %}', Next: 'Owned' },
          ],
          Default: 'Nobody',
        },
        Mine: end,
        Many: end,
        Owned: end,
        Nobody: end,
      },
    });
    expect(labels(proposed)).toEqual(['Which → Nobody']);
    expect(proposed.tests.length).toBeGreaterThanOrEqual(3);
  });

  it('let tasks fail for each catcher, retriers heal and be exhausted, and tasks time out', async () => {
    const proposed = await proposedFor({
      StartAt: 'Work',
      States: {
        Work: task({
          TimeoutSeconds: 5,
          Retry: [{ ErrorEquals: ['Busy'], MaxAttempts: 2 }],
          Catch: [
            { ErrorEquals: ['Busy'], Next: 'Later' },
            { ErrorEquals: ['States.Timeout'], Next: 'Slow' },
            { ErrorEquals: ['States.ALL'], Next: 'Broken' },
          ],
          Next: 'Done',
        }),
        Later: end,
        Slow: end,
        Broken: end,
        Done: end,
      },
    });
    expect(labels(proposed)).toEqual([]);
    expect(new Set(paths(proposed))).toEqual(new Set(['Work > Done', 'Work > Later', 'Work > Slow', 'Work > Broken']));
    expect(proposed.tests.map(({ mocks }) => mocks['Work']?.kind)).toContain('failFirst');
    expect(proposed.tests.map(({ mocks }) => mocks['Work']?.kind)).toContain('never');
  });

  it('give a Map items, none, and one that fails', async () => {
    const proposed = await proposedFor({
      StartAt: 'Each',
      States: {
        Each: {
          Type: 'Map',
          ItemsPath: '$.list.items',
          ItemProcessor: {
            StartAt: 'Is it large?',
            States: {
              'Is it large?': {
                Type: 'Choice',
                Choices: [{ Variable: '$.size', NumericGreaterThan: 5, Next: 'Split' }],
                Default: 'Take',
              },
              Split: task({ End: true }),
              Take: { Type: 'Pass', End: true },
            },
          },
          Catch: [{ ErrorEquals: ['States.ALL'], Next: 'Mourn' }],
          Next: 'Done',
        },
        Mourn: end,
        Done: end,
      },
    });
    expect(labels(proposed)).toEqual([]);
    expect(paths(proposed)).toContain('Each > Done');
  });

  it('leave a loop: a task answers one thing after the other', async () => {
    const proposed = await proposedFor({
      StartAt: 'Ask',
      States: {
        Ask: task({ ResultPath: '$.job', Next: 'Ready?' }),
        'Ready?': {
          Type: 'Choice',
          Choices: [{ Variable: '$.job.status', StringEquals: 'READY', Next: 'Done' }],
          Default: 'Rest',
        },
        Rest: { Type: 'Wait', Seconds: 60, Next: 'Ask' },
        Done: end,
      },
    });
    expect(labels(proposed)).toEqual([]);
    expect(proposed.tests.map(({ mocks }) => mocks['Ask']?.kind)).toContain('answers');
  });

  it('say what cannot be reached and why', async () => {
    const proposed = await proposedFor({
      StartAt: 'Fixed',
      States: {
        Fixed: { Type: 'Pass', Result: { on: false }, Next: 'On?' },
        'On?': { Type: 'Choice', Choices: [{ Variable: '$.on', BooleanEquals: true, Next: 'Never' }], Default: 'Done' },
        Never: { Type: 'Pass', Next: 'Done' },
        Done: end,
        Lost: { Type: 'Pass', Next: 'Done' },
      },
    });
    expect(proposed.unreached.map(({ label, why }) => [label, why])).toEqual([
      ['On? → Never', expect.stringContaining('made by the workflow itself')],
      ['Never → Done', 'No run comes to “Never”.'],
      ['Lost → Done', 'No run comes to “Lost”.'],
    ]);
  });

  it('are refused for a definition that does not compile', async () => {
    expect(await proposeTests(requestOf({ StartAt: 'None', States: {} }))).toMatchObject({ ok: false });
  });
});

const examples = join(import.meta.dirname, '../../../examples');

it.each(readdirSync(examples).filter((name) => name.endsWith('.asl.json')))(
  'every transition of %s is taken',
  async (name) => {
    const definition = JSON.parse(readFileSync(join(examples, name), 'utf8')) as JsonObject;
    expect(labels(await proposedFor(definition))).toEqual([]);
  },
  60_000,
);

const reference = readReference('workflows/aws-samples.json');
const samples = isArray(reference) ? reference.filter(isObject) : [];

const named = samples.filter((sample) => knownUnreached.some(({ workflow }) => workflow === own(sample, 'id')));

// `npm run bench -- coverage` holds the share and the time over all of them.
describe.runIf(named.length > 0)('what of the sample workflows of AWS no test takes', () => {
  it.each(named.map((sample) => [String(own(sample, 'id')), own(sample, 'definition') as JsonObject] as const))(
    'is known, with its proof: %s',
    async (id, definition) => {
      const known = knownUnreached.flatMap(({ workflow, labels: some }) => (id === workflow ? some : []));
      const proposed = await proposeTests(requestOf(definition));
      expect([...labels(proposed.ok ? proposed.value : { tests: [], transitions: 0, unreached: [] })].sort()).toEqual(
        [...known].sort(),
      );
    },
    120_000,
  );
});
