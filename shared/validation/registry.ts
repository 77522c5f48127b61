import type { Rule } from './contract';
import { callArguments } from './rules/callArguments';
import { choiceRules } from './rules/choiceRules';
import { definitionSize } from './rules/definitionSize';
import { descendantQueryLanguage } from './rules/descendantQueryLanguage';
import { errorHandling } from './rules/errorHandling';
import { express } from './rules/express';
import { expressDuration } from './rules/expressDuration';
import { expressionAsText } from './rules/expressionAsText';
import { fieldValues } from './rules/fieldValues';
import { closedService } from './rules/closedService';
import { heartbeat } from './rules/heartbeat';
import { jsonataFunctions } from './rules/jsonataFunctions';
import { jsonataReferences } from './rules/jsonataReferences';
import { jsonataSyntax } from './rules/jsonataSyntax';
import { knownFields } from './rules/knownFields';
import { labels } from './rules/labels';
import { mapFields } from './rules/mapFields';
import { nameLength } from './rules/nameLength';
import { nextOrEnd } from './rules/nextOrEnd';
import { noDollar } from './rules/noDollar';
import { noPath } from './rules/noPath';
import { openMapRuns } from './rules/openMapRuns';
import { passResultIsStatic } from './rules/passResultIsStatic';
import { pathNeverThere } from './rules/pathNeverThere';
import { payloadTemplates } from './rules/payloadTemplates';
import { reachable } from './rules/reachable';
import { requiredFields } from './rules/requiredFields';
import { reservedErrorNames } from './rules/reservedErrorNames';
import { resource } from './rules/resource';
import { startAt } from './rules/startAt';
import { stateObjects } from './rules/stateObjects';
import { statesMembers } from './rules/statesMembers';
import { stateType } from './rules/stateType';
import { terminal } from './rules/terminal';
import { transitionTargets } from './rules/transitionTargets';
import { unassignedVariables } from './rules/unassignedVariables';
import { uniqueLabels } from './rules/uniqueLabels';
import { uniqueNames } from './rules/uniqueNames';
import { unwrittenCondition } from './rules/unwrittenCondition';
import { variableNames } from './rules/variableNames';
import { variableScopes } from './rules/variableScopes';
import { validator } from './validator';

export type { Diagnostic, Fix } from './contract';

/** Every rule, in the order in which the breaches of one state are shown. To add one, add its file and a line here. */
export const rules: readonly Rule[] = [
  startAt,
  transitionTargets,
  nextOrEnd,
  reachable,
  terminal,
  stateObjects,
  uniqueNames,
  nameLength,
  stateType,
  knownFields,
  requiredFields,
  fieldValues,
  mapFields,
  labels,
  uniqueLabels,
  choiceRules,
  errorHandling,
  reservedErrorNames,
  payloadTemplates,
  jsonataSyntax,
  expressionAsText,
  jsonataReferences,
  statesMembers,
  jsonataFunctions,
  variableNames,
  variableScopes,
  unassignedVariables,
  resource,
  callArguments,
  closedService,
  heartbeat,
  express,
  expressDuration,
  descendantQueryLanguage,
  noDollar,
  noPath,
  passResultIsStatic,
  unwrittenCondition,
  pathNeverThere,
  openMapRuns,
  definitionSize,
];

/** Everything that is wrong with a definition by all rules. */
export const validateDefinition = validator(rules);
