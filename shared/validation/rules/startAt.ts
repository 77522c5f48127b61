import { own } from '../../base/json';
import { toJsonPath } from '../../workflow/paths';
import { allScopes, scopeAt, statesIn } from '../../workflow/scopes';
import type { Rule } from '../contract';

export const startAt: Rule = {
  code: 'MISSING_START',
  severity: 'error',
  source: 'ASL specification, "States Language": StartAt must name one of the states',
  check(definition, tell) {
    for (const scope of allScopes(definition)) {
      const names = statesIn(definition, scope).map((entry) => entry.name);
      const start = own(scopeAt(definition, scope) ?? {}, 'StartAt');
      const at = toJsonPath(scope);
      if (names.length === 0) tell(at, 'There is no state here yet. Add one from the palette.');
      else if (typeof start !== 'string' || start === '')
        tell(at, 'StartAt is missing: connect Start to the first state.');
      else if (!names.includes(start))
        tell([...at, 'StartAt'], `No state is named "${start}". Connect Start to a state.`);
    }
  },
};
