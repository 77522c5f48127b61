import { describe, expect, it } from 'vitest';
import type { SdkCatalogue } from '../../services/index';
import { chosen, inJsonata, labelsOf, machine, marked } from '../testing/marked';
import type { Knowledge } from '../contract';
import { completionAt } from './completion';

function labelsAt(text: string, format: 'json' | 'yaml' = 'json', knowledge: Knowledge = {}) {
  const { index, offset } = marked(text, format);
  return labelsOf(completionAt(index, offset, knowledge));
}

function choose(text: string, label: string, format: 'json' | 'yaml' = 'json', knowledge: Knowledge = {}) {
  const at = marked(text, format);
  return chosen(at, completionAt(at.index, at.offset, knowledge), label);
}

const glue = '"Type": "Task", "Resource": "arn:aws:states:::glue:startJobRun.sync"';

describe('fields', () => {
  it('are those of the state type and of the query language', () => {
    const fields = labelsAt(machine('{ "Type": "Wait", ‸ }'));
    expect(fields).toEqual([
      'Seconds',
      'Timestamp',
      'SecondsPath',
      'TimestampPath',
      'InputPath',
      'OutputPath',
      'Assign',
      'Next',
      'End',
      'Comment',
      'QueryLanguage',
    ]);
    expect(labelsAt(machine('{ "Type": "Wait", ‸ }', inJsonata))).toEqual([
      'Seconds',
      'Timestamp',
      'Output',
      'Assign',
      'Next',
      'End',
      'Comment',
      'QueryLanguage',
    ]);
    expect(labelsAt(machine('{ "Type": "Choice", "Choices": [], ‸ }'))).toContain('Default');
  });

  it('of a state without a type are Type and what all states have', () => {
    expect(labelsAt(machine('{ ‸ }'))).toEqual(['Type', 'Comment', 'QueryLanguage']);
  });

  it.each([
    ['the machine', '{ ‸ }', ['StartAt', 'States', 'Comment', 'QueryLanguage', 'TimeoutSeconds', 'Version']],
    ['a branch', machine('{ "Type": "Parallel", "Branches": [{ ‸ }] }'), ['StartAt', 'States', 'Comment']],
    [
      'a processor',
      machine('{ "Type": "Map", "ItemProcessor": { "States": {}, ‸ } }'),
      ['StartAt', 'Comment', 'ProcessorConfig'],
    ],
    [
      'its configuration',
      machine('{ "Type": "Map", "ItemProcessor": { "ProcessorConfig": { ‸ } } }'),
      ['Mode', 'ExecutionType'],
    ],
    [
      'a batcher',
      machine('{ "Type": "Map", "ItemBatcher": { ‸ } }', inJsonata),
      ['MaxItemsPerBatch', 'MaxInputBytesPerBatch', 'BatchInput'],
    ],
    [
      'a catcher',
      machine('{ "Type": "Task", "Catch": [{ "ErrorEquals": [], ‸ }] }'),
      ['Next', 'ResultPath', 'Assign', 'Comment'],
    ],
    [
      'a retrier',
      machine('{ "Type": "Task", "Retry": [{ "ErrorEquals": [], "MaxAttempts": 1, ‸ }] }'),
      ['IntervalSeconds', 'BackoffRate', 'MaxDelaySeconds', 'JitterStrategy', 'Comment'],
    ],
    [
      'a rule of JSONata',
      machine('{ "Type": "Choice", "Choices": [{ ‸ }] }', inJsonata),
      ['Next', 'Condition', 'Assign', 'Output', 'Comment'],
    ],
  ])('of %s', (_what, text, fields) => {
    expect(labelsAt(text)).toEqual(fields);
  });

  it('of a rule of JSONPath are the operators, also inside And and Not', () => {
    const inner = labelsAt(
      machine('{ "Type": "Choice", "Choices": [{ "And": [{ "Not": { "Variable": "$.a", ‸ } }] }] }'),
    );
    expect(inner).toContain('NumericGreaterThanEqualsPath');
    expect(inner).not.toContain('Variable');
  });

  it('are the arguments of the call, and in JSONPath the same by a path', () => {
    const fields = labelsAt(machine(`{ ${glue}, "Parameters": { "Arguments": {}, ‸ }, "End": true }`));
    expect(fields.slice(0, 3)).toEqual(['JobName', 'JobName.$', 'JobRunQueuingEnabled']);
    expect(fields).not.toContain('Arguments');
    expect(labelsAt(machine(`{ ${glue}, "Arguments": { ‸ } }`, inJsonata))).not.toContain('JobName.$');
  });

  it('are the arguments of an SDK action once the catalogue knows it, at any depth', () => {
    const catalogue: SdkCatalogue = {
      services: () => ['glue'],
      actions: () => ['getJob'],
      fields: (service, action) =>
        service === 'glue' && action === 'getJob'
          ? [
              {
                name: 'Filter',
                required: true,
                type: { kind: 'object', fields: [{ name: 'State', type: { kind: 'enum', values: ['ON', 'OFF'] } }] },
              },
            ]
          : null,
      result: () => null,
    };
    const task = (args: string) =>
      machine(`{ "Type": "Task", "Resource": "arn:aws:states:::aws-sdk:glue:getJob", "Parameters": ${args} }`);
    expect(labelsAt(task('{ ‸ }'), 'json', { catalogue })).toEqual(['Filter', 'Filter.$']);
    expect(labelsAt(task('{ "Filter": { ‸ } }'), 'json', { catalogue })).toEqual(['State', 'State.$']);
    expect(labelsAt(task('{ "Filter": { "State": "‸" } }'), 'json', { catalogue })).toEqual(['ON', 'OFF']);
    expect(labelsAt(task('{ ‸ }'))).toEqual([]);
  });

  it('are not those that what is there rules out', () => {
    const fields = labelsAt(machine('{ "Type": "Wait", "SecondsPath": "$.s", "End": true, ‸ }'));
    expect(fields).toEqual(['InputPath', 'OutputPath', 'Assign', 'Comment', 'QueryLanguage']);
  });

  it('where people choose the names are none', () => {
    expect(labelsAt(machine('{ "Type": "Pass", "Assign": { ‸ } }'))).toEqual([]);
    expect(labelsAt(machine('{ "Type": "Pass", "Result": { ‸ } }'))).toEqual([]);
  });
});

