import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { oneTask, TestFolder } from '../testing/callCommand';
import { commands } from './index';

let folder: TestFolder;
beforeAll(() => {
  folder = new TestFolder();
  folder.write('good.asl.json', oneTask);
  folder.write('folder/inside.asl.json', oneTask);
  folder.write('latin1.asl.json', Uint8Array.from([0x7b, 0x22, 0xe4, 0x22, 0x7d]));
  folder.write('broken.asl.json', '{\n  "StartAt": "A",\n  "States": { "A" "Type" }\n}\n');
  folder.write('broken.asl.yaml', 'StartAt: A\nStates: {A: {Type: Pass\n');
  folder.write('none.json', { name: 'orders', version: 1 });
  folder.write('list.json', [1, 2]);
  folder.write('stack.json', { Resources: { Bucket: { Type: 'AWS::S3::Bucket' } } });
  folder.write('good.stepwright.json', { version: 1, notes: { '/States/Done': 'x' } });
  const machine = { Type: 'AWS::Serverless::StateMachine', Properties: { Definition: oneTask } };
  folder.write('two.json', { Resources: { Orders: machine, Refunds: machine } });
  const elsewhere = { Type: machine.Type, Properties: { DefinitionUri: 'night.asl.json' } };
  folder.write('elsewhere.json', { Resources: { Night: elsewhere } });
});
afterAll(() => folder.remove());

/** Options that a command cannot do without. */
const needed: Readonly<Record<string, readonly string[]>> = {
  convert: ['--to', 'JSONata'],
  export: ['--format', 'svg'],
};

const noMachine = 'none.json:1:1: error: This is not a state machine: it has no States. Add "StartAt" and "States".';

/** What is wrong with the file, and the answer of every command that reads a workflow: exit code, then text. */
const wrongFiles: readonly (readonly [what: string, args: readonly string[], code: number, text: string])[] = [
  ['a file that is not there', ['@missing.asl.json'], 3, 'missing.asl.json: there is no such file.'],
  ['a file below a file', ['@none.json/x'], 3, 'none.json/x: there is no such file.'],
  ['a folder', ['@folder'], 3, 'folder: it is a folder. Name files in it, such as "folder/**/*.asl.json".'],
  ['bytes that are no text', ['@latin1.asl.json'], 3, '"latin1.asl.json" cannot be opened: it is not UTF-8 text.'],
  ['a pattern that matches nothing', ['@none/*.json'], 3, 'none/*.json: no file matches.'],
  ['broken JSON', ['@broken.asl.json'], 1, 'broken.asl.json:3:19: error: '],
  ['broken YAML', ['@broken.asl.yaml'], 1, 'broken.asl.yaml:'],
  ['an object that is no machine', ['@none.json'], 1, noMachine],
  [
    'a list',
    ['@list.json'],
    1,
    'list.json:1:1: error: A state machine is an object with StartAt and States; this is a list.',
  ],
  ['a template without a machine', ['@stack.json'], 1, 'stack.json:'],
  [
    'a machine that is in another file',
    ['@elsewhere.json'],
    1,
    'Night: Its definition is the file "night.asl.json". Open that one.',
  ],
  ['a sidecar', ['@good.stepwright.json'], 1, 'This is what is kept beside a workflow. Name the workflow.'],
  ['a machine that the template has not', ['@two.json', '--machine', 'Order'], 2, 'two.json holds Orders, Refunds.'],
  [
    'a machine in a file that is one',
    ['@good.asl.json', '--machine', 'X'],
    2,
    'good.asl.json is a state machine itself.',
  ],
  ['no file', [], 2, 'FILE'],
  [
    'an option that there is not',
    ['@good.asl.json', '--machin', 'x'],
    2,
    'There is no option --machin. Did you mean --machine?',
  ],
  ['an option without its value', ['@good.asl.json', '--machine'], 2, '--machine'],
  ['a value for a flag', ['@good.asl.json', '--json=1'], 2, '--json'],
];

const workflowCommands = ['validate', 'run', 'test', 'role', 'cost', 'convert', 'format', 'chances', 'export'];

describe.each(workflowCommands)('%s refuses', (command) => {
  it.each(wrongFiles)('%s', async (_what, args, code, text) => {
    const call = await folder.call([command, ...args, ...(needed[command] ?? [])]);
    // A machine elsewhere is nothing wrong; there is only nothing to judge.
    const isNote = command === 'validate' && /stepwright|elsewhere/.test(args[0] ?? '');
    expect({ code: call.code, told: call.out + call.err }).toEqual({
      code: isNote ? 0 : code,
      told: expect.stringContaining(text) as string,
    });
    // Findings are what validate is asked for; of the others nothing but the answer is heard.
    if (command !== 'validate') expect(call.out).toBe('');
  });

  it('standard input that is no text', async () => {
    const call = await folder.call([command, '-', ...(needed[command] ?? [])], Uint8Array.from([0xff, 0xfe]));
    expect(call.code).toBe(3);
    expect(call.err).toContain('<stdin>: it is not UTF-8 text.');
  });
});

describe.each(['run', 'role', 'cost', 'convert', 'chances'])('%s, which takes one machine, refuses', (command) => {
  it.each([
    ['several machines', ['@two.json'], 'two.json holds Orders, Refunds: choose one with --machine.'],
    ['several files', ['@good.asl.json', '@none.json'], 'none.json" is too much: this command takes one FILE.'],
    ['a pattern of several files', ['@*.json'], 'files; this command takes one.'],
  ])('%s', async (_what, args, text) => {
    const call = await folder.call([command, ...args, ...(needed[command] ?? [])]);
    expect(call).toEqual({ code: 2, out: '', err: expect.stringContaining(text) as string });
    expect(call.err).toContain(`See stepwright ${command} --help.`);
  });
});

describe('the command line', () => {
  it.each([
    [['nothing'], 2, 'There is no command "nothing".'],
    [['valdate'], 2, 'There is no command "valdate". Did you mean "validate"?'],
    [['help', 'nothing'], 2, 'There is no command "nothing".'],
    [[], 0, 'Usage: stepwright COMMAND'],
    [['help'], 0, 'Usage: stepwright COMMAND'],
    [['--help'], 0, 'Usage: stepwright COMMAND'],
    [['help', 'run'], 0, 'Usage: stepwright run FILE [options]'],
    [['run', '-h'], 0, 'Usage: stepwright run FILE [options]'],
  ])('%j', async (args, code, text) => {
    const call = await folder.call(args);
    expect(call.code).toBe(code);
    expect(call.out + call.err).toContain(text);
  });

  it.each(commands.map(({ name, summary }) => [name, summary]))(
    '%s has help with an example',
    async (name, summary) => {
      const { code, out } = await folder.call([name, '--help']);
      expect(code).toBe(0);
      expect(out).toContain(summary);
      expect(out).toMatch(new RegExp(`Examples:\\n {2}stepwright ${name}\\b`));
      expect(out).toContain('Exit codes: 0 in order, 1 findings, 2 wrong usage, 3 a file cannot be read or written.');
      for (const line of out.split('\n')) expect(line.length, line).toBeLessThanOrEqual(140);
    },
  );
});
