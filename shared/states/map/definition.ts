import { assign, catchField, inputPath, output, outputPath, resultPath, resultSelector, retry } from '../commonFields';
import type { StateField, StateTypeDefinition } from '../contract';
import { checkMap } from './checks';
import { numberOrPath } from './numberOrPath';
import { mapSummary } from './summary';

const distributed = (name: string, help: string): StateField => ({
  name,
  label: name,
  tab: name === 'ResultWriter' ? 'output' : 'input',
  kind: { kind: 'jsonObject' },
  help: `${help} Distributed mode only.`,
});

/** Source: AWS developer guide, "Map workflow state", Inline and Distributed mode. */
export const map: StateTypeDefinition = {
  type: 'Map',
  label: 'Map',
  description: 'Run the same steps for every item of a list, inline or as child executions.',
  icon: 'map',
  fields: [
    {
      name: 'ItemProcessor',
      label: 'Item processor',
      tab: 'configuration',
      kind: { kind: 'custom' },
      help: 'How the items are processed: inside this execution, or in child executions.',
    },
    ...numberOrPath('MaxConcurrency', 'How many items run at once. 0 puts no limit on it.', { from: 'anywhere' }),
    ...numberOrPath('ToleratedFailureCount', 'How many items may fail before the Map Run fails.'),
    ...numberOrPath('ToleratedFailurePercentage', 'What share of the items may fail, in percent.', {
      max: 100,
      integer: false,
    }),
    {
      name: 'Label',
      label: 'Label',
      tab: 'configuration',
      kind: { kind: 'text' },
      help: 'Name of the Map Run in ARNs, up to 40 characters. Distributed mode only.',
    },
    {
      name: 'ItemsPath',
      label: 'ItemsPath',
      tab: 'input',
      kind: { kind: 'path' },
      help: 'Path to the list in the input.',
      queryLanguage: 'JSONPath',
    },
    {
      name: 'Items',
      label: 'Items',
      tab: 'input',
      kind: { kind: 'json' },
      help: 'The list, or a JSONata expression that gives it.',
      queryLanguage: 'JSONata',
      expression: true,
    },
    {
      name: 'ItemSelector',
      label: 'ItemSelector',
      tab: 'input',
      kind: { kind: 'json' },
      help: 'What each iteration gets; the item itself when left out.',
    },
    distributed('ItemReader', 'Reads the items from S3: an object list, JSON, JSON Lines, CSV or an inventory.'),
    distributed('ItemBatcher', 'Hands items over in batches: MaxItemsPerBatch, MaxInputBytesPerBatch, BatchInput.'),
    distributed('ResultWriter', 'Writes the results of the children to S3.'),
    inputPath,
    resultSelector,
    resultPath,
    outputPath,
    output,
    assign,
    retry,
    catchField,
  ],
  check: checkMap,
  summary: mapSummary,
  template: () => ({
    Type: 'Map',
    ItemProcessor: {
      ProcessorConfig: { Mode: 'INLINE' },
      StartAt: '',
      States: {},
    },
  }),
};
