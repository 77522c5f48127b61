import type { JsonObject } from '../../shared/base/json';
import { arrange, measureGraph, projectGraph, routeEdges } from '../../shared/graph/index';
import type { SourceFormat, WorkflowDocument } from '../../shared/workflow/document';
import { addState } from '../../shared/workflow/edits/addState';
import { connect } from '../../shared/workflow/edits/connect';
import { deleteStates } from '../../shared/workflow/edits/deleteStates';
import { setFields } from '../../shared/workflow/edits/setFields';
import { rootScope, statePath } from '../../shared/workflow/paths';
import { cpuOf, heldBytes, median, slope } from './cpu';
import { denseChoices, sharedHandler, wideChoice } from './machines';
import { act, open, type Open } from './session';

const sizes = [10, 100, 1_000, 10_000];
const rounds = 9;
const mostSlope = 1.1;
/** n log n from 100 to 10,000 states, and as much for noise. */
const mostSlopeOfRouting = 1.2;

const task = (index: number) => statePath(rootScope, `Task ${index}`);

/** Edits by a round from 0 on, so that each changes something; they suit machines of ten tasks and more. */
const acts = {
  'edit a field': (document: WorkflowDocument, round: number) =>
    setFields.apply(document, { changes: [{ at: ['States', 'Task 5', 'Comment'], value: `round ${round}` }] }),
  'add a state': (document: WorkflowDocument, round: number) =>
    addState.apply(document, { scope: rootScope, name: `New ${round}`, state: { Type: 'Pass' }, after: task(4) }),
  'delete a state': (document: WorkflowDocument, round: number) =>
    deleteStates.apply(document, { states: [statePath(rootScope, `New ${round}`)] }),
  connect: (document: WorkflowDocument, round: number) =>
    connect.apply(document, { from: task(2), to: task(round % 2 === 0 ? 7 : 8) }),
};

/** Milliseconds at 1,000 states that an act may take in JSON; YAML may take three times as long. */
const bars: Record<keyof typeof acts, number> = {
  'edit a field': 30,
  'add a state': 60,
  'delete a state': 60,
  connect: 60,
};
const yamlFactor = 3;
const routingBars: Readonly<Record<number, number>> = { 1_000: 40, 10_000: 600 };
const entryBar = 20_000;
const crowd = 2_000;
const crowdBar = 3_000;

/** Measures edits, routing and the undo history from 10 to 10,000 states; true when every bar is held. */
export function benchEdit(): boolean {
  console.log(`Node ${process.version}, processor time in ms, medians of ${rounds}; slope from 100 to 10,000 states\n`);
  console.log(line('', sizes.map(String), 'slope', 'bar'));
  // Once for the compiler, so that the first rows are not those of cold code.
  for (const format of ['json', 'yaml'] as const) timesOf(sharedHandler(200), format);
  const held = [
    ...(['json', 'yaml'] as const).map(rowsOfEdits),
    row(
      'route one handler',
      sizes.map((size) => routing(sharedHandler(size))),
      (size) => routingBars[size],
      mostSlopeOfRouting,
    ),
    row(
      'route one handler in a column',
      sizes.map((size) => routing(inColumn(size))),
      (size) => routingBars[size],
      mostSlopeOfRouting,
    ),
    row(
      'route a Choice of n rules',
      sizes.map((size) => routing(wideChoice(size))),
      () => undefined,
      mostSlopeOfRouting,
    ),
    rowOfCrowd(),
    ...(['json', 'yaml'] as const).map(rowsOfEntries),
  ].every(Boolean);
  console.log(held ? '\nevery bar is held' : '\nA BAR IS MISSED');
  return held;
}

function rowsOfEdits(format: SourceFormat): boolean {
  const bySize = sizes.map((size) => timesOf(sharedHandler(size), format));
  return names
    .map((name) => {
      const bar = bars[name] * (format === 'yaml' ? yamlFactor : 1);
      const figures = bySize.map((times) => times[name]);
      return row(`${format}: ${name}`, figures, (size) => (size === 1_000 ? bar : undefined), mostSlope);
    })
    .every(Boolean);
}

const names = Object.keys(acts) as (keyof typeof acts)[];

