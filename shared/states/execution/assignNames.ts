import { variableNameProblem, variableOfKey } from '../../asl/index';
import { type JsonObject, isArray, isObject, own } from '../../base/index';
import type { StateSource } from '../compiling';

/** Reports names of variables that AWS refuses, in the state's Assign and in those of its rules and catchers. */
export function checkAssignedNames(source: StateSource): void {
  checkAssign(source, source.definition, []);
  for (const field of ['Choices', 'Catch']) {
    const items = own(source.definition, field);
    if (!isArray(items)) continue;
    for (const [i, item] of items.entries()) if (isObject(item)) checkAssign(source, item, [field, i]);
  }
}

function checkAssign(source: StateSource, holder: JsonObject, at: readonly (string | number)[]): void {
  const assign = own(holder, 'Assign');
  if (!isObject(assign)) return;
  for (const key of Object.keys(assign)) {
    const problem = variableNameProblem(variableOfKey(key));
    if (problem !== null) source.report('INVALID_VARIABLE', problem, [...at, 'Assign', key]);
  }
}
