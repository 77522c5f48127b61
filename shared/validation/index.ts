import type { JsonObject } from '../base/json';
import { allStates } from '../workflow/scopes';
import { diagnosticsOf, type Diagnostic, type Rule } from './contract';
import type { SdkCatalogue } from '../services/index';
import { callArguments } from './rules/callArguments';
import { choiceRules } from './rules/choiceRules';
import { errorHandling } from './rules/errorHandling';
import { fieldValues, knownFields, stateType } from './rules/fields';
import { nameLength, uniqueNames } from './rules/names';
import { nextOrEnd } from './rules/nextOrEnd';
import { reachable, terminal } from './rules/reachable';
import { requiredFields } from './rules/requiredFields';
import { resource } from './rules/resource';
import { startAt } from './rules/startAt';
import { heartbeat } from './rules/heartbeat';
import { transitionTargets } from './rules/transitionTargets';

export type { Diagnostic, Fix } from './contract';

/** Every rule; to add one, add its file and a line here. */
export const rules: readonly Rule[] = [
  startAt,
  transitionTargets,
  nextOrEnd,
  reachable,
  terminal,
  uniqueNames,
  nameLength,
  stateType,
  knownFields,
  requiredFields,
  fieldValues,
  choiceRules,
  errorHandling,
  resource,
  callArguments,
  heartbeat,
];

/**
 * Everything that is wrong with a definition, in the order of its states.
 * @param catalogue what is known of SDK actions by now; without it they are judged by their form alone
 */
export function validateDefinition(
  definition: JsonObject,
  catalogue: SdkCatalogue | null = null,
): readonly Diagnostic[] {
  const states = allStates(definition);
  const order = new Map(states.map((entry, index) => [entry.path, index]));
  const found = rules.flatMap((rule) => diagnosticsOf(rule, definition, states, catalogue));
  const place = ({ state }: Diagnostic) => (state === null ? -1 : (order.get(state) ?? -1));
  return found.sort((a, b) => place(a) - place(b));
}
