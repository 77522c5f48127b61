import { describe, expect, it } from 'vitest';
import type { StatePath } from '../workflow/index';
import { codeActions } from './codeActions';
import { diagnosticsOf } from './diagnostics';
import { indexText, indexVersion } from './documentIndex';
import { foldingRanges } from './folding';
import { formattingChanges } from './formatting';
import { hoverAt } from './hover';
import { definitionAt, referencesAt } from './references';
import { renameChanges, renamedAt } from './rename';
import { semanticTokens } from './semanticTokens';
import { signatureHelpAt } from './signatureHelp';
import { stateAtOffset } from './surroundings';
import { outlineOf } from './symbols';
import { changed, inJsonata, machine, marked, textsAt } from './testing/marked';

const guide = 'https://docs.aws.amazon.com/step-functions/latest/dg/';

/** JSON and the same in YAML: every provider says the same of both. */
const orders = {
  json: `{
  "QueryLanguage": "JSONata",
  "StartAt": "Read",
  "States": {
    "Read": { "Type": "Pass", "Assign": { "total": "{% $states.input.n %}" }, "Next": "Pick" },
    "Pick": {
      "Type": "Choice",
      "Choices": [{ "Condition": "{% $total > 1 and $totals %}", "Next": "Read" }],
      "Default": "Done"
    },
    "Done": { "Type": "Succeed", "Output": "{% $sum([$total, 2]) %}" }
  }
}
`,
  yaml: `QueryLanguage: JSONata
StartAt: Read
States:
  Read:
    Type: Pass
    Assign:
      total: "{% $states.input.n %}"
    Next: Pick
  Pick:
    Type: Choice
    Choices:
      - Condition: >-
          {% $total > 1
          and $totals %}
        Next: Read
    Default: Done
  Done:
    Type: Succeed
    Output: '{% $sum([$total, 2]) %}'
`,
} as const;

const formats = ['json', 'yaml'] as const;

/** The offset of the last character of a piece that stands once in a text. */
function at(text: string, piece: string): number {
  const start = text.indexOf(piece);
  if (start < 0) throw new Error(`${piece} is not there.`);
  return start + piece.length - 1;
}

