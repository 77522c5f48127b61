import { cpuOf, median } from '../edit/cpu';
import { jsonataWorkflowOf } from '../validation/workflow';
import {
  completionAt,
  definitionAt,
  foldingRanges,
  hoverAt,
  indexVersion,
  outlineOf,
  referencesAt,
  semanticTokens,
  type DocumentIndex,
} from '../../shared/language/index';
import { parseDocument, type ParseProblem, type Version } from '../../shared/workflow/index';

const sizes = [10, 100, 1_000, 5_000];
const rounds = 15;

/** Milliseconds at 5,000 states that an answer at the cursor may take. */
const bar = 20;

/** What is asked at a cursor. The index is made anew each time, as after a letter. */
const asked: Readonly<Record<string, (index: DocumentIndex, offset: number) => unknown>> = {
  completion: completionAt,
  hover: hoverAt,
  definition: definitionAt,
  'colours of a screen': (index, offset) => semanticTokens(index, { start: offset - 1500, end: offset + 1500 }),
};

/** What is asked of a whole text, at will: no bar. */
const ofAll: Readonly<Record<string, (index: DocumentIndex, offset: number) => unknown>> = {
  references: referencesAt,
  outline: outlineOf,
  folding: foldingRanges,
};

/** Measures answers of the language core about texts from 10 to 5,000 states; true when every bar is held. */
export function benchLanguage(): boolean {
  console.log(`CPU ms, medians of ${rounds}; bar at 5,000 states: ${bar} ms for what is asked while typing`);
  console.log(['', ...sizes.map(String)].map((cell) => cell.padStart(24)).join(''));
  let held = true;
  for (const broken of [false, true])
    for (const [name, ask] of Object.entries({ ...asked, ...ofAll })) {
      const figures = sizes.map((size) => timeOf(size, broken, ask));
      if (name in asked) held &&= (figures.at(-1) ?? 0) <= bar;
      const title = `${name}${broken ? ', broken' : ''}`;
      console.log([title, ...figures.map((figure) => figure.toFixed(2))].map((cell) => cell.padStart(24)).join(''));
    }
  console.log(held ? '\nevery bar is held' : '\nA BAR IS MISSED');
  return held;
}

function timeOf(size: number, broken: boolean, ask: (index: DocumentIndex, offset: number) => unknown): number {
  const text = JSON.stringify(jsonataWorkflowOf(size), null, 2);
  const parsed = parseDocument({ text, format: 'json' });
  if (!parsed.ok) throw new Error(parsed.problem.message);
  const { document } = parsed.value;
  // A transition in the middle: there every provider has something to say.
  const offset = text.indexOf('"Next": "', Math.floor(text.length / 2)) + 10;
  const times = Array.from({ length: rounds + 3 }, () => cpuOf(() => ask(indexVersion(next(), 'json'), offset)));
  return median(times.slice(3));

  function next(): Version {
    if (!broken) return { document: { ...document }, broken: null };
    const problem: ParseProblem = { code: 'NOT_JSON', message: '', offset, line: 1, column: 1 };
    const torn = `${text.slice(0, offset)},\n"Ne${text.slice(offset)}`;
    return { document, broken: { text: torn, problem } };
  }
}
