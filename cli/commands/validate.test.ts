import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { oneTask, TestFolder } from '../testing/callCommand';

let folder: TestFolder;
beforeAll(() => {
  folder = new TestFolder();
});
afterAll(() => folder.remove());

/** A machine with a target that there is not, and its place in this layout. */
const misspelt = { StartAt: 'A', States: { A: { Type: 'Pass', Next: 'Dnoe' }, Done: { Type: 'Succeed' } } };
const yaml = `StartAt: A
States:
  A:
    Type: Pass
    Next: Dnoe
  Done:
    Type: Succeed
`;
const json = JSON.stringify(misspelt, null, 2);
const resource = 'Resources:\n  M:\n    Type: AWS::Serverless::StateMachine\n    Properties:\n      ';
const serverless = 'service: s\nstepFunctions:\n  stateMachines:\n    m:\n      definition:\n';
const terraform = 'resource "aws_sfn_state_machine" "m" {\n  definition = ';
const hcl = '{ StartAt = "A", States = { A = { Type = "Pass", Next = "Dnoe" } } }';
const inTemplate = (Properties: object) =>
  JSON.stringify({ Resources: { M: { Type: 'AWS::StepFunctions::StateMachine', Properties } } }, null, 1);
const indented = (text: string, by: number) => text.replace(/^(?=.)/gm, ' '.repeat(by));