describe('a chosen field', () => {
  it.each([
    ['between members', '{\n      "Type": "Task",\n      ‸\n      "End": true\n    }', 'Resource', '"Resource": "‸",'],
    [
      'at the end, with the comma that is missing',
      '{\n      "Type": "Task"\n      ‸\n    }',
      'Resource',
      '"Type": "Task",\n"Resource": "‸"',
    ],
    ['over what was begun', '{\n      "Type": "Task",\n      "Re‸"\n    }', 'Resource', '"Resource": "‸"'],
    [
      'over a quote that is open',
      '{\n      "Type": "Task",\n      "‸\n      "End": true\n    }',
      'Resource',
      '"Resource": "‸",',
    ],
    [
      'in place of a key, whose value stays',
      '{\n      "Type": "Task",\n      "Resou‸rc": "x"\n    }',
      'Resource',
      '"Resource"‸: "x"',
    ],
    [
      'with what a call needs',
      `{\n      ${glue},\n      ‸\n    }`,
      'Parameters',
      '"Parameters": {\n"JobName": "my-glue-job"\n}‸',
    ],
    ['that holds a list', '{\n      "Type": "Task",\n      ‸\n    }', 'Retry', '"Retry": [‸]'],
    ['that ends', '{\n      "Type": "Pass",\n      ‸\n    }', 'End', '"End": true‸'],
  ])('%s', (_where, state, label, text) => {
    expect(choose(machine(state), label)).toBe(text);
  });

  it('of JSONata is an expression to write', () => {
    expect(choose(machine('{\n      "Type": "Pass",\n      ‸\n    }', inJsonata), 'Output')).toBe(
      '"Output": "{% ‸ %}"',
    );
  });

  it('in States is a new state under a free name', () => {
    const text = '{\n  "States": {\n    "Pass": { "Type": "Pass" },\n    ‸\n  }\n}';
    expect(choose(text, 'Pass (2)')).toBe('"Pass (2)": {\n"Type": "Pass"\n}‸');
  });
});

