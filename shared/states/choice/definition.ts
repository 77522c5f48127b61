import { assign, inputPath, output, outputPath } from '../commonFields';
import type { StateTypeDefinition } from '../contract';
import { checkChoice } from './checks';
import { choiceSummary } from './summary';

export const choice: StateTypeDefinition = {
  type: 'Choice',
  label: 'Choice',
  description: 'Go on by the first rule that holds, or by the default.',
  icon: 'choice',
  fields: [
    {
      name: 'Choices',
      label: 'Rules',
      tab: 'configuration',
      kind: { kind: 'custom' },
      help: 'Rules, tried in order: the first one that holds says where to go on.',
    },
    inputPath,
    outputPath,
    output,
    assign,
  ],
  check: checkChoice,
  summary: choiceSummary,
  template: () => ({ Type: 'Choice', Choices: [] }),
};
