import { type JsonObject, own } from '../../base/index';
import { type ResultMember, type ResultShape, type SdkCatalogue, taskResults } from '../../services/index';

/**
 * The members that the result of a Task may have at a way below it, by what the catalogue says of the call; none where it
 * says nothing, or has not been loaded yet.
 */
export function resultMembers(
  state: JsonObject,
  steps: readonly string[],
  catalogue: SdkCatalogue | null,
): readonly ResultMember[] {
  const resource = own(state, 'Resource');
  if (typeof resource !== 'string' || catalogue === null) return [];
  let shape = taskResults((service, action) => catalogue.result(service, action))(resource);
  for (const step of steps) {
    shape = itemOf(shape);
    // An index or a filter takes an item.
    if (step.startsWith('[')) continue;
    shape = shape?.kind === 'structure' ? memberOf(shape.members, step) : shape?.kind === 'map' ? shape.values : null;
  }
  const found = itemOf(shape);
  return found?.kind === 'structure' ? found.members : [];
}

function memberOf(members: readonly ResultMember[], name: string): ResultShape | null {
  return members.find((member) => member.name === name)?.shape ?? null;
}

function itemOf(shape: ResultShape | null): ResultShape | null {
  return shape?.kind === 'list' ? itemOf(shape.items) : shape;
}