describe('validate', () => {
  it('says nothing of a workflow that is in order', async () => {
    folder.write('good.asl.json', oneTask);
    expect(await folder.call(['validate', '@good.asl.json'])).toEqual({
      code: 0,
      out: '1 file, 0 errors, 0 warnings\n',
      err: '',
    });
  });

  it('has a line with the place for each finding, errors and warnings, and counts them', async () => {
    folder.write('bad.asl.json', misspelt);
    const { code, out, err } = await folder.call(['validate', '@bad.asl.json']);
    expect({ code, err }).toEqual({ code: 1, err: '' });
    expect(out).toBe(
      `bad.asl.json:6:7: error: No state is named "Dnoe" here. Connect it to a state of the same Map, branch or machine. [MISSING_TRANSITION_TARGET]
bad.asl.json:8:5: error: Nothing leads to "Done". Connect a state to it. [MISSING_TRANSITION_TARGET]
1 file, 2 errors, 0 warnings
`,
    );
  });

  it('colours on a terminal alone', async () => {
    folder.write('bad.asl.json', misspelt);
    expect((await folder.call(['validate', '@bad.asl.json'])).out).not.toContain('\u001B');
    expect((await folder.call(['validate', '@bad.asl.json'], '', true)).out).toContain('\u001B[31merror:\u001B[0m');
  });

  // What people have their machines in, and the text at whose place the key "Next" of the misspelt target stands.
  it.each([
    ['YAML', 'a.asl.yaml', yaml, 'Next: Dnoe'],
    ['a block of a SAM template', 'b/template.yaml', `${resource}Definition:\n${indented(yaml, 8)}`, 'Next: Dnoe'],
    [
      'lines of text in CloudFormation',
      'c/stack.yaml',
      `${resource}DefinitionString: |\n${indented(json, 8)}\n`,
      '"Next"',
    ],
    ['an object of a template', 'd/template.json', inTemplate({ Definition: misspelt }), '"Next"'],
    [
      'a text in quotes',
      'e/answer.json',
      `{\n  "name": "m",\n  "definition": ${JSON.stringify(json)}\n}\n`,
      '\\"Next\\"',
    ],
    [
      'a text in quotes of one stroke',
      'f/answer.yaml',
      `name: m\ndefinition: '${JSON.stringify(misspelt)}'\n`,
      '"Next"',
    ],
    ['Serverless', 'g/serverless.yml', `${serverless}${indented(yaml, 8)}`, 'Next: Dnoe'],
    ['a heredoc of Terraform', 'h/main.tf', `${terraform}<<EOF\n${json}\nEOF\n}\n`, '"Next"'],
    // What is put together has no places of its own: there it is where the whole begins.
    [
      'pieces that CDK joins',
      'i/s.template.json',
      inTemplate({ DefinitionString: { 'Fn::Join': ['', [json.slice(0, 30), json.slice(30)]] } }),
      '{\n     "Fn::Join"',
    ],
    ['HCL', 'j/main.tf', `${terraform}jsonencode(${hcl})\n}\n`, '{ StartAt'],
  ])('finds the place in %s', async (_what, name, text, at) => {
    folder.write(name, text);
    const { out, code } = await folder.call(['validate', `@${name}`, '--json']);
    expect(code).toBe(1);
    const { findings } = JSON.parse(out) as { findings: { message: string; line: number; column: number }[] };
    const found = findings.find(({ message }) => message.includes('Dnoe'));
    const before = text.slice(0, text.indexOf(at)).split('\n');
    expect(text).toContain(at);
    expect(found).toMatchObject({ line: before.length, column: (before.at(-1) ?? '').length + 1 });
  });

  it('judges every machine of a template, or the one that is named', async () => {
    const machine = (Definition: object) => ({ Type: 'AWS::Serverless::StateMachine', Properties: { Definition } });
    folder.write('two/template.json', { Resources: { Good: machine(oneTask), Bad: machine(misspelt) } });
    const all = await folder.call(['validate', '@two/template.json']);
    expect(all).toMatchObject({
      code: 1,
      out: expect.stringContaining('error: Bad: No state is named "Dnoe"') as string,
    });
    expect(await folder.call(['validate', '@two/template.json', '--machine', 'Good'])).toMatchObject({ code: 0 });
    expect(await folder.call(['validate', '@two/template.json', '--machine', 'Bad'])).toMatchObject({ code: 1 });
  });

  it('takes patterns, each file once, and leaves sidecars out', async () => {
    folder.write('many/a.asl.json', oneTask);
    folder.write('many/deep/b.asl.yaml', yaml);
    folder.write('many/a.stepwright.json', { version: 1 });
    folder.write('many/node_modules/c.asl.json', misspelt);
    const { out } = await folder.call(['validate', '@many/**/*.json', '@many/a.asl.json', '@many/**/*.yaml']);
    expect(out).toContain('many/deep/b.asl.yaml:5:5: error: ');
    expect(out).toContain('2 files, 2 errors');
  });

  it('goes on where one file cannot be read, and ends with 3', async () => {
    folder.write('bad.asl.json', misspelt);
    const call = await folder.call(['validate', '@missing.json', '@bad.asl.json']);
    expect(call).toMatchObject({ code: 3, err: 'missing.json: there is no such file.\n' });
    expect(call.out).toContain('bad.asl.json:6:7: error: ');
  });

  it('reads standard input, JSON or YAML by what it begins with', async () => {
    const json = await folder.call(['validate', '-'], JSON.stringify(oneTask));
    expect(json).toMatchObject({ code: 0 });
    expect((await folder.call(['validate', '-'], yaml)).out).toContain('<stdin>:5:5: error: ');
    expect((await folder.call(['validate', '-'], '')).out).toContain('<stdin>:1:1: error: ');
  });

  it('takes the type of the sidecar, and of the option before it', async () => {
    const sync = {
      StartAt: 'A',
      States: {
        A: {
          Type: 'Task',
          Resource: 'arn:aws:states:::glue:startJobRun.sync',
          Parameters: { JobName: 'j' },
          End: true,
        },
      },
    };
    folder.write('express.asl.json', sync);
    expect(await folder.call(['validate', '@express.asl.json'])).toMatchObject({ code: 0 });
    expect(await folder.call(['validate', '@express.asl.json', '--type', 'express'])).toMatchObject({ code: 1 });
    folder.write('express.stepwright.json', { version: 1, type: 'EXPRESS' });
    expect(await folder.call(['validate', '@express.asl.json'])).toMatchObject({ code: 1 });
    expect(await folder.call(['validate', '@express.asl.json', '--type', 'STANDARD'])).toMatchObject({ code: 0 });
    expect(await folder.call(['validate', '@express.asl.json', '--type', 'FAST'])).toMatchObject({
      code: 2,
      err: expect.stringContaining('--type is STANDARD or EXPRESS, not "FAST".') as string,
    });
  });

  it('counts warnings with --strict: a key twice, a sidecar that cannot be read', async () => {
    folder.write('odd.asl.json', '{"StartAt": "A", "StartAt": "A", "States": {"A": {"Type": "Succeed"}}}');
    folder.write('odd.stepwright.json', Uint8Array.from([0xff, 0xff]));
    const call = await folder.call(['validate', '@odd.asl.json']);
    expect(call).toMatchObject({ code: 0, out: expect.stringContaining('1 file, 0 errors, 2 warnings') as string });
    expect(call.out).toContain('[DUPLICATE_KEY]');
    expect(call.out).toContain('[SIDECAR_UNREADABLE]');
    expect(await folder.call(['validate', '@odd.asl.json', '--strict'])).toMatchObject({ code: 1 });
  });

  it('writes SARIF', async () => {
    folder.write('a space/bad.asl.json', misspelt);
    const { code, out } = await folder.call(['validate', '@a space/bad.asl.json', '--sarif']);
    expect(code).toBe(1);
    const log = JSON.parse(out) as {
      version: string;
      runs: { tool: { driver: { rules: { id: string }[] } }; results: SarifResult[] }[];
    };
    expect(log.version).toBe('2.1.0');
    const [run] = log.runs;
    const [result] = run?.results ?? [];
    expect(result).toMatchObject({
      level: 'error',
      locations: [
        {
          physicalLocation: {
            artifactLocation: { uri: expect.stringMatching(/a%20space\/bad\.asl\.json$/) as string },
            region: { startLine: 6, startColumn: 7 },
          },
        },
      ],
    });
    expect(run?.tool.driver.rules[result?.ruleIndex ?? -1]?.id).toBe(result?.ruleId);
  });
});

interface SarifResult {
  readonly ruleId: string;
  readonly ruleIndex: number;
}
