import { describe, expect, it } from 'vitest';
import { exportText, type WorkflowDocument } from '../document';
import { changeStateType } from '../edits/changeStateType';
import { deleteStates } from '../edits/deleteStates';
import { duplicateStates } from '../edits/duplicateStates';
import { moveStates } from '../edits/moveStates';
import { renameState } from '../edits/renameState';
import { reorder } from '../edits/reorder';
import { setFields } from '../edits/setFields';
import { unwrapState } from '../edits/unwrapState';
import { wrapStates } from '../edits/wrapStates';
import { parseDocument } from '../parse';
import { rootScope, statePath, type ScopePath } from '../paths';
import { read, textAfter } from '../testing/read';
import type { JsonPath, JsonValue } from '../../base/json';

const root = (name: string) => statePath(rootScope, name);
const set = (document: WorkflowDocument, at: JsonPath, value: JsonValue | undefined) =>
  textAfter(setFields.apply(document, { changes: [{ at, value }] }));

const template = `StartAt: Load
States:
  # Reads the order.
  Load:
    Type: Task   # in a function
    Resource: !GetAtt Loader.Arn   # from this stack
    Parameters:
      Table: !Ref Orders
      Names: !Split [",", !Ref Names]
      Share: {id: 9007199254740993, rate: 1.50}
    Next: Store
  Store:
    Type: Pass
    Result: !If
      - IsProd
      - 1.0
      - 2
    End: true
`;

describe('CloudFormation tags', () => {
  it('stay when their state is renamed', () => {
    const text = textAfter(renameState.apply(read(template), { state: root('Load'), to: 'Fetch' }));
    expect(text).toBe(template.replaceAll('Load:', 'Fetch:').replace('StartAt: Load', 'StartAt: Fetch'));
  });

  it('and comments and number texts move along into a container', () => {
    const text = textAfter(wrapStates.apply(read(template), { states: [root('Load')], in: 'Parallel' }));
    expect(text).toBe(`StartAt: Parallel
States:
  Parallel:
    Type: Parallel
    Branches:
      - StartAt: Load
        States:
          # Reads the order.
          Load:
            Type: Task   # in a function
            Resource: !GetAtt Loader.Arn   # from this stack
            Parameters:
              Table: !Ref Orders
              Names: !Split [",", !Ref Names]
              Share: {id: 9007199254740993, rate: 1.50}
            End: true
    Next: Store
  Store:
    Type: Pass
    Result: !If
      - IsProd
      - 1.0
      - 2
    End: true
`);
  });

  it('are in the copy too when a state is duplicated, and the original stays as it is', () => {
    const text = textAfter(duplicateStates.apply(read(template), { states: [root('Store')] }));
    const copy = template.slice(template.indexOf('  Store:')).replace('Store:', 'Store (2):');
    expect(text).toBe(template + copy);
  });

  it('stay when the neighbour is deleted', () => {
    const text = textAfter(deleteStates.apply(read(template), { states: [root('Load')] }));
    expect(text).toContain('    Result: !If\n      - IsProd\n      - 1.0\n      - 2\n');
    expect(text).not.toContain('Loader');
  });

  it('stand for placeholders, and stay with another one', () => {
    expect(read(template).definition['States']).toMatchObject({
      Load: { Resource: '${Loader.Arn}', Parameters: { Table: '${Orders}' } },
    });
    const text = set(read(template), ['States', 'Load', 'Resource'], '${Other.Arn}');
    expect(text).toBe(template.replace('Loader.Arn', 'Other.Arn'));
    const plain = set(read(template), ['States', 'Load', 'Resource'], 'arn:aws:states:::sns:publish');
    expect(plain).toBe(template.replace('!GetAtt Loader.Arn', 'arn:aws:states:::sns:publish'));
    const sub = template.replace('!GetAtt Loader.Arn', '!Sub "${Loader.Arn}:live"');
    expect(set(read(sub), ['States', 'Load', 'Resource'], '${Loader.Arn}:old')).toBe(
      sub.replace('"${Loader.Arn}:live"', '${Loader.Arn}:old'),
    );
    expect(set(read(template), ['States', 'Store', 'Result', 1], 3)).toBe(template.replace('- 1.0', '- 3'));
  });

  it.each([
    ['!Ref Orders', '${Orders}'],
    ['!GetAtt [Loader, Arn]', '${Loader.Arn}'],
    ['!GetAtt Loader.Arn', '${Loader.Arn}'],
    ['!Sub "arn:${AWS::Partition}:x"', 'arn:${AWS::Partition}:x'],
    ['!Sub ["a-${b}", {b: !Ref B}]', 'a-${b}'],
    ["!Join ['', ['arn:', !Ref 'AWS::Partition', ':x']]", 'arn:${AWS::Partition}:x'],
    ["!Join\n      - ''\n      - - a\n        - !Ref B", 'a${B}'],
    ['!ImportValue shared-arn', '${ImportValue shared-arn}'],
    ['!ImportValue\n      Fn::Sub: "${Stack}-arn"', { 'Fn::Sub': '${Stack}-arn' }],
    ['!FindInMap [Map, a, b]', '${FindInMap Map a b}'],
    ['!If [IsProd, 1, 2]', ['IsProd', 1, 2]],
    ['!Own text', 'text'],
  ])('are read: %s', (written, value) => {
    const text = `StartAt: A\nStates:\n  A:\n    Type: Pass\n    Result: ${written}\n    End: true\n`;
    const document = read(text);
    expect(document.definition['States']).toEqual({ A: { Type: 'Pass', Result: value, End: true } });
    const commented = set(document, ['States', 'A', 'Comment'], 'x');
    expect(commented).toBe(text.replace('    End', '    Comment: x\n    End'));
    const replaced = set(document, ['States', 'A', 'Result'], 7);
    expect(read(replaced).definition['States']).toEqual({ A: { Type: 'Pass', Result: 7, End: true } });
    expect(set(document, ['States', 'A', 'Type'], 'Succeed')).toBe(text.replace('Type: Pass', 'Type: Succeed'));
  });

  it('go when the value is no text any more', () => {
    const text = set(read(template), ['States', 'Load', 'Parameters', 'Table'], { a: 1 });
    expect(text).toBe(template.replace('      Table: !Ref Orders', '      Table:\n        a: 1'));
  });
});

