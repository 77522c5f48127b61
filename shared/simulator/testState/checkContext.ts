import { type JsonObject, isObject, own } from '../../base/index';

const allowed: Readonly<Record<string, readonly string[]>> = {
  Execution: ['Id', 'Input', 'Name', 'RoleArn', 'StartTime', 'RedriveCount', 'RedriveTime'],
  State: ['EnteredTime', 'Name', 'RetryCount'],
  StateMachine: ['Id', 'Name'],
  Task: ['Token'],
};

const begin = 'Invalid Context object provided: ';

/** What the API says of a context object that a test gives, or undefined when it takes it. */
export function checkContext(context: JsonObject, state: JsonObject): string | undefined {
  for (const [field, value] of Object.entries(context)) {
    if (field === 'Map') return `${begin}'Map' field is not supported when mocking a Context object`;
    const members = Object.hasOwn(allowed, field) ? allowed[field] : undefined;
    if (members === undefined) return `${begin}Field '${field}' is not allowed`;
    if (!isObject(value)) return `${begin}Field '${field}' must be an object`;
    const unknown = Object.keys(value).find((member) => !members.includes(member));
    if (unknown !== undefined) return `${begin}Field '${unknown}' is not allowed`;
  }
  if (own(context, 'Task') !== undefined && !hasToken(state)) {
    return `${begin}Context object contains 'Task' when state is not a Task state with a '.sync' or '.waitForTaskToken' service integration pattern`;
  }
  return undefined;
}

function hasToken(state: JsonObject): boolean {
  return own(state, 'Type') === 'Task' && /\.(sync(:\d+)?|waitForTaskToken)$/.test(String(own(state, 'Resource')));
}
