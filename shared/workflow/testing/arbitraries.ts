import fc from 'fast-check';
import type { JsonObject } from '../../base/json';
import { newDocument, withDefinition, type WorkflowDocument } from '../document';
import { edits } from '../edits/index';
import type { Edit } from '../edits/contract';
import { allScopes, allStates } from '../scopes';
import { transitionsIn } from '../transitions';

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

/** The act as an edit with arguments for this document; some are refused, which is part of the test. */
export function perform(
  document: WorkflowDocument,
  { kind, a, b, c }: RandomAct,
): ReturnType<Edit<unknown>['apply']> | null {
  const { definition } = document;
  const states = allStates(definition).map((entry) => entry.path);
  const scopes = allScopes(definition);
  const at = <Item>(list: readonly Item[], index: number): Item | undefined => list[index % Math.max(1, list.length)];
  const scope = at(scopes, a);
  const state = at(states, a);
  const other = at(states, b);
  const template = at(templates, c);
  const name = at(names, b) ?? 'State';
  const transition = at(
    scopes.flatMap((each) => transitionsIn(definition, each)),
    a,
  );
  if (scope === undefined || template === undefined) return null;
  if (state === undefined || kind % 20 < 3) {
    return edits.addState.apply(document, {
      scope,
      name,
      state: template,
      ...(c % 2 && other ? { after: other } : {}),
    });
  }
  const to = other ?? state;
  switch (kind % 20) {
    case 3:
      return transition
        ? edits.insertOnTransition.apply(document, { ref: transition.ref, name, state: template })
        : null;
    case 4:
      return edits.deleteStates.apply(document, { states: c % 2 ? [state] : [state, to] });
    case 5:
      return edits.renameState.apply(document, { state, to: `${name}${c % 5}` });
    case 6:
    case 7:
      return edits.connect.apply(document, { from: state, to, ...(c % 3 === 0 ? { as: 'catch' as const } : {}) });
    case 8:
      return transition ? edits.reconnect.apply(document, { ref: transition.ref, to }) : null;
    case 9:
      return transition ? edits.disconnect.apply(document, { ref: transition.ref }) : null;
    case 10:
      return edits.setStart.apply(document, { scope, to });
    case 11:
      return edits.changeStateType.apply(document, { state, template, keep: ['ResultPath', 'Retry', 'Assign'] });
    case 12:
      return edits.wrapStates.apply(document, {
        states: c % 2 ? [state] : [state, to],
        in: b % 2 ? 'Map' : 'Parallel',
      });
    case 13:
      return edits.moveStates.apply(document, { states: [to], scope });
    case 14:
      return edits.duplicateStates.apply(document, { states: c % 2 ? [state] : [state, to] });
    case 15:
      return edits.insertWaitBefore.apply(document, { state, wait: { Type: 'Wait', Seconds: c } });
    case 16:
      return edits.addBranch.apply(document, { state });
    case 17:
      return edits.setPositions.apply(document, { positions: { [state]: { x: a, y: b } } });
    case 18:
      return edits.setFields.apply(document, {
        changes: [
          {
            at: state.split('/').slice(1).length === 2 ? ['Comment'] : ['TimeoutSeconds'],
            value: c % 2 ? c : undefined,
          },
        ],
      });
    default: {
      if (c % 2 === 1) {
        const States = {
          Poll: { Type: 'Pass', Next: 'Done' },
          Done: { ...template, ...('Choices' in template ? {} : { End: true }) },
        };
        const place =
          transition && b % 2
            ? { kind: 'transition' as const, ref: transition.ref }
            : { kind: 'after' as const, state };
        return edits.insertFragment.apply(document, { title: 'Poll', fragment: { StartAt: 'Poll', States }, place });
      }
      const text = JSON.stringify({ StartAt: 'Pasted', States: { Pasted: template } });
      return edits.pasteStates.apply(document, { scope, text });
    }
  }
}

/** A document that already holds something of everything, set in a style of its own. */
export function startingDocument(format: 'json' | 'yaml'): WorkflowDocument {
  return withDefinition(newDocument(format, 'JSONPath'), {
    StartAt: 'First',
    Unknown: { kept: [1.5, null] },
    States: {
      First: { Type: 'Pass', Next: 'Second' },
      Second: { Type: 'Task', Resource: 'arn:aws:states:::sns:publish', End: true },
    },
  });
}
