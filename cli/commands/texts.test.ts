import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { oneTask, TestFolder } from '../testing/callCommand';

let folder: TestFolder;
beforeAll(() => {
  folder = new TestFolder();
});
afterAll(() => folder.remove());
const textOf = (name: string) => readFileSync(join(folder.path, name), 'utf8');

const path = {
  StartAt: 'Pick',
  States: { Pick: { Type: 'Pass', Parameters: { 'id.$': '$.order.id' }, End: true } },
};

describe('format', () => {
  const crooked = '{ "StartAt": "A",   // first\n "States": {"A": {"Type": "Succeed"} } }\n';

  it('writes one file to standard output, comments included, and leaves it', async () => {
    folder.write('one.asl.json', crooked);
    const { code, out } = await folder.call(['format', '@one.asl.json']);
    expect(code).toBe(0);
    expect(out).toBe(
      '{\n  "StartAt": "A", // first\n  "States": {\n    "A": {\n      "Type": "Succeed"\n    }\n  }\n}\n',
    );
    expect(textOf('one.asl.json')).toBe(crooked);
    expect(await folder.call(['format', '-'], crooked)).toEqual({ code, out, err: '' });
  });

  it('checks, writes, and then finds everything in order', async () => {
    folder.write('two/a.asl.json', crooked);
    folder.write('two/b.asl.yaml', 'StartAt:   A\nStates: {A: {Type: Succeed}}\n');
    const told = 'two/a.asl.json: not in regular layout\ntwo/b.asl.yaml: not in regular layout\n';
    expect(await folder.call(['format', '@two/*', '--check'])).toEqual({ code: 1, out: told, err: '' });
    expect(await folder.call(['format', '@two/*'])).toMatchObject({ code: 1 });
    expect(await folder.call(['format', '@two/*', '--write'])).toMatchObject({ code: 0 });
    expect(textOf('two/b.asl.yaml')).toBe('StartAt: A\nStates: { A: { Type: Succeed } }\n');
    expect(await folder.call(['format', '@two/*', '--check'])).toEqual({ code: 0, out: '', err: '' });
    const json = await folder.call(['format', '@two/*', '--json']);
    expect(JSON.parse(json.out)).toMatchObject([{ changed: false }, { changed: false }]);
  });

  it('sets the machines of a template and nothing else', async () => {
    const before = `Resources:
  Night: {Type: AWS::Serverless::StateMachine,   Properties: {DefinitionUri: night.json}}
  Orders:
    Type: AWS::Serverless::StateMachine
    Properties:
      Definition:
        StartAt:   A
        States: {A: {Type: Succeed}}
  Refunds:
    Type: AWS::Serverless::StateMachine
    Properties:
      Definition:
        StartAt:   B
        States: {B: {Type: Succeed}}
`;
    folder.write('template.yaml', before);
    const { out } = await folder.call(['format', '@template.yaml']);
    const one = before
      .replace('StartAt:   A', 'StartAt: A')
      .replace('{A: {Type: Succeed}}', '{ A: { Type: Succeed } }');
    expect(out).toBe(
      one.replace('StartAt:   B', 'StartAt: B').replace('{B: {Type: Succeed}}', '{ B: { Type: Succeed } }'),
    );
    expect((await folder.call(['format', '@template.yaml', '--machine', 'Orders'])).out).toBe(one);
  });

  it('leaves a machine that is put together, and says so', async () => {
    const joined = { 'Fn::Join': ['', ['{"StartAt":"A","States":{"A":', '{"Type":"Succeed"}}}']] };
    const resource = { Type: 'AWS::StepFunctions::StateMachine', Properties: { DefinitionString: joined } };
    folder.write('cdk.template.json', { Resources: { M: resource } });
    const call = await folder.call(['format', '@cdk.template.json', '--check']);
    expect(call).toMatchObject({
      code: 0,
      err: 'cdk.template.json (M) stays as it is: it is put together of several pieces.\n',
    });
  });

  it.each([
    [['@one.asl.json', '--write', '--check'], '--write and --check do not go together.'],
    [['-', '--write'], 'Standard input cannot be written: leave --write out.'],
  ])('refuses %j', async (args, text) => {
    expect(await folder.call(['format', ...args])).toMatchObject({
      code: 2,
      err: expect.stringContaining(text) as string,
    });
  });
});

describe('convert', () => {
  it('writes the machine in the other language, and tells what differs', async () => {
    folder.write('pick.asl.json', path);
    const { code, out, err } = await folder.call(['convert', '@pick.asl.json', '--to', 'jsonata']);
    expect(code).toBe(0);
    expect(JSON.parse(out)).toEqual({
      QueryLanguage: 'JSONata',
      StartAt: 'Pick',
      States: { Pick: { Type: 'Pass', Output: { id: '{% $states.input.order.id %}' }, End: true } },
    });
    expect(err).toContain(
      'Pick: Parameters: Where a path leads nowhere or a value has the wrong type, JSONPath fails with',
    );
    const back = await folder.call(['convert', '-', '--to', 'JSONPath'], out);
    expect(JSON.parse(back.out)).toEqual(path);
  });

  it('ends with 1 where a state stays, and says why', async () => {
    const random = { ...path, States: { Pick: { Type: 'Pass', Parameters: { 'all.$': '$..id' }, End: true } } };
    folder.write('deep.asl.json', random);
    const { code, err, out } = await folder.call(['convert', '@deep.asl.json', '--to', 'JSONata', '--json']);
    const told = JSON.parse(out) as { text: string; unconverted: { name: string; why: string }[] };
    expect({ code, err, states: told.unconverted.map(({ name }) => name) }).toEqual({
      code: 1,
      err: '',
      states: ['Pick'],
    });
    expect(JSON.parse(told.text)).toMatchObject({ States: { Pick: { Type: 'Pass' } } });
    const { err: sentence } = await folder.call(['convert', '@deep.asl.json', '--to', 'JSONata']);
    expect(sentence).toContain(`Pick stays as it is: ${told.unconverted[0]?.why}\n`);
  });

  it('changes the machine in its template with --write', async () => {
    const machine = (Definition: object) => ({ Type: 'AWS::Serverless::StateMachine', Properties: { Definition } });
    folder.write('t.json', { Resources: { Pick: machine(path), Other: machine(oneTask) }, Outputs: { x: 1.5 } });
    const before = JSON.parse(textOf('t.json')) as { Resources: object };
    const call = await folder.call(['convert', '@t.json', '--machine', 'Pick', '--to', 'JSONata', '--write']);
    expect(call).toMatchObject({ code: 0, out: '' });
    const after = JSON.parse(textOf('t.json')) as { Resources: { Pick: { Properties: { Definition: object } } } };
    expect(after.Resources.Pick.Properties.Definition).toMatchObject({ QueryLanguage: 'JSONata' });
    expect({ ...after, Resources: { ...after.Resources, Pick: machine(path) } }).toEqual(before);
  });

  it.each([
    [['@pick.asl.json'], 2, '--to is missing: JSONata or JSONPath.'],
    [['@pick.asl.json', '--to', 'SQL'], 2, '--to is JSONata or JSONPath, not "SQL".'],
    [['-', '--to', 'JSONata', '--write'], 2, 'Standard input cannot be written: leave --write out.'],
    [
      ['@cdk.template.json', '--to', 'JSONata', '--write'],
      1,
      'it is put together of several pieces. Leave --write out.',
    ],
  ])('refuses %j', async (args, code, text) => {
    expect(await folder.call(['convert', ...args])).toEqual({
      code,
      out: '',
      err: expect.stringContaining(text) as string,
    });
  });
});
