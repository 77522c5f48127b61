import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { own, isObject, isArray, type JsonObject } from '../../base/json';
import { printDocument, type WorkflowDocument } from '../document';
import { parseDocument } from '../parse';
import { stateOfPlace, type StatePath } from '../paths';
import { allScopes, allStates, scopeAt, stateAt, statesIn } from '../scopes';
import { perform, randomAct, startingDocument } from '../testing/arbitraries';
import { edits } from '../testing/edits';
import { isEnd, transitionsIn, typeOf } from '../transitions';
import { pushEntry, redoEntry, startUndo, undoEntry } from '../undo';

/** What has to hold after any sequence of edits, whatever they were. */
function invariantBroken(document: WorkflowDocument): string | null {
  const { definition } = document;
  const parsed = parseDocument({ text: printDocument(document), format: document.source.format });
  if (!parsed.ok) return `the text does not parse: ${parsed.problem.message}\n${printDocument(document)}`;
  const same = JSON.stringify(sorted(parsed.value.document.definition)) === JSON.stringify(sorted(definition));
  if (!same)
    return `the text says something else than the definition:\n${printDocument(document)}\n${JSON.stringify(definition)}`;
  const names = allStates(definition).map((entry) => entry.name);
  if (new Set(names).size !== names.length) return `a name stands twice: ${names.join()}`;
  for (const scope of allScopes(definition)) {
    const broken = transitionsIn(definition, scope).find((transition) => transition.targetPath === null);
    if (broken) return `a transition leads nowhere: ${JSON.stringify(broken)}`;
    for (const { state, name } of statesIn(definition, scope)) {
      const goesOn = own(state, 'Next') !== undefined;
      if (goesOn && own(state, 'End') !== undefined) return `"${name}" has Next and End`;
      if (typeOf(state) !== 'Choice' && !goesOn && !isEnd(state)) return `"${name}" neither goes on nor ends`;
    }
    if (!isObject(scopeAt(definition, scope))) return `scope ${scope} is gone`;
  }
  const { positions, breakpoints, mocks, assumptions, drafts } = document.sidecar;
  const ofDrafts = drafts.map(({ at }) => stateOfPlace(at) ?? '');
  const marked = [
    ...Object.keys(positions),
    ...breakpoints,
    ...Object.keys(mocks),
    ...Object.keys(assumptions),
    ...ofDrafts,
  ];
  const lost = marked.find((path) => !stateAt(definition, path as StatePath));
  return lost === undefined ? null : `the sidecar holds something for ${lost}, which is not there`;
}

/** All of a document as text, with the order of its keys. */
function bytesOf(document: WorkflowDocument | null): string {
  return JSON.stringify(document);
}

function sorted(value: unknown): unknown {
  if (isArray(value as never)) return (value as unknown[]).map(sorted);
  if (!isObject(value as never)) return value;
  const object = value as JsonObject;
  return Object.keys(object)
    .sort()
    .map((key) => [key, sorted(object[key])]);
}

describe.each(['json', 'yaml'] as const)('random sequences of edits on %s', (format) => {
  it('keep the text and the definition in step, every transition whole, and undo exact', () => {
    const succeeded = new Set<string>();
    fc.assert(
      fc.property(fc.array(randomAct, { minLength: 1, maxLength: format === 'json' ? 30 : 12 }), (acts) => {
        let document = startingDocument(format);
        let stack = startUndo({ document, broken: null, label: 'Open' });
        const seen = [document];
        for (const act of acts) {
          const { name, result } = perform(document, act);
          if (!result?.ok) continue;
          succeeded.add(name);
          document = result.value.document;
          stack = pushEntry(stack, { document, broken: null, label: 'act' });
          seen.push(document);
          const broken = invariantBroken(document);
          if (broken !== null) throw new Error(`after ${name}: ${broken}`);
        }
        for (const document of seen.slice(0, -1).reverse()) {
          const back = undoEntry(stack);
          if (!back) throw new Error('there is something to undo');
          expect(bytesOf(back.present.document)).toBe(bytesOf(document));
          stack = back;
        }
        for (const document of seen.slice(1)) {
          const forth = redoEntry(stack);
          if (!forth) throw new Error('there is something to redo');
          expect(bytesOf(forth.present.document)).toBe(bytesOf(document));
          stack = forth;
        }
      }),
      { numRuns: format === 'json' ? 300 : 100, seed: 20261123 },
    );
    // An edit that is always refused, or that the numbers never fall on, is not tested at all.
    expect([...succeeded].sort()).toEqual(Object.keys(edits).sort());
    expect(undoEntry(startUndo({ document: startingDocument(format), broken: null, label: 'Open' }))).toBeNull();
  });
});

const folder = import.meta.dirname;
const root = join(folder, '../../..');

/** Names of exported edits, read from the text, so that one that nobody imports is seen as well. */
const written = readdirSync(folder)
  .filter((file) => file.endsWith('.ts') && !file.endsWith('.test.ts'))
  .flatMap((file) =>
    [...readFileSync(join(folder, file), 'utf8').matchAll(/^export const (\w+): Edit</gm)].map(([, name = '']) => name),
  );

const product = ['renderer', 'shared']
  .flatMap((room) =>
    readdirSync(join(root, room), { recursive: true, encoding: 'utf8' }).map((file) => join(root, room, file)),
  )
  .filter((file) => /\.tsx?$/.test(file) && !/\.test\.tsx?$|[\\/](testing|edits)[\\/]/.test(file))
  .map((file) => readFileSync(file, 'utf8'));

describe('the edits of the folder', () => {
  it('are all run by the property test', () => {
    expect([...written].sort()).toEqual(Object.keys(edits).sort());
  });

  it.each(written)('%s is done by something that a person can do', (name) => {
    const imported = new RegExp(`import \\{[^}]*\\b${name}\\b[^}]*\\} from '[^']*workflow/edits/`);
    expect(product.some((text) => imported.test(text))).toBe(true);
  });
});
