import { isArray, isObject, own, type JsonObject } from '../../base/json';
import { isStateType } from '../../asl/stateFacts';
import { toJsonPath } from '../../workflow/paths';
import { queryLanguageOf } from '../../workflow/scopes';
import type { Rule } from '../contract';

export const requiredFields: Rule = {
  code: 'FIELD_REQUIRED',
  severity: 'error',
  source: 'ASL specification, the required fields of each state type',
  check(definition, tell, states) {
    for (const { path, state } of states) {
      const type = own(state, 'Type');
      if (!isStateType(type)) continue;
      const at = toJsonPath(path);
      const language = queryLanguageOf(definition, path);
      switch (type) {
        case 'Task': {
          const resource = own(state, 'Resource');
          if (resource === undefined) tell(at, 'Resource is missing: say what the state calls.');
          else if (typeof resource !== 'string' || resource === '')
            tell([...at, 'Resource'], 'Resource must be an ARN.');
          break;
        }
        case 'Wait': {
          const forms = ['Seconds', 'Timestamp', 'SecondsPath', 'TimestampPath'].filter((name) =>
            Object.hasOwn(state, name),
          );
          if (forms.length !== 1)
            tell(at, 'A Wait state has exactly one of Seconds, Timestamp, SecondsPath and TimestampPath.');
          break;
        }
        case 'Choice': {
          const rules = own(state, 'Choices');
          if (rules === undefined) tell(at, 'Choices is missing: add a rule.');
          else if (!isArray(rules)) tell([...at, 'Choices'], 'Choices must be a list of rules.');
          else if (rules.length === 0)
            tell([...at, 'Choices'], 'A Choice needs at least one rule: draw a line from it to a state.');
          break;
        }
        case 'Parallel': {
          const branches = own(state, 'Branches');
          if (branches === undefined) tell(at, 'Branches is missing.');
          else if (!isArray(branches)) tell([...at, 'Branches'], 'Branches must be a list.');
          else if (branches.length === 0) tell([...at, 'Branches'], 'A Parallel state needs at least one branch.');
          else branches.forEach((branch, index) => machineParts(branch, [...at, 'Branches', index], tell));
          break;
        }
        case 'Map': {
          const [processor, iterator] = [own(state, 'ItemProcessor'), own(state, 'Iterator')];
          if (processor === undefined && iterator === undefined) tell(at, 'ItemProcessor is missing.');
          else if (processor !== undefined && iterator !== undefined) {
            tell([...at, 'Iterator'], 'Only one of ItemProcessor and Iterator can be set; Iterator is the old name.');
          } else
            machineParts(processor ?? iterator, [...at, processor === undefined ? 'Iterator' : 'ItemProcessor'], tell);
          if (Object.hasOwn(state, 'ItemSelector') && Object.hasOwn(state, 'Parameters')) {
            tell(
              [...at, 'Parameters'],
              'Only one of ItemSelector and Parameters can be set; Parameters is the old name.',
            );
          }
          mapFields(state, at, language, tell);
          break;
        }
        default:
      }
    }
  },
};

type Tell = Parameters<Rule['check']>[1];
type Place = Parameters<Tell>[0];

function machineParts(value: unknown, at: Place, tell: Tell): void {
  if (!isObject(value as never)) {
    tell(at, 'This must be an object with StartAt and States.');
    return;
  }
  const machine = value as JsonObject;
  if (!isObject(own(machine, 'States'))) tell(at, 'States is missing here.');
  if (Object.hasOwn(machine, 'QueryLanguage'))
    tell([...at, 'QueryLanguage'], 'Only the machine and its states have a QueryLanguage.');
}

function mapFields(state: JsonObject, at: Place, language: string, tell: Tell): void {
  const config = own(state, 'ItemProcessor');
  const mode =
    isObject(config) && isObject(own(config, 'ProcessorConfig'))
      ? (config['ProcessorConfig'] as JsonObject)['Mode']
      : undefined;
  if (mode !== undefined && mode !== 'INLINE' && mode !== 'DISTRIBUTED') {
    tell([...at, 'ItemProcessor', 'ProcessorConfig', 'Mode'], 'Mode must be INLINE or DISTRIBUTED.');
  }
  if (mode !== 'DISTRIBUTED') {
    // ToleratedFailureCount and its like are taken in inline Maps as well: AWS ran such machines when they were recorded.
    for (const name of ['ItemReader', 'ItemBatcher', 'ResultWriter', 'Label']) {
      if (Object.hasOwn(state, name)) tell([...at, name], `${name} needs a Map in distributed mode.`);
    }
  }
  if (language === 'JSONata' && Object.hasOwn(state, 'Parameters'))
    tell([...at, 'Parameters'], 'Parameters belongs to JSONPath.');
}
