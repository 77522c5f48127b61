import { describe, expect, it } from 'vitest';
import { jsonText } from '../base/index';
import { validateDefinition } from '../validation/index';
import type { SourceFormat } from './document';
import { parseDocument } from './parse';
import { filledDefinition, placeholdersOf } from './placeholders';
import { parseSidecar, printSidecar } from './sidecar';

function read(text: string, placeholders: Record<string, string> = {}, format: SourceFormat = 'json') {
  const parsed = parseDocument({ text, format, sidecar: JSON.stringify({ version: 1, placeholders }) });
  if (!parsed.ok) throw new Error(parsed.problem.message);
  return parsed.value.document;
}

const machine = `{
  "StartAt": "Wait",
  "States": {
    "Wait": { "Type": "Wait", "Seconds": \${wait}, "Next": "Call" },
    "Call": {
      "Type": "Task",
      "Resource": "\${FunctionArn}",
      "Parameters": { "table": "\${Stage}-orders", "wait": "\${wait}", "rate": 1.0 },
      "End": true
    }
  }
}`;

describe('placeholders', () => {
  it('are found once each, and whether one stands for a whole value', () => {
    expect(placeholdersOf(read(machine))).toEqual([
      { name: 'wait', isValue: true },
      { name: 'FunctionArn', isValue: false },
      { name: 'Stage', isValue: false },
    ]);
  });

  it('take their values in one pass: a value without quotes is JSON, all others are text', () => {
    const values = { wait: '5', Stage: '${wait}"x', FunctionArn: 'arn:aws:lambda:eu-west-1:123456789012:function:f' };
    expect(jsonText(filledDefinition(read(machine, values)))).toBe(
      '{"StartAt":"Wait","States":{"Wait":{"Type":"Wait","Seconds":5,"Next":"Call"},"Call":{"Type":"Task",' +
        '"Resource":"arn:aws:lambda:eu-west-1:123456789012:function:f",' +
        '"Parameters":{"table":"${wait}\\"x-orders","wait":"5","rate":1.0},"End":true}}}',
    );
  });

  it('that have no value stay', () => {
    expect(filledDefinition(read(machine))).toMatchObject({
      States: { Wait: { Seconds: '${wait}' }, Call: { Parameters: { table: '${Stage}-orders' } } },
    });
    expect(filledDefinition(read(machine, { wait: 'soon' }))).toMatchObject({ States: { Wait: { Seconds: 'soon' } } });
  });

  it('of YAML may be tags', () => {
    const text =
      'StartAt: W\nStates:\n  W:\n    Type: Wait\n    Seconds: !Ref Delay\n    Comment: !Sub "${Delay} s"\n    End: true\n';
    const document = read(text, { Delay: '7' }, 'yaml');
    expect(placeholdersOf(document)).toEqual([{ name: 'Delay', isValue: true }]);
    expect(filledDefinition(document)).toMatchObject({ States: { W: { Seconds: 7, Comment: '7 s' } } });
  });

  it('may be functions of CloudFormation in their long form, where a Resource is', () => {
    const text =
      'StartAt: A\nStates:\n  A:\n    Type: Task\n    Resource:\n      Fn::GetAtt: [hello, Arn]\n    Parameters: {Ref: x}\n    End: true\n';
    const document = read(text, { 'hello.Arn': 'arn:aws:lambda:eu-west-1:123456789012:function:hello' }, 'yaml');
    expect(placeholdersOf(document)).toEqual([{ name: 'hello.Arn', isValue: true }]);
    expect(filledDefinition(document)).toMatchObject({
      States: { A: { Resource: 'arn:aws:lambda:eu-west-1:123456789012:function:hello', Parameters: { Ref: 'x' } } },
    });
    expect(filledDefinition(read(text, {}, 'yaml'))).toMatchObject({ States: { A: { Resource: '${hello.Arn}' } } });
    expect(validateDefinition(document.definition).every(({ severity }) => severity === 'warning')).toBe(true);
  });

  it('are not what JSONata and templates mean otherwise', () => {
    const text = JSON.stringify({
      States: { A: { Output: '{% $${kind: $sum(price)} & "${Stage}" %}', Comment: '$${a} ${!b} ${c d}' } },
    });
    expect(placeholdersOf(read(text)).map(({ name }) => name)).toEqual(['Stage', 'c d']);
  });

  it('have values in the sidecar', () => {
    const { sidecar } = read(machine, { wait: '5' });
    expect(parseSidecar(printSidecar(sidecar) ?? '')).toMatchObject({
      ok: true,
      value: { placeholders: { wait: '5' } },
    });
  });

  it('are no breach where another value would be one', () => {
    expect(validateDefinition(read(machine).definition)).toEqual([]);
    const long = { StartAt: 'A', States: { A: { Type: 'Task', Resource: { 'Fn::GetAtt': ['F', 'Arn'] }, End: true } } };
    expect(validateDefinition(long)).toEqual([]);
    const wrong = { StartAt: 'A', States: { A: { Type: 'Task', Resource: { Name: 'F' }, End: true } } };
    expect(validateDefinition(wrong).some(({ severity }) => severity === 'error')).toBe(true);
  });
});
