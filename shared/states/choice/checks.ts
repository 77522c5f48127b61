import { isArray, own } from '../../base/index';
import type { StateCheck } from '../contract';

export const checkChoice: StateCheck = (state, _language, report) => {
  const rules = own(state, 'Choices');
  if (rules === undefined) report([], 'Choices is missing: add a rule.');
  else if (!isArray(rules)) report(['Choices'], 'Choices must be a list of rules.');
  else if (rules.length === 0) report(['Choices'], 'A Choice needs at least one rule: draw a line from it to a state.');
};
