import { type JsonObject, jsonText } from '../base/index';
import type { EventDetails, StateEvents } from '../history/index';
import type { CompiledState } from '../states/index';

/** The event of leaving a state. Throws for a Fail, which is never left. */
export function exitedEvent(state: CompiledState): NonNullable<StateEvents['exited']> {
  const { exited } = state.events;
  if (exited === undefined) throw new Error(`A ${state.type} state is never exited`);
  return exited;
}

export function exitedDetails(
  name: string,
  output: string,
  assigned: JsonObject | undefined,
): EventDetails<NonNullable<StateEvents['exited']>> {
  if (assigned === undefined) return { name, output, outputDetails: notTruncated };
  return {
    name,
    output,
    outputDetails: notTruncated,
    assignedVariables: Object.fromEntries(Object.entries(assigned).map(([key, value]) => [key, jsonText(value)])),
    assignedVariablesDetails: notTruncated,
  };
}

const notTruncated = Object.freeze({ truncated: false });
