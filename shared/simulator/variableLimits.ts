import { type JsonObject, type JsonValue, jsonText, own } from '../base/index';
import { StateFailure, type Variables, runtimeFailure } from '../expressions/index';
import { bytesOf } from '../states/index';

/** Bytes of variables by name, as far as they are known. */
export type VariableSizes = Readonly<Record<string, number>>;

/**
 * The bytes of a line's variables after an Assign; throws where AWS refuses it. One Assign may hold as much as a payload,
 * all variables together 10 MiB, and a variable belongs to the scope that assigned it first.
 * Source: AWS developer guide, "Passing data between states with variables", limits and scope. It names no error for the
 * limits: States.DataLimitExceeded is what AWS calls every other size.
 */
export function sizesAfterAssign(
  assigned: JsonObject,
  line: { readonly stateName: string; readonly variables: Variables; readonly outer: Variables | undefined },
  before: VariableSizes,
  limits: { readonly payloadBytes: number; readonly variableBytes: number },
): VariableSizes {
  const after: Record<string, number> = Object.assign(Object.create(null), before);
  let bytes = 0;
  for (const [name, value] of Object.entries(assigned)) {
    if (line.outer !== undefined && own(line.outer, name) !== undefined)
      throw runtimeFailure(`The variable '${name}' belongs to an outer scope and cannot be assigned here.`);
    after[name] = sizeOf(value);
    bytes += after[name];
  }
  if (bytes > limits.payloadBytes) throw tooLarge(line.stateName, 'one Assign', limits.payloadBytes);
  let total = bytes;
  for (const [name, value] of Object.entries(line.variables)) {
    if (own(assigned, name) === undefined) total += after[name] ??= sizeOf(value);
  }
  if (total > limits.variableBytes) throw tooLarge(line.stateName, 'all variables', limits.variableBytes);
  return after;
}

function sizeOf(value: JsonValue): number {
  return bytesOf(jsonText(value));
}

function tooLarge(state: string, what: string, bytes: number): StateFailure {
  const cause = `The state '${state}' assigned variables with a size exceeding the service limit: ${String(bytes)} bytes for ${what}.`;
  return new StateFailure('States.DataLimitExceeded', cause, { terminal: true });
}
