import { isArray, own } from '../../base/index';
import type { StateCheck } from '../contract';
import { checkScope } from '../scopeCheck';

export const checkParallel: StateCheck = (state, _language, report) => {
  const branches = own(state, 'Branches');
  if (branches === undefined) report([], 'Branches is missing.');
  else if (!isArray(branches)) report(['Branches'], 'Branches must be a list.');
  else if (branches.length === 0) report(['Branches'], 'A Parallel state needs at least one branch.');
  else for (const [index, branch] of branches.entries()) checkScope(branch, ['Branches', index], report);
};
