import { toJsonPath } from '../../workflow/paths';
import { allScopes } from '../../workflow/scopes';
import { transitionsIn, type TransitionSlot } from '../../workflow/transitions';
import type { Rule } from '../contract';

export const transitionTargets: Rule = {
  code: 'MISSING_TRANSITION_TARGET',
  severity: 'error',
  source: 'ASL specification, "Transitions": the target is a state of the same States object',
  check(definition, tell) {
    for (const scope of allScopes(definition)) {
      for (const { ref, target, targetPath } of transitionsIn(definition, scope)) {
        if (targetPath !== null || ref.from === null) continue;
        const at = [...toJsonPath(ref.from), ...stepsTo(ref.slot)];
        tell(at, `No state is named "${target}" here. Connect it to a state of the same Map, branch or machine.`);
      }
    }
  },
};

function stepsTo(slot: TransitionSlot): (string | number)[] {
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