const shared = `StartAt: A
States:
  A:
    Type: Task
    Resource: &fn arn:aws:lambda:us-east-1:123456789012:function:f
    Retry: &retry   # for all
      - ErrorEquals: [States.ALL]
        MaxAttempts: 2
    Next: B
  B:
    Type: Task
    Resource: *fn
    Retry: *retry   # the same
    Next: C
  C: {Type: Pass,   # flow
    Result: [1.0, 2], End: true}
`;

describe('anchors and aliases', () => {
  it('stay in an edit beside them', () => {
    expect(set(read(shared), ['States', 'B', 'Comment'], 'x')).toBe(
      shared.replace('# the same\n', '# the same\n    Comment: x\n'),
    );
    expect(textAfter(renameState.apply(read(shared), { state: root('B'), to: 'Z' }))).toBe(
      shared.replace('Next: B', 'Next: Z').replace('  B:', '  Z:'),
    );
  });

  it('are written out where what they mean changes', () => {
    const text = set(read(shared), ['States', 'A', 'Retry', 0, 'MaxAttempts'], 5);
    const [a, b] = [text.slice(0, text.indexOf('  B:')), text.slice(text.indexOf('  B:'))];
    expect(a).toBe(shared.slice(0, shared.indexOf('  B:')).replace('MaxAttempts: 2', 'MaxAttempts: 5'));
    expect(b).toContain('      - ErrorEquals: [States.ALL]\n        MaxAttempts: 2   # the same\n');
    expect(b).toContain('    Resource: *fn\n');
    expect(b).toContain(shared.slice(shared.indexOf('  C:')));
  });

  it('an alias that is edited is written out, and its anchor stays', () => {
    const text = set(read(shared), ['States', 'B', 'Retry', 0, 'MaxAttempts'], 5);
    expect(text).toContain('    Retry: &retry   # for all\n');
    expect(read(text).definition['States']).toMatchObject({ B: { Retry: [{ MaxAttempts: 5 }] } });
  });

  it('a copy has no anchor of its own', () => {
    const text = textAfter(duplicateStates.apply(read(shared), { states: [root('A')] }));
    expect(text.startsWith(shared.slice(0, shared.indexOf('  B:')))).toBe(true);
    expect(text).toContain('    Retry: *retry   # the same\n');
  });
});