describe('in YAML', () => {
  const yaml = (state: string) => `StartAt: A\nStates:\n  A:\n${state}\n  B:\n    Type: Succeed\n`;

  it.each([
    ['on an empty line', '    Type: Task\n    ‸', 'Resource', 'Resource: ‸'],
    ['of a word between members', '    Type: Task\n    Re‸\n    End: true', 'Resource', 'Resource: ‸'],
    ['of the first word of a state', '    Ty‸', 'Type', 'Type: ‸'],
    [
      'below a key without a value',
      '    Type: Map\n    ItemBatcher:\n      ‸',
      'MaxItemsPerBatch',
      'MaxItemsPerBatch: ‸',
    ],
    [
      'in an item of a list',
      '    Type: Task\n    Retry:\n      - ErrorEquals: [States.ALL]\n        Max‸',
      'MaxAttempts',
      'MaxAttempts: ‸',
    ],
    [
      'that is an object',
      `    Type: Task\n    Resource: arn:aws:states:::glue:startJobRun.sync\n    ‸`,
      'Parameters',
      'Parameters:\nJobName: my-glue-job‸',
    ],
  ])('a field %s', (_where, state, label, text) => {
    expect(choose(yaml(state), label, 'yaml')).toBe(text);
  });

  it('a large text is read near the cursor alone, and offers the same', () => {
    const states = Array.from(
      { length: 1500 },
      (_, index) => `  S${index}:\n    Type: Pass\n    Comment: ${'x'.repeat(20)}\n    End: true\n`,
    );
    const text = `StartAt: A\nStates:\n${states.join('')}  A:\n    Type: Task\n    Re‸\n    End: true\n`;
    expect(choose(text, 'Resource', 'yaml')).toBe('Resource: ‸');
    const next = text.replace('Re‸', 'Next: ‸\n    - ');
    expect(labelsAt(next, 'yaml')).toEqual([...states.map((_, index) => `S${index}`), 'A']);
  });

  it('values are plain where they can be', () => {
    expect(choose(yaml('    Type: Task\n    Next: ‸'), 'B', 'yaml')).toBe('Next: B‸');
    expect(choose(yaml('    Type: Task\n    Retry:\n      - ErrorEquals:\n          - ‸'), 'States.ALL', 'yaml')).toBe(
      '- States.ALL‸',
    );
    expect(choose(yaml('    Type: Task\n    Retry:\n      - ErrorEquals: [‸]'), 'States.ALL', 'yaml')).toBe(
      '- ErrorEquals: ["States.ALL"‸]',
    );
  });

  it('the states of a scope stand in it alone', () => {
    const text =
      'StartAt: P\nStates:\n  P:\n    Type: Parallel\n    Branches:\n      - StartAt: ‸\n        States:\n          X:\n            Type: Pass\n    Next: Z\n  Z:\n    Type: Succeed\n';
    expect(labelsAt(text, 'yaml')).toEqual(['X']);
  });
});