describe.each(formats)('in %s', (format) => {
  const text = orders[format];
  const index = indexText(text, format);
  const quote = format === 'json' ? '"' : '';

  it('the definition of a state is its key', () => {
    const [place, ...others] = definitionAt(index, at(text, `Default${quote}: ${quote}Do`));
    expect(others).toEqual([]);
    expect(place?.start).toBe(text.indexOf(`${quote}Done${quote}:`));
  });

  it('the references of a state are its key and what leads to it, in order', () => {
    const places = referencesAt(index, at(text, `StartAt${quote}: ${quote}Re`));
    expect(textsAt(index, places)).toEqual([`${quote}Read${quote}`, `${quote}Read${quote}`, `${quote}Read${quote}`]);
    expect(new Set(places.map(({ start }) => start)).size).toBe(3);
    expect(referencesAt(index, at(text, `${quote}Read${quote}:`) - 2)).toEqual(places);
  });

  it('the references of a variable are its assignment and its reads, not those of a longer name', () => {
    const places = referencesAt(index, at(text, '$sum([$tot'));
    expect(textsAt(index, places)).toEqual([`${quote}total${quote}`, '$total', '$total']);
    expect(textsAt(index, definitionAt(index, at(text, '$total > 1') - 5))).toEqual([`${quote}total${quote}`]);
    expect(definitionAt(index, at(text, '$totals'))).toEqual([]);
  });

  it('a rename changes the key and all that leads to it', () => {
    const offset = at(text, `StartAt${quote}: ${quote}Re`);
    expect(renamedAt(index, offset)).toMatchObject({ state: '/States/Read', name: 'Read' });
    const renamed = renameChanges(index, '/States/Read' as StatePath, 'Fetch');
    expect(renamed.ok && changed(index, renamed.value)).toBe(
      text.replaceAll(`${quote}Read${quote}`, `${quote}Fetch${quote}`),
    );
  });

  it('a rename to a name that is taken is refused', () => {
    expect(renameChanges(index, '/States/Read' as StatePath, 'Done')).toMatchObject({ ok: false });
  });

  it('the state at an offset is the innermost one whose text it lies in', () => {
    expect(stateAtOffset(index, at(text, '$total > 1'))).toBe('/States/Pick');
    expect(stateAtOffset(index, at(text, `${quote}Done${quote}:`) - 3)).toBe('/States/Done');
    expect(stateAtOffset(index, at(text, 'StartAt'))).toBeNull();
  });

  it('the outline is the states with their types', () => {
    expect(outlineOf(index).map(({ name, detail, children }) => [name, detail, children.length])).toEqual([
      ['Read', 'Pass', 0],
      ['Pick', 'Choice', 0],
      ['Done', 'Succeed', 0],
    ]);
  });

  it('the colours of an expression are those of its pieces', () => {
    const tokens = semanticTokens(index);
    const read = tokens.filter(({ start }) => start > text.indexOf('Condition'));
    expect(textsAt(index, read).map((piece, number) => [read[number]?.kind, piece])).toEqual([
      ['variable', '$total'],
      ['operator', '>'],
      ['number', '1'],
      ['keyword', 'and'],
      ['variable', '$totals'],
      ['function', '$sum'],
      ['variable', '$total'],
      ['number', '2'],
    ]);
  });

  it('the colours of a part are those of what stands there', () => {
    const start = text.indexOf('Done', text.indexOf('Default') + 14);
    expect(textsAt(index, semanticTokens(index, { start, end: text.length }))).toEqual(['$sum', '$total', '2']);
  });

  it('a diagnostic stands at its place, and its repair changes only that', () => {
    const broken = text.replace(`Default${quote}: ${quote}Done`, `Default${quote}: ${quote}Don`);
    const wrong = indexText(broken, format);
    const diagnostics = diagnosticsOf(wrong);
    const target = diagnostics.find(({ code }) => code === 'MISSING_TRANSITION_TARGET');
    expect(target && wrong.text.slice(target.start, target.end)).toBe(`${quote}Default${quote}`);
    const [action] = target ? codeActions(wrong, diagnostics, target) : [];
    expect(action?.title).toBe('Change to Done');
    expect(action && changed(wrong, action.changes)).toBe(text);
  });
});

describe('text that cannot be read', () => {
  it('has one diagnostic, the reason', () => {
    const index = indexText(machine('{ "Type": "Pass", }'), 'json');
    expect(diagnosticsOf(index)).toEqual([
      { code: 'NOT_JSON', severity: 'error', message: 'Remove the comma before }.', start: 59, end: 60 },
    ]);
    expect(codeActions(index, diagnosticsOf(index), { start: 0, end: 100 })).toEqual([]);
  });

  it('still has an outline, definitions, references and colours', () => {
    const text = orders.json.replace('"Default": "Done"', '"Default": "Done",');
    const index = indexText(text, 'json');
    expect(index.problem?.code).toBe('NOT_JSON');
    expect(outlineOf(index).map(({ name }) => name)).toEqual(['Read', 'Pick', 'Done']);
    expect(textsAt(index, definitionAt(index, at(text, '"Default": "Do')))).toEqual(['"Done"']);
    expect(textsAt(index, referencesAt(index, at(text, '$sum([$tot')))).toEqual(['"total"', '$total', '$total']);
    expect(semanticTokens(index)).toHaveLength(13);
  });

  it('has no rename and no layout', () => {
    const index = indexText(machine('{ "Type": "Pass", }'), 'json', indexText(machine('{ "Type": "Pass" }'), 'json'));
    expect(renameChanges(index, '/States/A' as StatePath, 'C')).toMatchObject({
      ok: false,
      problem: { message: 'The text cannot be read at the moment: Remove the comma before }.' },
    });
    expect(formattingChanges(index)).toEqual([]);
  });
});