describe('merge keys', () => {
  const merging = `x-base: &base {Type: Pass, End: true}   # for all
StartAt: A
States:
  A:
    <<: *base   # merged
    Comment: x
`;

  it('give the members of the map they name, and its own come first', () => {
    expect(read(merging).definition['States']).toEqual({ A: { Type: 'Pass', End: true, Comment: 'x' } });
    expect(read('b: &b {a: 1, c: 2}\nd: &d {a: 3}\nStates: {}\nm: {<<: [*b, *d], c: 4}\n').definition['m']).toEqual({
      a: 1,
      c: 4,
    });
  });

  it('stay in edits, of a merged member too', () => {
    expect(set(read(merging), ['States', 'A', 'Comment'], 'z')).toBe(merging.replace('Comment: x', 'Comment: z'));
    expect(set(read(merging), ['States', 'A', 'Type'], 'Succeed')).toBe(
      merging.replace('    <<: *base   # merged\n', '    <<: *base   # merged\n    Type: Succeed\n'),
    );
  });

  it('are written out when a member that they bring goes away', () => {
    const text = set(read(merging), ['States', 'A', 'End'], undefined);
    expect(read(text).definition['States']).toEqual({ A: { Type: 'Pass', Comment: 'x' } });
    expect(text).toContain('x-base: &base {Type: Pass, End: true}   # for all\n');
  });
});

describe('layout', () => {
  it('of braces over lines stays, with its comments', () => {
    expect(set(read(shared), ['States', 'C', 'Result', 1], 3)).toBe(shared.replace('[1.0, 2]', '[1.0, 3]'));
    expect(set(read(shared), ['States', 'C', 'Comment'], 'a, b')).toBe(
      shared.replace('[1.0, 2], End', '[1.0, 2], Comment: "a, b", End'),
    );
  });

  it('of a text in lines stays in lines', () => {
    const text =
      'StartAt: A\nStates:\n  A:\n    Type: Pass\n    Comment: |-   # long\n      one\n        two\n    End: true\n';
    expect(set(read(text), ['States', 'A', 'Comment'], 'one\n  three\n\nfour')).toBe(
      text.replace('        two\n', '        three\n\n      four\n'),
    );
  });

  it('of other documents of the file stays, and they are pointed out', () => {
    const file = 'StartAt: A\nStates:\n  A: {Type: Succeed}\n---\nStartAt:   B # other\n...\n';
    expect(set(read(file), ['Comment'], 'x')).toBe(file.replace('Succeed}\n', 'Succeed}\nComment: x\n'));
    expect(parseDocument({ text: file, format: 'yaml' })).toMatchObject({
      value: { warnings: [{ code: 'FURTHER_DOCUMENTS', line: 4 }] },
    });
  });

  it('of keys that stand twice stays when a neighbour is edited', () => {
    const twice = 'StartAt: A\nStates:\n  A: {Type: Pass}   # first\n  B:\n    Type: Pass\n  A: {Type: Succeed}\n';
    expect(set(read(twice), ['States', 'B', 'Comment'], 'x')).toBe(
      twice.replace('  B:\n    Type: Pass\n', '  B:\n    Type: Pass\n    Comment: x\n'),
    );
  });

  it('of list items moves with them', () => {
    const text = `StartAt: A
States:
  A:
    Type: Choice
    Choices:
      # the first
      - Variable: $.a   # a
        NumericEquals: 1.0
        Next: B
      - {Variable: $.b, NumericEquals: 1e2, Next: B}   # b
  B: {Type: Succeed}
`;
    const after = textAfter(reorder.apply(read(text), { at: ['States', 'A', 'Choices'], from: 0, to: 1 }));
    expect(after).toBe(`StartAt: A
States:
  A:
    Type: Choice
    Choices:
      - {Variable: $.b, NumericEquals: 1e2, Next: B}   # b
      # the first
      - Variable: $.a   # a
        NumericEquals: 1.0
        Next: B
  B: {Type: Succeed}
`);
  });

  it('of a state moves with it between scopes', () => {
    const text = `StartAt: A
States:
  A:
    # why
    Type: Pass
    Next: M
  M:
    Type: Map
    ItemProcessor:
      StartAt: I
      States:
        I: {Type: Pass, End: true}
    End: true
`;
    const scope = '/States/M/ItemProcessor' as ScopePath;
    expect(textAfter(moveStates.apply(read(text), { states: [root('A')], scope }))).toBe(`StartAt: M
States:
  M:
    Type: Map
    ItemProcessor:
      StartAt: I
      States:
        I: {Type: Pass, End: true}
        A:
          # why
          Type: Pass
          End: true
    End: true
`);
  });
});