describe('values', () => {
  it('of transitions are the states of the scope, the own one last', () => {
    expect(labelsAt(machine('{ "Type": "Pass", "Next": ‸ }'))).toEqual(['B', 'A']);
    expect(labelsAt('{ "StartAt": "‸", "States": { "A": {}, "B": {} } }')).toEqual(['A', 'B']);
    expect(
      labelsAt(machine('{ "Type": "Map", "Next": "B", "ItemProcessor": { "StartAt": "‸", "States": { "In": {} } } }')),
    ).toEqual(['In']);
    expect(labelsAt(machine('{ "Type": "Choice", "Choices": [{ "Next": "‸" }], "Default": "B" }'))).toEqual(['B', 'A']);
  });

  it.each([
    ['Type', '{ "Type": "‸" }', ['Task', 'Choice', 'Wait', 'Parallel', 'Map', 'Pass', 'Succeed', 'Fail']],
    ['QueryLanguage', '{ "Type": "Pass", "QueryLanguage": "‸" }', ['JSONata', 'JSONPath']],
    ['End', '{ "Type": "Pass", "End": ‸ }', ['true', 'false']],
    ['JitterStrategy', '{ "Type": "Task", "Retry": [{ "JitterStrategy": "‸" }] }', ['FULL', 'NONE']],
    ['Mode', '{ "Type": "Map", "ItemProcessor": { "ProcessorConfig": { "Mode": "‸" } } }', ['INLINE', 'DISTRIBUTED']],
    [
      'an argument with an enumeration',
      `{ ${glue}, "Parameters": { "WorkerType": "‸" } }`,
      ['Standard', 'G.1X', 'G.2X', 'G.025X', 'G.4X', 'G.8X', 'Z.2X', 'G.12X', 'G.16X', 'R.1X', 'R.2X', 'R.4X', 'R.8X'],
    ],
  ])('of %s', (_field, state, values) => {
    expect([...labelsAt(machine(state))].sort()).toEqual([...values].sort());
  });

  it('of ErrorEquals are the errors of the service first, without those that are listed', () => {
    const names = labelsAt(machine(`{ ${glue}, "Retry": [{ "ErrorEquals": ["States.ALL", "‸"] }] }`));
    expect(names[0]).toMatch(/^Glue\./);
    expect(names).toContain('States.Timeout');
    expect(names).not.toContain('States.ALL');
  });

  it('of Resource are all calls, those of the SDK by service and action', () => {
    const task = (resource: string) => machine(`{ "Type": "Task", "Resource": "${resource}‸" }`);
    const catalogue: SdkCatalogue = {
      services: () => ['glue', 'zeta'],
      actions: (name) => (name === 'zeta' ? ['listThings'] : []),
      fields: () => null,
      result: () => null,
    };
    expect(labelsAt(task(''))).toEqual(
      expect.arrayContaining(['arn:aws:states:::glue:startJobRun.sync', 'arn:aws:states:::aws-sdk:']),
    );
    expect(labelsAt(task('arn:aws:states:::aws-sdk:ze'), 'json', { catalogue })).toContain(
      'arn:aws:states:::aws-sdk:zeta:',
    );
    expect(labelsAt(task('arn:aws:states:::aws-sdk:zeta:'), 'json', { catalogue })).toEqual([
      'arn:aws:states:::aws-sdk:zeta:listThings',
    ]);
  });
});

