import { own } from '../../base/index';
import type { StateCheck } from '../contract';

export const checkTask: StateCheck = (state, _language, report) => {
  const resource = own(state, 'Resource');
  if (resource === undefined) report([], 'Resource is missing: say what the state calls.');
  else if (typeof resource !== 'string' || resource === '') report(['Resource'], 'Resource must be an ARN.');
};