describe('the index', () => {
  it('of the same version is the same', () => {
    const { document } = indexText(orders.json, 'json');
    const version = { document, broken: null };
    expect(indexVersion(version, 'json')).toBe(indexVersion({ ...version }, 'json'));
  });

  it('of a next text shares the states that did not change', () => {
    const before = indexText(orders.json, 'json');
    const after = indexText(orders.json.replace('"Default": "Done"', '"Default": "Read"'), 'json', before);
    expect(after.valueAt(['States', 'Read'])).toBe(before.valueAt(['States', 'Read']));
    expect(after.valueAt(['States', 'Pick'])).not.toBe(before.valueAt(['States', 'Pick']));
  });
});

describe('hover', () => {
  const says = (text: string, format: 'json' | 'yaml' = 'json') => {
    const { index, offset } = marked(text, format);
    const hover = hoverAt(index, offset);
    return (
      hover && { what: index.text.slice(hover.start, hover.end), title: hover.title, text: hover.text, url: hover.url }
    );
  };

  it('of a field says what it does and where AWS describes it', () => {
    expect(says(machine('{ "Type": "Task", "Time‸outSeconds": 3 }'))).toEqual({
      what: '"TimeoutSeconds"',
      title: 'TimeoutSeconds',
      text: 'Seconds until an attempt fails with States.Timeout.',
      url: `${guide}state-task.html`,
    });
    expect(
      says(
        'States:\n  A:\n    Type: Task\n    Retry:\n      - ErrorEquals: [States.ALL]\n        Jitter‸Strategy: FULL\n',
        'yaml',
      ),
    ).toMatchObject({
      title: 'JitterStrategy',
      text: 'Whether waits are spread by chance. One of FULL, NONE.',
      url: `${guide}concepts-error-handling.html`,
    });
  });

  it('of an argument says what the registry knows, by the name of its path too', () => {
    const glue = (key: string) =>
      machine(`{ "Type": "Task", "Resource": "arn:aws:states:::glue:startJobRun", "Parameters": { "${key}": "x" } }`);
    expect(says(glue('Job‸Name'))?.text).toMatch(/^Required\./);
    expect(says(glue('Job‸Name.$'))?.title).toBe('JobName');
  });

  it.each([
    ['a type', machine('{ "Type": "Wa‸it" }'), 'Wait state', `${guide}state-wait.html`],
    [
      'a resource',
      machine('{ "Type": "Task", "Resource": "arn:aws:states:::sqs:send‸Message" }'),
      'SQS: Send message',
      undefined,
    ],
    ['a target', machine('{ "Type": "Pass", "Next": "‸B" }'), 'B: Succeed state', `${guide}state-succeed.html`],
    [
      'a state',
      machine('{ "Type": "Pass" }').replace('"A"', '"‸A"').replace('"‸A"', '"A"').replace('"A": {', '"‸A": {'),
      'A: Pass state',
      `${guide}state-pass.html`,
    ],
    [
      'a function of JSONata',
      machine('{ "Type": "Pass", "Output": "{% $su‸m([1]) %}" }', inJsonata),
      '$sum(numbers)',
      `${guide}transforming-data.html`,
    ],
    [
      'an intrinsic function',
      machine(`{ "Type": "Pass", "Parameters": { "a.$": "States.For‸mat('{}', $.a)" } }`),
      'States.Format(template, ...values)',
      `${guide}intrinsic-functions.html`,
    ],
  ])('of %s', (_what, text, title, url) => {
    const said = says(text);
    expect(said?.title).toBe(title);
    if (url !== undefined) expect(said?.url).toBe(url);
  });

  it('of a variable says which states assign it', () => {
    expect(says(machine('{ "Type": "Pass", "Assign": { "n": 1 }, "Output": "{% $‸n %}" }', inJsonata))).toMatchObject({
      what: '$n',
      text: 'Assigned by "A".',
    });
  });

  it('of what has nothing to say is none', () => {
    expect(says(machine('{ "Type": "Pass", "Result": { "or‸der": 1 } }'))).toBeNull();
    expect(says(machine('{ "Type": "Pass",‸ "Comment": "" }'))).toBeNull();
  });
});

