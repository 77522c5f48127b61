import { assign, inputPath, output, outputPath, parameters, resultPath } from '../commonFields';
import type { StateTypeDefinition } from '../contract';

export const pass: StateTypeDefinition = {
  type: 'Pass',
  label: 'Pass',
  description: 'Hand the input on, changed or not.',
  icon: 'pass',
  fields: [
    {
      name: 'Result',
      label: 'Result',
      tab: 'configuration',
      kind: { kind: 'json' },
      help: 'A fixed result, taken literally.',
      queryLanguage: 'JSONPath',
    },
    inputPath,
    parameters,
    resultPath,
    outputPath,
    output,
    assign,
  ],
  summary: () => ({ action: 'Pass' }),
  template: () => ({ Type: 'Pass' }),
};