describe('expressions', () => {
  const data = (state: string) =>
    state === 'A'
      ? { input: { order: { id: 7, lines: [{ sku: 'x' }] }, 'ship to': 'here' }, result: { Payload: { ok: true } } }
      : undefined;
  const pass = (output: string) => machine(`{\n      "Type": "Pass",\n      "Output": "${output}"\n    }`, inJsonata);
  const task = (field: string) =>
    machine(`{ "Type": "Task", "Resource": "arn:aws:states:::lambda:invoke", ${field} }`, inJsonata);

  it('members of $states are those of the stage', () => {
    expect(labelsAt(pass('{% $states.‸ %}'))).toEqual(['input', 'context']);
    expect(labelsAt(task('"Output": "{% $states.‸ %}"'))).toEqual(['input', 'result', 'context']);
    expect(labelsAt(task('"Arguments": { "x": "{% $states.‸ %}" }'))).toEqual(['input', 'context']);
    expect(labelsAt(task('"Catch": [{ "Output": "{% $states.‸ %}" }]'))).toEqual(['input', 'errorOutput', 'context']);
    expect(labelsAt(task('"Catch": [{ "Output": "{% $states.errorOutput.‸ %}" }]'))).toEqual(['Error', 'Cause']);
    expect(labelsAt(pass('{% $states.context.State.‸ %}'))).toEqual(['EnteredTime', 'Name', 'RetryCount']);
  });

  it('of data are the fields that the last run had there', () => {
    expect(labelsAt(pass('{% $states.input.‸ %}'), 'json', { data })).toEqual(['order', 'ship to']);
    expect(labelsAt(pass('{% $sum($states.input.order.lines[0].‸) %}'), 'json', { data })).toEqual(['sku']);
    expect(labelsAt(task('"Output": "{% $states.result.Payload.‸ %}"'), 'json', { data })).toEqual(['ok']);
    expect(labelsAt(pass('{% $states.input.‸ %}'))).toEqual([]);
    expect(choose(pass('{% $states.input.sh‸ %}'), 'ship to', 'json', { data })).toBe(
      '"Output": "{% $states.input.`ship to`‸ %}"',
    );
  });

  it('of a result that no run has shown are those that the service may give', () => {
    const catalogue: SdkCatalogue = {
      services: () => ['glue'],
      actions: () => ['getCrawler'],
      fields: () => null,
      result: () => ({
        kind: 'structure',
        members: [
          {
            name: 'Crawlers',
            required: false,
            shape: {
              kind: 'list',
              items: {
                kind: 'structure',
                members: [{ name: 'State', required: true, shape: { kind: 'enum', values: ['READY', 'RUNNING'] } }],
              },
            },
          },
        ],
      }),
    };
    const call = (field: string, rest = inJsonata) =>
      machine(`{ "Type": "Task", "Resource": "arn:aws:states:::aws-sdk:glue:getCrawlers", ${field} }`, rest);
    const known = { catalogue };
    expect(labelsAt(call('"Output": "{% $states.result.‸ %}"'), 'json', known)).toEqual(['Crawlers']);
    expect(labelsAt(call('"Output": "{% $states.result.Crawlers[0].‸ %}"'), 'json', known)).toEqual(['State']);
    expect(labelsAt(call('"ResultSelector": { "x.$": "$.Crawlers[0].‸" }', ''), 'json', known)).toEqual(['State']);
    expect(labelsAt(call('"Output": "{% $states.input.‸ %}"'), 'json', known)).toEqual([]);
  });

  it('of an expression that is not closed yet', () => {
    expect(labelsAt(pass('{% $states.input.order.‸'), 'json', { data })).toEqual(['id', 'lines']);
    expect(labelsAt(machine('{ "Type": "Pass", "Output": "{% $states.input.‸ }', inJsonata), 'json', { data })).toEqual(
      ['order', 'ship to'],
    );
  });

  it('functions come with their brackets, once', () => {
    expect(choose(pass('{% $su‸ %}'), '$sum')).toBe('"Output": "{% $sum(‸) %}"');
    expect(choose(pass('{% $su‸(1) %}'), '$sum')).toBe('"Output": "{% $sum‸(1) %}"');
    expect(choose(pass('{% ‸ %}'), '$uuid')).toBe('"Output": "{% $uuid()‸ %}"');
    expect(labelsAt(pass('{% ‸ %}'))).not.toContain('$eval');
  });

  it('variables are those that some state assigns', () => {
    const text = machine('{ "Type": "Pass", "Assign": { "total": 1 }, "Output": "{% $‸ %}" }', inJsonata);
    expect(labelsAt(text)).toEqual(expect.arrayContaining(['$total', '$states.input', '$sum']));
  });

  it('of JSONPath are paths into the data, the context object and intrinsic functions', () => {
    const path = (text: string) => machine(`{\n      "Type": "Pass",\n      "Parameters": { "a.$": "${text}" }\n    }`);
    expect(labelsAt(path('$.‸'), 'json', { data })).toEqual(['order', 'ship to']);
    expect(labelsAt(path("States.Format('{}', $.order.‸"), 'json', { data })).toEqual(['id', 'lines']);
    expect(labelsAt(path('$$.Execution.‸'))).toEqual([
      'Id',
      'Input',
      'Name',
      'RoleArn',
      'StartTime',
      'RedriveCount',
      'RedriveTime',
    ]);
    expect(choose(path('States.Fo‸'), 'States.Format')).toBe('"Parameters": { "a.$": "States.Format(‸)" }');
    expect(choose(path('$.sh‸'), 'ship to', 'json', { data })).toBe(`"Parameters": { "a.$": "$['ship to']‸" }`);
  });

  it('of JSONPath in a ResultSelector are fields of the result', () => {
    const text = machine('{ "Type": "Task", "ResultSelector": { "a.$": "$.‸" } }');
    expect(labelsAt(text, 'json', { data })).toEqual(['Payload']);
  });

  it('are offered where a value of JSONata stands', () => {
    expect(choose(machine('{\n      "Type": "Pass",\n      "Output": "‸"\n    }', inJsonata), '{% %}')).toBe(
      '"Output": "{% ‸ %}"',
    );
  });
});