describe('signature help', () => {
  const help = (text: string) => {
    const { index, offset } = marked(text);
    const found = signatureHelpAt(index, offset);
    return found && [found.signature.label, found.signature.parameters[found.parameter]];
  };
  const path = (call: string) => machine(`{ "Type": "Pass", "Parameters": { "a.$": "${call}" } }`);
  const expression = (text: string) => machine(`{ "Type": "Pass", "Output": "{% ${text} %}" }`, inJsonata);

  it.each([
    ['the first argument', path('States.ArrayRange(‸'), ['States.ArrayRange(first, last, step)', 'first']],
    ['a later one', path('States.ArrayRange(1, 2, ‸)'), ['States.ArrayRange(first, last, step)', 'step']],
    ['any number of them', path("States.Format('{}{}', 1, ‸2)"), ['States.Format(template, ...values)', '...values']],
    [
      'a call inside',
      path('States.ArrayLength(States.StringSplit($.a, ‸'),
      ['States.StringSplit(text, delimiter)', 'delimiter'],
    ],
    [
      'behind a call inside',
      path("States.Hash(States.Format('a,(', 1), ‸"),
      ['States.Hash(data, algorithm)', 'algorithm'],
    ],
    [
      'JSONata, past commas of texts and lists',
      expression(`$replace($join(['a', 'b,c']), ',‸'`),
      ['$replace(text, pattern, replacement, limit?)', 'pattern'],
    ],
  ])('%s', (_what, text, shown) => {
    expect(help(text)).toEqual(shown);
  });

  it('is none outside of brackets', () => {
    expect(help(path('States.UUID()‸'))).toBeNull();
    expect(help(machine('{ "Type": "Pass", "Comment": "States.Format(‸" }'))).toBeNull();
  });
});

describe('folding', () => {
  it('of JSON leaves the brackets, of YAML the first line', () => {
    const json = '{\n  "States": {\n    "A": { "Type": "Pass" }\n  }\n}';
    expect(textsAt(indexText(json, 'json'), foldingRanges(indexText(json, 'json')))).toEqual([
      json.slice(1, -1),
      json.slice(15, -3),
    ]);
    const yaml = 'States:\n  A:\n    Type: Pass\n    End: true\n';
    const index = indexText(yaml, 'yaml');
    expect(textsAt(index, foldingRanges(index))).toEqual([yaml.slice(7, -1), yaml.slice(12, -1)]);
  });
});

describe('formatting', () => {
  const formatted = (text: string, format: 'json' | 'yaml') => {
    const index = indexText(text, format);
    return changed(index, formattingChanges(index));
  };

  it('of JSON sets a member a line, and keeps numbers, comments and placeholders', () => {
    const text =
      '{"StartAt":"A", // begins\n"States":{ "A":{"Type":"Wait","Seconds":${wait} ,"X":[],"End":true}},\n/* last */ "TimeoutSeconds":1.50}';
    expect(formatted(text, 'json')).toBe(
      '{\n  "StartAt": "A", // begins\n  "States": {\n    "A": {\n      "Type": "Wait",\n      "Seconds": ${wait},\n      "X": [],\n      "End": true\n    }\n  },\n  /* last */ "TimeoutSeconds": 1.50\n}\n',
    );
  });

  it('of what is formatted changes nothing', () => {
    const index = indexText('{\n  "StartAt": "A",\n  "States": {}\n}\n', 'json');
    expect(formattingChanges(index)).toEqual([]);
  });

  it('of YAML keeps comments and tags', () => {
    const text =
      'StartAt:   A # begins\nStates:\n      A:\n          Type: Task\n          Resource: !GetAtt Fn.Arn\n          End: true\n';
    expect(formatted(text, 'yaml')).toBe(
      'StartAt: A # begins\nStates:\n  A:\n    Type: Task\n    Resource: !GetAtt Fn.Arn\n    End: true\n',
    );
  });
});
