import { describe, expect, test } from 'vitest';
import { printDocument, treeOf, type SourceFormat, type WorkflowDocument } from './document';
import { renameState } from './edits/renameState';
import { parseDocument } from './parse';
import { statePath, rootScope } from './paths';
import { documentFromPieces, piecesOf } from './pieces';
import { seeded, randomText } from './testing/randomTexts';

function read(text: string, format: SourceFormat): WorkflowDocument {
  const parsed = parseDocument({ text, format });
  if (!parsed.ok) throw new Error(parsed.problem.message);
  return parsed.value.document;
}

/** The document as it comes out on the other side of a border between threads. */
function across(document: WorkflowDocument): WorkflowDocument {
  return documentFromPieces(
    { ...document.source },
    [...piecesOf(document)].map((piece) => structuredClone(piece)),
  );
}

const states = (count: number) =>
  Object.fromEntries(
    Array.from({ length: count }, (_, index) => [
      `State ${index}`,
      { Type: 'Pass', Comment: 'x'.repeat(90), End: true },
    ]),
  );

describe('a document in pieces', () => {
  test('is the same document on the other side, with the places of its values', () => {
    for (let round = 0; round < 200; round++) {
      const { text, format } = randomText(seeded(round));
      const document = read(text, format);
      const other = across(document);
      expect(other).toEqual(document);
      expect(treeOf(other.source)).toEqual(treeOf(document.source));
      expect(Object.keys(other.definition)).toEqual(Object.keys(document.definition));
    }
  });

  test('is edited there as here', () => {
    const document = read(JSON.stringify({ StartAt: 'State 0', States: states(3) }), 'json');
    const rename = (of: WorkflowDocument) => {
      const edited = renameState.apply(of, { state: statePath(rootScope, 'State 1'), to: 'Renamed' });
      return edited.ok && printDocument(edited.value.document);
    };
    expect(rename(across(document))).toBe(rename(document));
  });

  test('travels in parts that are small, however many states there are', () => {
    const pieces = [...piecesOf(read(JSON.stringify({ StartAt: 'State 0', States: states(20_000) }), 'json'))];
    expect(pieces.length).toBeGreaterThan(20);
    for (const piece of pieces) expect(JSON.stringify(piece).length).toBeLessThan(700_000);
  });
});
