import type { JsonObject } from '../../base/index';
import type { RunView, StateVisit } from '../../history/index';
import { readJsonText } from '../jsonText';
import type { WorkflowTest } from '../workflowTest';

/** A test and what its run came to. */
export interface TestedRun {
  readonly test: Pick<WorkflowTest, 'name'>;
  readonly view: RunView;
}

/**
 * The runs of tests as a shell script of `aws stepfunctions test-state` calls, one for each state that was entered: with
 * the input and the variables it met, what its task answered as mock, and as a comment what AWS should say. A Map or
 * Parallel is passed over: its result is made by the states inside it, which have calls of their own.
 * Source: AWS API reference, TestState, with the mocks of November 2025.
 */
export function testStateScript(definitionFile: string, runs: readonly TestedRun[]): string {
  const parts = runs.flatMap(({ test, view }) => [
    '',
    `# ${oneLine(test.name)}`,
    ...view.visits.flatMap((visit, i) => callOf(definitionFile, visit, view, view.visits[i + 1])),
  ]);
  return [
    '#!/bin/sh',
    '# What each state of the tests does, asked of AWS: no role is needed, as every task has a mock.',
    ...parts,
    '',
  ].join('\n');
}

function callOf(file: string, visit: StateVisit, view: RunView, next: StateVisit | undefined): readonly string[] {
  if (visit.type === 'Map' || visit.type === 'Parallel') return [`# ${oneLine(visit.name)}: see the states inside it.`];
  const mock = visit.type === 'Task' ? mockOf(visit) : undefined;
  const variables = variablesAt(visit, view);
  const options = [
    `--definition ${quoted(`file://${file}`)}`,
    `--state-name ${quoted(visit.name)}`,
    ...(visit.input === undefined ? [] : [`--input ${quoted(visit.input)}`]),
    ...(variables === undefined ? [] : [`--variables ${quoted(variables)}`]),
    ...(mock === undefined ? [] : [`--mock ${quoted(JSON.stringify(mock))}`]),
  ];
  return [`# expects ${expectation(visit, next)}`, `aws stepfunctions test-state ${options.join(' \\\n  ')}`];
}

function expectation(visit: StateVisit, next: StateVisit | undefined): string {
  const leads =
    next !== undefined && JSON.stringify(next.scope) === JSON.stringify(visit.scope)
      ? `, next ${oneLine(next.name)}`
      : '';
  if (visit.status === 'caught') return `CAUGHT_ERROR${leads}`;
  return visit.error === undefined ? `SUCCEEDED${leads}` : `FAILED, ${oneLine(visit.error)}`;
}

/** The answer of the last attempt. Its form is the workflow's own matter here, so AWS is asked not to judge it. */
function mockOf({ attempts }: StateVisit): JsonObject | undefined {
  const last = attempts.at(-1);
  if (last?.result !== undefined) return { result: last.result, fieldValidationMode: 'NONE' };
  if (last === undefined) return undefined;
  const error = last.error ?? (last.status === 'timedOut' ? 'States.Timeout' : 'States.TaskFailed');
  return { errorOutput: { error, cause: last.cause ?? '' } };
}

/** The variables a visit saw: what was assigned before it in its own line of control and in those around it. */
function variablesAt(visit: StateVisit, view: RunView): string | undefined {
  const around = view.visits.find((each) => visit.scope.kind !== 'root' && each.id === visit.scope.visit);
  const outer = around === undefined ? undefined : variablesAt(around, view);
  const read = outer === undefined ? null : readJsonText(outer);
  const scope = JSON.stringify(visit.scope);
  const seen: Record<string, unknown> = read !== null && typeof read === 'object' ? { ...read } : {};
  for (const each of view.visits) {
    if (each.id >= visit.id) break;
    if (JSON.stringify(each.scope) !== scope) continue;
    for (const [name, text] of Object.entries(each.assigned ?? {})) seen[name] = readJsonText(text);
  }
  return Object.keys(seen).length === 0 ? undefined : JSON.stringify(seen);
}

function oneLine(text: string): string {
  return text.replace(/\s+/g, ' ');
}

function quoted(text: string): string {
  return `'${text.replaceAll("'", "'\\''")}'`;
}
