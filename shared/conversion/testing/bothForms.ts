import type { QueryLanguage } from '../../asl/index';
import type { JsonObject, JsonValue } from '../../base/index';
import { foldHistory } from '../../history/index';
import { runMachine } from '../../simulator/testing/runMachine';
import type { StatePath } from '../../workflow/index';
import { convertState } from '../convert';

export const work = 'arn:aws:lambda:us-east-1:123456789012:function:work';

/** The place of the state in the machine of a test. */
export const at = '/States/S' as StatePath;

/** A machine around a state, with the states that tests let it go on to. */
export function machineOf(state: JsonObject): JsonObject {
  const end: JsonObject = { Type: 'Pass', End: true };
  const seen: JsonObject = { Type: 'Pass', Parameters: { 'v.$': '$v' }, End: true };
  return { StartAt: 'S', States: { S: state, Y: end, N: 'Assign' in state ? seen : end, Seen: seen } };
}

/** What a state gives in its own form and in the other one, or why it is refused. */
export async function bothForms(state: JsonObject, input: JsonValue, to: QueryLanguage) {
  const definition = machineOf(to === 'JSONPath' ? { ...state, QueryLanguage: 'JSONata' } : state);
  const { definition: converted, why, differences } = convertState(definition, at, to);
  const end = async (machine: JsonObject) => {
    const worker = () => ({ outcome: { kind: 'success', output: 'result' } as const });
    const { status, output, error, events } = await runMachine(machine, { input, worker });
    const entered = foldHistory(events).visits.map(({ name }) => name);
    return { entered, output, error: status === 'SUCCEEDED' ? undefined : error };
  };
  return { before: await end(definition), after: why === null ? await end(converted) : null, why, differences };
}
