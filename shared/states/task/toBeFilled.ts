import { type JsonObject, type JsonValue, isArray, isObject, own } from '../../base/index';
import { readResource } from '../../services/index';

/** What a new task names stands for the person's own, and is called so. */
const stand = /(?:^|[/:])(my-[\w-]+)/;

/**
 * The arguments of a task that still name what the palette put there (`my-function`, an ARN of `my-topic`), by their paths in
 * Arguments or Parameters such as `NetworkConfiguration.Subnets[0]`; `Resource` for an activity. They are valid, so no rule tells of
 * them, but a deployment would fail.
 */
export function toBeFilled(state: JsonObject): readonly string[] {
  const resource = own(state, 'Resource');
  if (own(state, 'Type') !== 'Task' || typeof resource !== 'string') return [];
  const read = readResource(resource);
  if (read.kind === 'activity') return stand.test(resource) ? ['Resource'] : [];
  if (read.kind !== 'action') return [];
  const given = own(state, 'Arguments') ?? own(state, 'Parameters');
  const found: string[] = [];
  if (isObject(given)) compare(given, read.action.arguments, '', found);
  return found;
}

function compare(given: JsonValue | undefined, came: JsonValue, at: string, found: string[]): void {
  if (typeof came === 'string') {
    const name = stand.exec(came)?.[1];
    // The region and account of an ARN may be the person's own already.
    if (name !== undefined && typeof given === 'string' && stand.exec(given)?.[1] === name) found.push(at);
  } else if (isArray(came)) {
    if (isArray(given)) came.forEach((item, index) => compare(given[index], item, `${at}[${index}]`, found));
  } else if (isObject(came) && isObject(given)) {
    for (const [key, item] of Object.entries(came))
      compare(own(given, key), item, at === '' ? key : `${at}.${key}`, found);
  }
}