describe('readers of YAML 1.1', () => {
  const plain = 'StartAt: A\nStates:\n  A:\n    Type: Pass\n    End: true\n';

  it.each([
    ...['yes', 'No', 'ON', 'off', 'y', 'N', 'true', 'null', '~', '=', '<<'],
    ...['1_000', '12:30:45', '12:30', '2026-11-25', '0o7', '010', '0x1F', '1e3', '.5', '+1', '-0', '.inf'],
  ])('see the text %s as a text, since it is quoted', (text) => {
    const after = set(read(plain), ['States', 'A', 'Comment'], text);
    expect(after).toBe(plain.replace('    End', `    Comment: ${JSON.stringify(text)}\n    End`));
    const json = `{"StartAt":${JSON.stringify(text)},"States":{${JSON.stringify(text)}:{"Type":"Succeed"}}}`;
    expect(exportText(read(json, 'json'), 'yaml')).toBe(
      `StartAt: ${JSON.stringify(text)}\nStates:\n  ${JSON.stringify(text)}:\n    Type: Succeed\n`,
    );
  });

  it('are understood where they read a boolean, with a warning', () => {
    const parsed = parseDocument({ text: plain.replace('true', 'yes'), format: 'yaml' });
    expect(parsed).toMatchObject({
      value: {
        document: { definition: { States: { A: { End: true } } } },
        warnings: [{ code: 'YAML_1_1_BOOLEAN', line: 5, column: 10 }],
      },
    });
    const kept = plain.replace('true', 'yes').replace('Pass', 'Succeed');
    expect(set(read(plain.replace('true', 'yes')), ['States', 'A', 'Type'], 'Succeed')).toBe(kept);
  });
});

describe('a comment', () => {
  it('beside what leads on stays when End takes its place, whatever goes with it', () => {
    const text = `StartAt: Load
States:
  Load:
    Type: Task
    Resource: arn:aws:states:::lambda:invoke
    Catch:
      - ErrorEquals: [States.ALL]
        Next: Store
    Next: Store   # where it is kept
  Store:
    Type: Succeed
`;
    expect(textAfter(deleteStates.apply(read(text), { states: [root('Store')] }))).toBe(`StartAt: Load
States:
  Load:
    Type: Task
    Resource: arn:aws:states:::lambda:invoke
    End: true   # where it is kept
`);
  });

  it('above the first state goes along into a container, with the number texts of all', () => {
    const text = `StartAt: Load
States:
  # Reads the order.
  Load:
    Type: Pass
    Result: 1e3
    Next: Store
  Store:
    Type: Pass
    Result: 12345678901234567890
    Next: Done
  Done:
    Type: Succeed
`;
    const wrapped = wrapStates.apply(read(text), { states: [root('Load'), root('Store')], in: 'Map' });
    expect(textAfter(wrapped)).toBe(`StartAt: Map
States:
  Map:
    Type: Map
    ItemProcessor:
      ProcessorConfig:
        Mode: INLINE
      StartAt: Load
      States:
        # Reads the order.
        Load:
          Type: Pass
          Result: 1e3
          Next: Store
        Store:
          Type: Pass
          Result: 12345678901234567890
          End: true
    Next: Done
  Done:
    Type: Succeed
`);
  });

  it('beside a key stays when all of its value changes', () => {
    const text =
      'StartAt: A\nStates:\n  A:   # first\n    Type: Pass\n    Result:   # what it gives\n      - 1\n    End: true\n';
    const at = ['States', 'A', 'Result'];
    expect(set(read(text), at, [])).toBe(
      text.replace('# what it gives\n      - 1', '[]   # what it gives').replace('Result:   []', 'Result: []'),
    );
    expect(set(read(text), at, { a: 1 })).toBe(text.replace('- 1', 'a: 1'));
  });

  it('and what comes into empty braces is written in lines', () => {
    const text = 'StartAt: A\nStates:\n  A:\n    Type: Choice\n    Choices: []   # none yet\n';
    const rule = { Variable: '$.a', IsNull: true, Next: 'A' };
    expect(set(read(text), ['States', 'A', 'Choices'], [rule])).toBe(
      'StartAt: A\nStates:\n  A:\n    Type: Choice\n    Choices:\n      - Variable: $.a\n        IsNull: true\n        Next: A   # none yet\n',
    );
  });
});

