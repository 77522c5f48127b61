import { isPlaceholder } from '../../asl/index';
import { type JsonObject, isObject, own } from '../../base/index';
import type { ReportBreach, StateCheck } from '../contract';

export const checkTask: StateCheck = (state, language, report) => {
  const resource = own(state, 'Resource');
  if (resource === undefined) report([], 'Resource is missing: say what the state calls.');
  else if ((typeof resource !== 'string' && !isPlaceholder(resource)) || resource === '')
    report(['Resource'], 'Resource must be an ARN.');
  const credentials = own(state, 'Credentials');
  if (isObject(credentials) && !isPlaceholder(credentials))
    checkCredentials(credentials, language === 'JSONPath', report);
};

/** The role that the call is made with. Source: AWS: "The field 'RoleArn' is required but was missing". */
function checkCredentials(credentials: JsonObject, inJsonPath: boolean, report: ReportBreach): void {
  const names = inJsonPath ? ['RoleArn', 'RoleArn.$'] : ['RoleArn'];
  const at = ['Credentials'];
  if (!names.some((name) => Object.hasOwn(credentials, name))) report(at, 'RoleArn is missing: the role to call with.');
  for (const name of Object.keys(credentials))
    if (!names.includes(name)) report([...at, name], `Credentials has no field "${name}".`);
  const role = own(credentials, 'RoleArn');
  if (role !== undefined && typeof role !== 'string' && !isPlaceholder(role))
    report([...at, 'RoleArn'], 'RoleArn must be the ARN of a role.');
}
