import { toJsonPath } from '../../workflow/paths';
import type { Rule } from '../contract';

export const uniqueNames: Rule = {
  code: 'DUPLICATE_STATE_NAME',
  severity: 'error',
  source: 'ASL specification, "States": names are unique within the whole state machine',
  check(_definition, tell, states) {
    const seen = new Set<string>();
    for (const { name, path } of states) {
      if (seen.has(name)) tell(toJsonPath(path), `Another state is named "${name}" too. Rename one of them.`);
      seen.add(name);
    }
  },
};

export const nameLength: Rule = {
  code: 'STATE_NAME_TOO_LONG',
  severity: 'error',
  source: 'ASL specification, "States": at most 80 Unicode characters',
  check(_definition, tell, states) {
    for (const { name, path } of states) {
      if ([...name].length > 80) tell(toJsonPath(path), `The name has ${[...name].length} characters; 80 are allowed.`);
    }
  },
};
