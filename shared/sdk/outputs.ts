import { type JsonObject, type JsonValue, isArray, own } from '../base/index';
import type { ResultMember, ResultShape } from '../services/index';
import { bounds } from './format';

/**
 * What the actions of a service answer, as scripts/catalogue writes it: in a file beside that of their arguments, in the
 * same form of members and types. An action without an entry answers nothing.
 */
export interface SdkOutputs {
  readonly name: string;
  /** By action: the members of its answer. */
  readonly actions: JsonObject;
  readonly structures: readonly JsonValue[];
  readonly enums: readonly (readonly string[])[];
}

const nothing: ResultShape = { kind: 'structure', members: [] };
const read = new WeakMap<SdkOutputs, Map<JsonValue, ResultShape>>();

/** The shape of what an action answers. The same object each time. */
export function outputOf(outputs: SdkOutputs, action: string): ResultShape {
  const members = own(outputs.actions, action);
  return members === undefined ? nothing : structureOf(outputs, members);
}

function structureOf(outputs: SdkOutputs, listed: JsonValue): ResultShape {
  const known = read.get(outputs) ?? new Map<JsonValue, ResultShape>();
  read.set(outputs, known);
  const earlier = known.get(listed);
  if (earlier) return earlier;
  let members: readonly ResultMember[] | undefined;
  const shape: ResultShape = {
    kind: 'structure',
    // Structures hold themselves: members are read when somebody looks.
    get members() {
      return (members ??= membersOf(outputs, listed));
    },
  };
  known.set(listed, shape);
  return shape;
}

function membersOf(outputs: SdkOutputs, listed: JsonValue): ResultMember[] {
  return (isArray(listed) ? listed : []).flatMap((entry): ResultMember[] => {
    if (!isArray(entry)) return [];
    const [name, required, type] = entry;
    return [{ name: String(name as string), required: required === 1, shape: shapeOf(outputs, type) }];
  });
}

function shapeOf(outputs: SdkOutputs, type: JsonValue | undefined): ResultShape {
  const [letter, first, second, third] = isArray(type) ? type : [type];
  switch (letter) {
    case 's':
      return { kind: 'string', ...bounds(first, second) };
    case 'i':
      return { kind: 'integer', ...bounds(first, second) };
    case 'n':
      return { kind: 'number', ...bounds(first, second) };
    case 'b':
      return { kind: 'boolean' };
    case 't':
      return { kind: 'timestamp' };
    case 'x':
      return { kind: 'blob' };
    case 'e':
      return { kind: 'enum', values: outputs.enums[Number(first)] ?? [] };
    case 'l':
      return { kind: 'list', items: shapeOf(outputs, first), ...bounds(second, third) };
    case 'm':
      return { kind: 'map', values: shapeOf(outputs, first) };
    case 'o':
      return structureOf(outputs, outputs.structures[Number(first)] ?? []);
    default:
      return { kind: 'json' };
  }
}
