import { type JsonPath, nearest, own } from '../../base/index';
import type { TransitionSlot } from '../../workflow/index';
import type { Fix, Rule } from '../contract';
import { machineOf, type RuleSamples } from '../samples';

export const transitionTargets: Rule = {
  name: 'MISSING_TRANSITION_TARGET',
  code: 'MISSING_TRANSITION_TARGET',
  severity: 'error',
  source: 'ASL specification, "Transitions": the target is a state of the same States object',
  scope({ holder, states, names }, report) {
    const start = own(holder, 'StartAt');
    // A scope without states, or without StartAt, has its own message.
    if (names.size > 0 && typeof start === 'string' && start !== '' && !names.has(start))
      report(['StartAt'], `No state is named "${start}". Connect Start to a state.`, fixOf(['StartAt'], start, names));
    for (const { name, transitions } of states) {
      for (const { slot, target } of transitions) {
        if (names.has(target)) continue;
        const at = ['States', name, ...stepsTo(slot)];
        const message = `No state is named "${target}" here. Connect it to a state of the same Map, branch or machine.`;
        report(at, message, fixOf(at, target, names));
      }
    }
  },
};

/** The state whose name is nearly what stands there. One or two letters are near to too much. */
function fixOf(at: JsonPath, target: string, names: ReadonlyMap<string, number>): Fix | undefined {
  const value = target.length < 3 ? null : nearest([...names.keys()], target);
  return value === null ? undefined : { at, value };
}

function stepsTo(slot: TransitionSlot): JsonPath {
  switch (slot.kind) {
    case 'start':
      return ['StartAt'];
    case 'next':
      return ['Next'];
    case 'default':
      return ['Default'];
    case 'choice':
      return ['Choices', slot.index, 'Next'];
    case 'catch':
      return ['Catch', slot.index, 'Next'];
  }
}

const end = { Type: 'Succeed' };

export const samples: RuleSamples = {
  valid: {
    'a chain': machineOf({ A: { Type: 'Pass', Next: 'B' }, B: end }),
    'a loop with a way out': machineOf({
      A: { Type: 'Choice', Choices: [{ Variable: '$.more', BooleanEquals: true, Next: 'A' }], Default: 'B' },
      B: end,
    }),
  },
  invalid: {
    'a StartAt that is no state': { definition: { StartAt: 'B', States: { A: end } }, breaches: ['/StartAt'] },
    'a Next that is no state': {
      definition: machineOf({ A: { Type: 'Pass', Next: 'C' } }),
      breaches: ['/States/A/Next'],
      others: ['MISSING_END_STATE '],
    },
    'a rule, a default and a catcher that lead nowhere': {
      definition: machineOf({
        Pick: { Type: 'Choice', Choices: [{ Variable: '$.a', IsNull: true, Next: 'C' }], Default: 'D' },
        Call: {
          Type: 'Task',
          Resource: 'arn:aws:lambda:us-east-1:123456789012:function:Call',
          Catch: [{ ErrorEquals: ['States.ALL'], Next: 'E' }],
          End: true,
        },
      }),
      breaches: ['/States/Pick/Choices/0/Next', '/States/Pick/Default', '/States/Call/Catch/0/Next'],
      others: ['UNREACHABLE_STATE /States/Call'],
    },
    'a Next that leads out of a processor': {
      definition: machineOf({
        M: {
          Type: 'Map',
          ItemProcessor: machineOf({ A: { Type: 'Pass', Next: 'Z' } }),
          Next: 'Z',
        },
        Z: end,
      }),
      breaches: ['/States/M/ItemProcessor/States/A/Next'],
      others: ['MISSING_END_STATE /States/M/ItemProcessor'],
    },
  },
};
