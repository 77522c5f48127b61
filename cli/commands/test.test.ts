import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { oneTask, TestFolder } from '../testing/callCommand';

let folder: TestFolder;
beforeAll(() => {
  folder = new TestFolder();
  folder.write('orders.asl.json', oneTask);
  folder.write('orders.stepwright.json', { version: 1, tests: [good] });
  folder.write('mixed.asl.json', oneTask);
  folder.write('mixed.stepwright.json', {
    version: 1,
    tests: [
      good,
      {
        ...good,
        name: 'wants <more> & "all"',
        expected: { ...good.expected, output: '"other"', assertions: ['$count(path) = 3'] },
      },
    ],
  });
  folder.write('none.asl.json', oneTask);
});
afterAll(() => folder.remove());

const good = {
  name: 'pays',
  inputText: '{}',
  seed: 1,
  type: 'STANDARD',
  mocks: { Charge: { kind: 'succeed', output: 'paid' } },
  expected: { status: 'SUCCEEDED', output: '"paid"', path: ['Charge', 'Done'], assertions: ['output = "paid"'] },
};

describe('test', () => {
  it('runs what is saved beside the workflow, and says what is not covered', async () => {
    const call = await folder.call(['test', '@orders.asl.json']);
    expect(call).toEqual({
      code: 0,
      err: '',
      out: 'orders.asl.json\n  passed  pays\n  1 passed, 0 failed, 100 % covered\n',
    });
  });

  it('says what differs, and ends with 1', async () => {
    const { code, out } = await folder.call(['test', '@mixed.asl.json']);
    expect(code).toBe(1);
    expect(out).toContain('  failed  wants <more> & "all"\n          output: gave "paid", expected "other"\n');
    expect(out).toContain('          assertion: $count(path) = 3 does not hold\n');
    expect(out).toContain('  1 passed, 1 failed, ');
    expect(await folder.call(['test', '@mixed.asl.json', '--only', 'pays'])).toMatchObject({ code: 0 });
  });

  it('writes JUnit XML that says what a test said', async () => {
    const file = join(folder.path, 'junit.xml');
    expect(await folder.call(['test', '@*.asl.json', '--junit', file])).toMatchObject({ code: 1 });
    const xml = readFileSync(file, 'utf8')
      .replace(/time="[\d.]+"/g, 'time="0"')
      .replaceAll(`${folder.path}/`, '');
    expect(xml).toBe(`<?xml version="1.0" encoding="UTF-8"?>
<testsuites>
  <testsuite name="mixed.asl.json" tests="2" failures="1" errors="0">
    <testcase classname="mixed.asl.json" name="pays" time="0"/>
    <testcase classname="mixed.asl.json" name="wants &lt;more&gt; &amp; &quot;all&quot;" time="0">
      <failure message="output: gave &quot;paid&quot;, expected &quot;other&quot;">output: gave "paid", expected "other"
assertion: $count(path) = 3 does not hold</failure>
    </testcase>
  </testsuite>
  <testsuite name="none.asl.json" tests="0" failures="0" errors="0">
  </testsuite>
  <testsuite name="orders.asl.json" tests="1" failures="0" errors="0">
    <testcase classname="orders.asl.json" name="pays" time="0"/>
  </testsuite>
</testsuites>
`);
  });

  it('writes TAP', async () => {
    const { out } = await folder.call(['test', '@mixed.asl.json', '--tap']);
    expect(out).toBe(`TAP version 14
1..2
ok 1 - mixed.asl.json: pays
not ok 2 - mixed.asl.json: wants <more> & "all"
  ---
  - {"output":"gave \\"paid\\", expected \\"other\\""}
  - {"assertion":"$count(path) = 3 does not hold"}
  ...
`);
  });

  it('writes JSON with the coverage', async () => {
    const { out } = await folder.call(['test', '@orders.asl.json', '--json']);
    expect(JSON.parse(out)).toMatchObject([
      {
        workflow: 'orders.asl.json',
        tests: [{ name: 'pays', passed: true, problem: null, mismatches: [] }],
        coveredShare: 1,
        coverage: [{ kind: 'state', what: 'Charge', covered: true }, { what: 'Done' }, { kind: 'transition' }],
      },
    ]);
  });

  it('asks for a coverage', async () => {
    folder.write('half.asl.json', { ...oneTask, States: { ...oneTask.States, Lost: { Type: 'Fail' } } });
    folder.write('half.stepwright.json', { version: 1, tests: [good] });
    const call = await folder.call(['test', '@half.asl.json', '--min-coverage', '80']);
    expect(call).toMatchObject({ code: 1, err: 'half.asl.json: 75 % covered, 80 % are asked for.\n' });
    expect(call.out).toContain('  not covered: state Lost\n');
    expect(await folder.call(['test', '@half.asl.json', '--min-coverage', '75'])).toMatchObject({ code: 0 });
  });

  it('takes the tests of each machine of a template', async () => {
    const machine = { Type: 'AWS::Serverless::StateMachine', Properties: { Definition: oneTask } };
    folder.write('sam/template.json', { Resources: { A: machine, B: machine } });
    folder.write('sam/template.stepwright.json', { version: 1, machines: { B: { version: 1, tests: [good] } } });
    const { code, out } = await folder.call(['test', '@sam/template.json']);
    expect({ code, out }).toMatchObject({
      code: 0,
      out: expect.stringMatching(/^sam\/template\.json \(B\)\n {2}passed {2}pays\n/) as string,
    });
  });

  it.each([
    ['no tests', ['@none.asl.json'], 1, 'No test is saved beside none.asl.json.'],
    ['no test of a name', ['@orders.asl.json', '--only', 'x'], 1, 'No test of orders.asl.json has "x" in its name.'],
    ['two forms at once', ['@orders.asl.json', '--json', '--tap'], 2, '--json and --tap do not go together.'],
    [
      'too much coverage',
      ['@orders.asl.json', '--min-coverage', '101'],
      2,
      '--min-coverage is a number from 0 to 100, not "101".',
    ],
    [
      'a report in a folder that is not there',
      ['@orders.asl.json', '--junit', '@x/y.xml'],
      3,
      'y.xml: its folder is not there.',
    ],
  ])('refuses %s', async (_what, args, code, text) => {
    expect(await folder.call(['test', ...args])).toEqual({
      code,
      out: '',
      err: expect.stringContaining(text) as string,
    });
  });

  it('says why a test cannot be run at all', async () => {
    folder.write('typeless.asl.json', { StartAt: 'A', States: { A: { End: true } } });
    folder.write('typeless.stepwright.json', { version: 1, tests: [good] });
    expect(await folder.call(['test', '@typeless.asl.json', '--tap'])).toMatchObject({
      code: 1,
      out: expect.stringMatching(/^TAP version 14\n1\.\.1\nnot ok 1 .*\n {2}---\n {2}- \{"error":/) as string,
    });
  });
});
