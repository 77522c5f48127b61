import { describe, expect, it } from 'vitest';
import { statePath, rootScope, type ScopePath } from './paths';
import { transitionProblem, type TransitionEnd, type TransitionWish } from './transitionProblem';

const each = '/States/Each/ItemProcessor' as ScopePath;
const definition = {
  StartAt: 'StartAt',
  States: {
    StartAt: { Type: 'Pass', Next: 'End' },
    End: { Type: 'Task', Resource: 'arn:aws:states:::sns:publish', Next: 'Pick' },
    Pick: { Type: 'Choice', Choices: [] },
    Done: { Type: 'Succeed' },
    Broken: { Type: 'Fail' },
    Each: {
      Type: 'Map',
      ItemProcessor: { StartAt: 'Inner', States: { Inner: { Type: 'Pass', End: true } } },
      End: true,
    },
  },
};
const state = (name: string, scope: ScopePath = rootScope): TransitionEnd => ({
  kind: 'state',
  state: statePath(scope, name),
});
const start = (scope: ScopePath = rootScope): TransitionEnd => ({ kind: 'start', scope });
const end = (scope: ScopePath = rootScope): TransitionEnd => ({ kind: 'end', scope });

describe('a transition', () => {
  it.each<[string, TransitionWish]>([
    ['from a state that is called StartAt', { from: state('StartAt'), to: state('Pick') }],
    ['to a state that is called End', { from: state('StartAt'), to: state('End') }],
    ['from Start', { from: start(), to: state('Pick') }],
    ['from the Start of a processor', { from: start(each), to: state('Inner', each) }],
    ['to End', { from: state('StartAt'), to: end() }],
    ['from a Choice by a rule', { from: state('Pick'), to: state('Done') }],
    ['from a Choice by its default', { from: state('Pick'), to: state('Done'), as: 'default' }],
    ['from a catcher', { from: state('End'), to: state('Broken'), as: 'catch' }],
    ['from a state to itself', { from: state('End'), to: state('End') }],
  ])('%s is allowed', (_, wish) => {
    expect(transitionProblem(definition, wish)).toBeNull();
  });

  it.each<[string, TransitionWish, string]>([
    [
      'into a Map',
      { from: state('End'), to: state('Inner', each) },
      'A transition cannot leave or enter a Map or Parallel.',
    ],
    ['from Start into a Map', { from: start(), to: state('Inner', each) }, 'Start leads to a state of its own level.'],
    ['from Start to End', { from: start(), to: end() }, 'A machine starts at a state.'],
    ['to Start', { from: state('End'), to: start() }, 'Nothing leads to Start.'],
    ['from End', { from: end(), to: state('End') }, 'Nothing goes on after End.'],
    [
      'to the End of another level',
      { from: state('Inner', each), to: end() },
      'End belongs to the states of its own level.',
    ],
    ['from a Choice to End', { from: state('Pick'), to: end() }, 'A Choice state does not end by a line.'],
    ['from a catcher to End', { from: state('End'), to: end(), as: 'catch' }, 'A catcher leads to a state.'],
    ['from a Succeed', { from: state('Done'), to: state('Pick') }, 'A Succeed state ends the execution.'],
    ['from a Fail', { from: state('Broken'), to: state('Pick') }, 'A Fail state ends the execution.'],
    [
      'by a catcher of a Pass',
      { from: state('StartAt'), to: state('Pick'), as: 'catch' },
      'A Pass state has no Catch; Task, Parallel and Map have.',
    ],
    [
      'by a rule of a Task',
      { from: state('End'), to: state('Pick'), as: 'choice' },
      'A Task state has no rules; only a Choice has.',
    ],
    ['by Next of a Choice', { from: state('Pick'), to: state('Done'), as: 'next' }, 'A Choice state goes on by rules.'],
  ])('%s is refused', (_, wish, why) => {
    expect(transitionProblem(definition, wish)).toBe(why);
  });
});
