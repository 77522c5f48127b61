import { type JsonObject, type JsonValue, isArray, isObject, jsonText, own } from '../../base/index';

/** What is wrong with an integration's parameters; AWS finds it before it schedules the task. */
export type ParameterCheck = (parameters: JsonObject) => readonly string[];

const invalidFormat = (field: string): string => `The value of the field '${field}' has an invalid format`;

/** API Gateway takes each header and query parameter as a list of strings. */
function listsOf(field: string, parameters: JsonObject): readonly string[] {
  const value = own(parameters, field);
  if (value === undefined) return [];
  const fits = isObject(value) && Object.values(value).every((one) => isArray(one));
  return fits ? [] : [invalidFormat(field)];
}

const checks: ReadonlyMap<string, ParameterCheck> = new Map([
  [
    'apigateway:invoke',
    (parameters: JsonObject) => [...listsOf('Headers', parameters), ...listsOf('QueryParameters', parameters)],
  ],
]);

/** What checks the parameters of an integration; undefined where nothing is checked before the task starts. */
export function parameterCheck(resourceType: string, resource: string): ParameterCheck | undefined {
  const action = resource.replace(/\.(?:sync(?::\d+)?|waitForTaskToken)$/, '');
  return checks.get(`${resourceType}:${action}`);
}

/**
 * Why AWS would not start a task with these parameters, in its words (a States.Runtime of the state); undefined when
 * it would. Only what the recordings show is checked: services refuse the rest themselves.
 */
export function parameterProblem(check: ParameterCheck | undefined, parameters: JsonValue): string | undefined {
  const problems = check === undefined || !isObject(parameters) ? [] : check(parameters);
  if (problems.length === 0) return undefined;
  return `The Parameters '${jsonText(parameters)}' could not be used to start the Task: [${problems.join(', ')}]`;
}
