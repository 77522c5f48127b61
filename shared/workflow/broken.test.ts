import { parseTree, findNodeAtLocation } from 'jsonc-parser';
import { describe, expect, it } from 'vitest';
import { parseDocument as readYaml } from 'yaml';
import { textOfVersion, withEditInBroken, type BrokenText } from './broken';
import type { WorkflowDocument } from './document';
import { connect } from './edits/connect';
import { deleteStates } from './edits/deleteStates';
import { setFields } from './edits/setFields';
import { setPositions } from './edits/setPositions';
import { parseDocument } from './parse';
import type { StatePath } from './paths';
import { perform } from './testing/arbitraries';
import { randomText, seeded } from './testing/randomTexts';

const path = (name: string) => `/States/${name}` as StatePath;

const json = `{
  "StartAt": "A",
  "States": {
    "A": { "Type": "Pass", "Next": "B" },
    "B": { "Type": "Pass", "Next": "C" },
    "C": { "Type": "Succeed" }
  }
}
`;
const yaml = `StartAt: A
States:
  A: # first
    Type: Pass
    Next: B
  B:
    Type: Pass
    Next: C
  C:
    Type: Succeed
`;

function read(text: string, format: 'json' | 'yaml'): WorkflowDocument {
  const parsed = parseDocument({ text, format });
  if (!parsed.ok) throw new Error(parsed.problem.message);
  return parsed.value.document;
}

function broken(text: string, format: 'json' | 'yaml'): BrokenText {
  const parsed = parseDocument({ text, format });
  if (parsed.ok) throw new Error('This can be read.');
  return { text, problem: parsed.problem };
}

describe('an edit while the text cannot be read', () => {
  const document = read(json, 'json');
  const deleteB = () => {
    const edited = deleteStates.apply(document, { states: [path('B')] });
    if (!edited.ok) throw new Error(edited.problem.message);
    return edited.value.document;
  };

  it('changes the broken text where it does not touch what was typed', () => {
    const edited = deleteB();
    const version = withEditInBroken(document, broken(`x${json}`, 'json'), edited);
    if (!version.ok) throw new Error(version.problem.message);
    expect(version.value.document).toBe(edited);
    expect(version.value.broken).toEqual(broken(`x${edited.source.text}`, 'json'));
    // A tree that survives faults, of a parser that is not ours, has the edit.
    const tree = parseTree(textOfVersion(version.value).slice(1));
    expect(tree && findNodeAtLocation(tree, ['States', 'B'])).toBeUndefined();
    expect(tree && findNodeAtLocation(tree, ['States', 'A', 'Next'])?.value).toBe('C');
  });

  it('does so in YAML, and comments stay', () => {
    const of = read(yaml, 'yaml');
    const typed = yaml.replace('Succeed', '[Succeed');
    const edited = setFields.apply(of, { changes: [{ at: ['States', 'B', 'Comment'], value: 'new' }] });
    if (!edited.ok) throw new Error(edited.problem.message);
    const version = withEditInBroken(of, broken(typed, 'yaml'), edited.value.document);
    if (!version.ok) throw new Error(version.problem.message);
    expect(version.value.broken?.text).toBe(edited.value.document.source.text.replace('Succeed', '[Succeed'));
    expect(readYaml(version.value.broken?.text ?? '').getIn(['States', 'B', 'Comment'])).toBe('new');
    expect(version.value.broken?.text).toContain('A: # first');
  });

  it('is refused with the line and the reason where it would change what is being typed', () => {
    const typed = json.replace('"Type": "Pass", "Next": "C"', '"Type": "Pass", "Next": C"');
    const text = broken(typed, 'json');
    expect(text.problem.line).toBe(5);
    expect(withEditInBroken(document, text, deleteB())).toEqual({
      ok: false,
      problem: {
        code: 'TEXT_BROKEN',
        message: `This would change line 5 of the code, which was typed since the text could be read. First repair the text (line 5: ${text.problem.message}) or undo the typing.`,
      },
    });
  });

  it('is refused, too, where the text alone could be read as if another state were deleted', () => {
    // What A says now is what B said: by the texts, B's first half could be gone and its end be A's.
    const typed = json.replace('"Next": "C"', '"Next": "C');
    expect(withEditInBroken(document, broken(typed, 'json'), deleteB())).toMatchObject({
      ok: false,
      problem: { message: expect.stringMatching(/^This would change line 5 /) as string },
    });
  });

  it('beside the text leaves it as it is', () => {
    const text = broken('', 'json');
    const moved = setPositions.apply(document, { positions: { [path('A')]: { x: 1, y: 2 } } });
    if (!moved.ok) throw new Error(moved.problem.message);
    expect(withEditInBroken(document, text, moved.value.document)).toEqual({
      ok: true,
      value: { document: moved.value.document, broken: text },
    });
  });

  it('of an emptied text is refused', () => {
    const connected = connect.apply(document, { from: path('A'), to: path('C') });
    if (!connected.ok) throw new Error(connected.problem.message);
    expect(withEditInBroken(document, broken('', 'json'), connected.value.document)).toMatchObject({
      ok: false,
      problem: { code: 'TEXT_BROKEN' },
    });
  });
});

describe('random edits of random texts with one wrong character', () => {
  it('are all that differs once the character is put right, or are refused', () => {
    let [done, refused] = [0, 0];
    for (let round = 0; round < 600; round++) {
      const chance = seeded(round);
      const number = () => Math.floor(chance() * 1000);
      const { text, format } = randomText(chance);
      const document = read(text, format);
      const at = Math.floor(chance() * text.length);
      const put = ['x', '{', '"', ']', ':', ''][number() % 6] ?? '';
      const typed = text.slice(0, at) + put + text.slice(put === '' ? at + 1 : at);
      const parsed = parseDocument({ text: typed, format });
      if (parsed.ok) continue;
      const { result } = perform(document, { kind: number(), a: number(), b: number(), c: number() });
      if (!result?.ok) continue;
      const edited = result.value.document;
      const version = withEditInBroken(document, { text: typed, problem: parsed.problem }, edited);
      if (!version.ok) {
        refused += 1;
        continue;
      }
      done += 1;
      const [short, long] =
        put === ''
          ? [textOfVersion(version.value), edited.source.text]
          : [edited.source.text, textOfVersion(version.value)];
      expect(withoutTheOne(long, short), `round ${round}`).toBe(short);
    }
    // Most edits are elsewhere than the fault.
    expect(done).toBeGreaterThan(150);
    expect(refused).toBeGreaterThan(10);
    expect(done).toBeGreaterThan(refused * 2);
  });
});

/** The longer text without the first character that the shorter one has not. */
function withoutTheOne(long: string, short: string): string {
  let at = 0;
  while (at < short.length && long[at] === short[at]) at++;
  return long.slice(0, at) + long.slice(at + 1);
}