describe('an alias that would stand before its anchor', () => {
  it('is written out with its tags and number texts, and no tag elsewhere becomes a text', () => {
    const document = read(
      [
        'StartAt: Fork',
        'States:',
        '  Fork:',
        '    Type: Parallel',
        '    Branches:',
        '      - StartAt: A',
        '        States:',
        '          A:',
        '            Type: Task',
        '            Resource: !Ref Loader # of this stack',
        '            Retry: &often',
        '              - ErrorEquals: [States.ALL]',
        '                BackoffRate: 1.0',
        '            End: true',
        '      - StartAt: B',
        '        States:',
        '          B: { Type: Task, Resource: !Ref Loader, Retry: [], End: true }',
        '      - StartAt: C',
        '        States:',
        '          C:',
        '            Type: Task',
        '            Resource: !Ref Loader',
        '            Retry: *often',
        '            End: true',
        '    End: true',
        '',
      ].join('\n'),
      'yaml',
    );
    const text = textAfter(reorder.apply(document, { at: ['States', 'Fork', 'Branches'], from: 2, to: 0 }));
    expect(text.match(/!Ref Loader/g)).toHaveLength(3);
    expect(text).toContain('# of this stack');
    expect(text.match(/BackoffRate: 1\.0/g)).toHaveLength(2);
    expect(text).not.toContain('often');
  });
});

describe('a state of another type', () => {
  it('keeps what it keeps as it was written, with what stands beside it', () => {
    const document = read(
      [
        'StartAt: A',
        'States:',
        '  A:',
        '    Type: Task',
        '    Resource: !Ref Loader',
        '    Retry: &often # at night',
        '      - ErrorEquals: ["States.ALL"]',
        '        BackoffRate: 1.0',
        '    Next: "B" # then',
        '  B:',
        '    Type: Succeed',
        '',
      ].join('\n'),
    );
    const template = { Type: 'Map', ItemProcessor: { StartAt: '', States: {} } };
    const text = textAfter(changeStateType.apply(document, { state: root('A'), template, keep: ['Retry'] }));
    expect(text).toContain(
      '    Retry: &often # at night\n      - ErrorEquals: ["States.ALL"]\n        BackoffRate: 1.0\n',
    );
    expect(text).toContain('    Next: "B" # then\n');
    expect(text).not.toMatch(/ $/m);
  });
});

describe('a copy of a state', () => {
  it('is another one than the original: its comments move with it', () => {
    const document = read(
      [
        '{',
        '  "StartAt": "A",',
        '  "States": {',
        '    // about A',
        '    "A": { "Type": "Pass", "End": true }',
        '  }',
        '}',
      ].join('\n'),
      'json',
    );
    const copied = duplicateStates.apply(document, { states: [root('A')] });
    if (!copied.ok) throw new Error(copied.problem.message);
    const text = textAfter(wrapStates.apply(copied.value.document, { states: [root('A (2)')], in: 'Parallel' }));
    expect(text.match(/about A/g)).toHaveLength(2);
  });
});

describe('a state that is unwrapped', () => {
  it('brings the comments about it along', () => {
    const inner = '{ "Type": "Pass", "End": true }';
    const document = read(
      [
        '{',
        '  "StartAt": "Around",',
        '  "States": {',
        '    "Around": {',
        '      "Type": "Parallel",',
        '      "Branches": [',
        '        {',
        '          "StartAt": "A",',
        '          "States": {',
        '            // about A',
        `            "A": ${inner}`,
        '          }',
        '        }',
        '      ],',
        '      "End": true',
        '    }',
        '  }',
        '}',
      ].join('\n'),
      'json',
    );
    const text = textAfter(unwrapState.apply(document, { state: root('Around') }));
    expect(text).toContain(`    // about A\n    "A": ${inner}`);
  });
});

describe('another value under another key', () => {
  it('is not set as the one that stood there', () => {
    const document = read(
      [
        '{',
        '  "StartAt": "Old",',
        '  "States": {',
        '    "Old": {',
        '      "Type": "Parallel",',
        '      "Branches": [',
        '        { "StartAt": "In", "States": { "In": { "Type": "Pass", "Result": ["a", 1], "End": true } } }',
        '      ],',
        '      "End": true',
        '    }',
        '  }',
        '}',
      ].join('\n'),
      'json',
    );
    const text = textAfter(wrapStates.apply(document, { states: [root('Old')], in: 'Parallel' }));
    expect(text).not.toContain('"Branches": [{');
    expect(text).toContain(
      '{ "StartAt": "In", "States": { "In": { "Type": "Pass", "Result": ["a", 1], "End": true } } }',
    );
  });
});