function timesOf(definition: JsonObject, format: SourceFormat): Record<keyof typeof acts, number> {
  let session: Open = open(definition, format);
  const times = { 'edit a field': 0, 'add a state': 0, 'delete a state': 0, connect: 0 };
  for (const name of names) {
    const measured = Array.from({ length: rounds }, (_, round) =>
      cpuOf(() => {
        session = act(session, (document) => acts[name](document, round));
      }),
    );
    times[name] = median(measured);
  }
  return times;
}

interface Scene {
  readonly definition: JsonObject;
  readonly positions?: Parameters<typeof measureGraph>[1];
}

function routing(scene: JsonObject | Scene): number {
  const { definition, positions } = isScene(scene) ? scene : { definition: scene };
  const graph = projectGraph(definition);
  const places = positions ?? arrange(graph, {}, 'open');
  const [root] = graph.scopes;
  const measured = Array.from({ length: rounds }, () => {
    // Another geometry each time: routes of the same one are remembered.
    const geometry = measureGraph(graph, places).scopes.get(rootScope);
    return cpuOf(() => {
      if (root && geometry) routeEdges(root, geometry);
    });
  });
  return median(measured);
}

const isScene = (scene: JsonObject | Scene): scene is Scene => 'definition' in scene;

/** A crowd of lines at one size: it must not hold up the window, however it looks. */
function rowOfCrowd(): boolean {
  const figure = routing(denseChoices(crowd));
  const held = figure <= crowdBar;
  const name = `route ${crowd} Choices of 20 rules`;
  console.log(line(name, ['', '', '', figure.toFixed(0)], '', `${crowdBar}  ${held ? 'held' : 'MISSED'}`));
  return held;
}

/** All states below each other and the handler last, so that every line of a catcher needs a lane. */
function inColumn(size: number): Scene {
  const definition = sharedHandler(size);
  const tasks = Array.from({ length: size }, (_, index) => task(index));
  const paths = [...tasks, statePath(rootScope, 'Done'), statePath(rootScope, 'Handle')];
  return { definition, positions: Object.fromEntries(paths.map((path, index) => [path, { x: 0, y: index * 136 }])) };
}

/** Bytes by entry that are free when the entries of the undo history are gone: what is held for them alone. */
function rowsOfEntries(format: SourceFormat): boolean {
  return (['edit a field', 'add a state'] as const)
    .map((name) => {
      const figures = sizes.map((size) => entryBytes(sharedHandler(size), format, acts[name]));
      return row(
        `${format}: entry of "${name}", bytes`,
        figures,
        (size) => (size <= 1_000 ? entryBar : undefined),
        null,
      );
    })
    .every(Boolean);
}

function entryBytes(definition: JsonObject, format: SourceFormat, apply: (typeof acts)['connect']): number {
  let session = open(definition, format);
  // The heap moves by some hundred kB whatever is done, so that many entries are needed where they are cheap to make.
  const entries = Object.keys(definition['States'] ?? {}).length > 1_000 ? 40 : 400;
  for (let round = 0; round < entries; round += 1) session = act(session, (document) => apply(document, round));
  const made = session.undo.past.length;
  const all = heldBytes();
  session = withoutEntries(session);
  const without = heldBytes();
  return made === entries && session.undo.past.length === 0 ? (all - without) / entries : NaN;
}

/** In a function of its own: what a function has touched may be held until it returns. */
function withoutEntries({ undo, picture }: Open): Open {
  return { undo: { ...undo, past: [] }, picture };
}

function row(
  name: string,
  figures: readonly number[],
  barOf: (size: number) => number | undefined,
  most: number | null,
): boolean {
  const over = sizes.filter((size, index) => (figures[index] ?? NaN) > (barOf(size) ?? Infinity));
  const grows = slope(sizes.slice(1), figures.slice(1));
  const bar = sizes.flatMap((size) => (barOf(size) === undefined ? [] : `${barOf(size)} at ${size}`)).join(', ');
  const held = over.length === 0 && (most === null || grows <= most);
  const texts = figures.map((figure) => (figure >= 1000 ? figure.toFixed(0) : figure.toFixed(1)));
  console.log(line(name, texts, most === null ? '' : grows.toFixed(2), `${bar}  ${held ? 'held' : 'MISSED'}`));
  return held;
}

function line(name: string, figures: readonly string[], grows: string, rest: string): string {
  return `${name.padEnd(36)}${figures.map((figure) => figure.padStart(9)).join('')}${grows.padStart(7)}  ${rest}`;
}
