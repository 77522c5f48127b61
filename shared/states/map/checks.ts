import { isMeantAsExpression, isPlaceholder } from '../../asl/index';
import { isArray, isObject, own } from '../../base/index';
import type { StateCheck } from '../contract';
import { checkScope } from '../scopeCheck';
import { mapModes, modeOf } from './processor';

/** Fields that only a distributed Map has. ToleratedFailureCount and its like are taken in inline Maps as well: AWS runs such machines. */
const distributedOnly = ['ItemReader', 'ItemBatcher', 'ResultWriter', 'Label'] as const;

export const checkMap: StateCheck = (state, language, report) => {
  const [processor, iterator] = [own(state, 'ItemProcessor'), own(state, 'Iterator')];
  if (processor === undefined && iterator === undefined) report([], 'ItemProcessor is missing.');
  else if (processor !== undefined && iterator !== undefined) {
    report(['Iterator'], 'Only one of ItemProcessor and Iterator can be set; Iterator is the old name.');
  } else checkScope(processor ?? iterator, [processor === undefined ? 'Iterator' : 'ItemProcessor'], report);
  if (Object.hasOwn(state, 'ItemSelector') && Object.hasOwn(state, 'Parameters')) {
    report(['Parameters'], 'Only one of ItemSelector and Parameters can be set; Parameters is the old name.');
  }
  const items = own(state, 'Items');
  if (language === 'JSONata' && items !== undefined && !isArray(items) && !isObject(items))
    if (!isMeantAsExpression(items) && !isPlaceholder(items))
      report(['Items'], 'Items must be a list, an object or an expression.');
  const mode = modeOf(state);
  if (isPlaceholder(mode)) return;
  if (mode !== undefined && !mapModes.some((known) => known === mode)) {
    report(['ItemProcessor', 'ProcessorConfig', 'Mode'], `Mode must be ${mapModes.join(' or ')}.`);
  }
  if (mode !== 'DISTRIBUTED') {
    for (const name of distributedOnly) {
      if (Object.hasOwn(state, name)) report([name], `${name} needs a Map in distributed mode.`);
    }
  }
  if (language === 'JSONata' && Object.hasOwn(state, 'Parameters'))
    report(['Parameters'], 'Parameters belongs to JSONPath.');
};
