import fc from 'fast-check';
import type { JsonObject } from '../../base/json';
import { newDocument, withDefinition, type WorkflowDocument } from '../document';
import { rootScope } from '../paths';
import { at, edits, pick, randomActs, type EditName } from './edits';

/** One random act: chosen by numbers, so that it fits whatever document it is applied to. */
export interface RandomAct {
  readonly kind: number;
  readonly a: number;
  readonly b: number;
  readonly c: number;
}

export const randomAct: fc.Arbitrary<RandomAct> = fc.record({
  kind: fc.nat(1000),
  a: fc.nat(1000),
  b: fc.nat(1000),
  c: fc.nat(1000),
});

const templates: readonly JsonObject[] = [
  { Type: 'Pass' },
  {
    Type: 'Task',
    Resource: 'arn:aws:states:::lambda:invoke',
    Retry: [{ ErrorEquals: ['States.ALL'], BackoffRate: 2.0 }],
  },
  { Type: 'Choice', Choices: [] },
  { Type: 'Wait', Seconds: 5 },
  { Type: 'Parallel', Branches: [{ StartAt: 'Inner 1', States: { 'Inner 1': { Type: 'Pass', End: true } } }] },
  { Type: 'Map', ItemProcessor: { StartAt: 'Inner 2', States: { 'Inner 2': { Type: 'Pass', End: true } } } },
  { Type: 'Succeed' },
  { Type: 'Fail', Error: 'Broken' },
];

const names = ['Extract', 'Load/all', 'a~b', '1', 'constructor', '__proto__', 'Done', 'Ünïcode ☂'];

const editNames = Object.keys(edits) as readonly EditName[];

/** States are added more often than taken away, so that documents grow. */
const drawn: readonly EditName[] = [...editNames, 'addState', 'addState', 'connect', 'addBranch'];

/** The act as an edit with arguments for this document; some are refused, which is part of the test. */
export function perform(
  document: WorkflowDocument,
  act: RandomAct,
): { readonly name: EditName; readonly result: ReturnType<(typeof randomActs)[EditName]> } {
  const picked = pick(document, act, templates, names);
  // Without any state there is one thing to do.
  if (!picked) {
    const [state] = templates;
    return {
      name: 'addState',
      result: edits.addState.apply(document, { scope: rootScope, name: 'First', state: state ?? {} }),
    };
  }
  const name = at(drawn, act.kind) ?? 'addState';
  return { name, result: randomActs[name](document, picked) };
}

/** A document that already holds something of everything, set in a style of its own. */
export function startingDocument(format: 'json' | 'yaml'): WorkflowDocument {
  return withDefinition(newDocument(format, 'JSONPath'), {
    StartAt: 'First',
    Unknown: { kept: [1.5, null] },
    States: {
      First: { Type: 'Pass', Next: 'Second' },
      Second: { Type: 'Task', Resource: 'arn:aws:states:::sns:publish', Next: 'Both' },
      Both: {
        Type: 'Parallel',
        Branches: [
          { StartAt: 'Left', States: { Left: { Type: 'Pass', End: true } } },
          { StartAt: 'Right', States: { Right: { Type: 'Wait', Seconds: 1, End: true } } },
        ],
        End: true,
      },
    },
  });
}
