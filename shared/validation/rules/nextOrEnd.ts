import { own } from '../../base/json';
import { toJsonPath } from '../../workflow/paths';
import { hasNext, typeOf } from '../../workflow/transitions';
import type { Rule } from '../contract';

export const nextOrEnd: Rule = {
  code: 'NEXT_OR_END',
  severity: 'error',
  source: 'ASL specification, "Transitions": a state that is not terminal has Next; a terminal one has no Next',
  check(_definition, tell, states) {
    for (const { path, state } of states) {
      const next = own(state, 'Next');
      const end = own(state, 'End');
      const at = toJsonPath(path);
      if (!hasNext(state)) {
        if (next !== undefined) tell([...at, 'Next'], `A ${typeOf(state)} state has no Next. Remove it.`);
        if (end !== undefined) tell([...at, 'End'], `A ${typeOf(state)} state has no End. Remove it.`);
      } else if (next !== undefined && end === true) tell([...at, 'Next'], 'A state has Next or End, not both.');
      else if (next === undefined && end !== true) tell(at, 'The state leads nowhere. Connect it, or set End.');
      else if (next !== undefined && typeof next !== 'string')
        tell([...at, 'Next'], 'Next must be the name of a state.');
      if (end !== undefined && typeof end !== 'boolean') tell([...at, 'End'], 'End must be true.');
    }
  },
};
