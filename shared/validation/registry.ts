import type { Rule } from './contract';
import { callArguments } from './rules/callArguments';
import { choiceRules } from './rules/choiceRules';
import { errorHandling } from './rules/errorHandling';
import { fieldValues } from './rules/fieldValues';
import { heartbeat } from './rules/heartbeat';
import { knownFields } from './rules/knownFields';
import { nameLength } from './rules/nameLength';
import { nextOrEnd } from './rules/nextOrEnd';
import { reachable } from './rules/reachable';
import { requiredFields } from './rules/requiredFields';
import { resource } from './rules/resource';
import { startAt } from './rules/startAt';
import { stateType } from './rules/stateType';
import { terminal } from './rules/terminal';
import { transitionTargets } from './rules/transitionTargets';
import { uniqueNames } from './rules/uniqueNames';
import { validator } from './validator';

export type { Diagnostic, Fix } from './contract';

/** Every rule, in the order in which the breaches of one state are shown. To add one, add its file and a line here. */
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

/** Everything that is wrong with a definition by all rules. */
export const validateDefinition = validator(rules);
