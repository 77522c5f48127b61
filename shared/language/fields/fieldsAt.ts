import type { JsonPath } from '../../base/index';
import type { SdkCatalogue } from '../../services/index';
import { mapFieldsAt } from '../../states/index';
import type { DocumentIndex } from '../documentIndex';
import { languageAt, surroundingsOf, type Surroundings } from '../surroundings';
import { argumentFields } from './arguments';
import { choiceRuleFields } from './choiceRule';
import type { KnownField } from './contract';
import { catcherFields, retrierFields } from './errors';
import { machineFields, processorFields, scopeFields } from './machine';
import { fieldsOfState, knownField } from './stateFields';

/** The fields that the object at a place may have, in its query language; none where people choose the names. */
export function fieldsAt(index: DocumentIndex, place: JsonPath, catalogue: SdkCatalogue | null): readonly KnownField[] {
  if (place.length === 0) return machineFields;
  const around = surroundingsOf(index, place);
  if (!around) return [];
  const language = languageAt(index, around.state);
  return fieldsIn(around, catalogue).filter(
    ({ queryLanguage }) => queryLanguage === undefined || queryLanguage === language,
  );
}

function fieldsIn({ state, type, rest }: Surroundings, catalogue: SdkCatalogue | null): readonly KnownField[] {
  const [field, ...below] = rest;
  switch (field) {
    case undefined:
      return fieldsOfState(state, type);
    case 'Retry':
      return below.length === 1 ? retrierFields : [];
    case 'Catch':
      return below.length === 1 ? catcherFields : [];
    case 'Choices':
      return isRule(below) ? choiceRuleFields : [];
    case 'Branches':
      return below.length === 1 ? scopeFields : [];
    case 'ItemProcessor':
    case 'Iterator':
      if (below.length === 0) return processorFields;
      return mapFieldsAt(rest).map(knownField);
    case 'Parameters':
    case 'Arguments':
      return type === 'Task' ? argumentFields(state, below, catalogue) : [];
    default:
      return type === 'Map' ? mapFieldsAt(rest).map(knownField) : [];
  }
}

/** Rules stand in a list, and inside And, Or and Not. */
function isRule(path: JsonPath): boolean {
  const [index, inside, ...rest] = path;
  if (typeof index !== 'number') return false;
  if (inside === undefined) return true;
  if (inside === 'Not') return rest.length === 0 || isRule([0, ...rest]);
  return (inside === 'And' || inside === 'Or') && isRule(rest);
}

/** The field that a member is; null where its name is none that is known. */
export function fieldAt(
  index: DocumentIndex,
  holder: JsonPath,
  name: string,
  catalogue: SdkCatalogue | null,
): KnownField | null {
  const fields = fieldsAt(index, holder, catalogue);
  return fields.find((field) => field.name === name) ?? fields.find((field) => `${field.name}.$` === name) ?? null;
}
