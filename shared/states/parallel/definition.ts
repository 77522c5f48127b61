import {
  assign,
  catchField,
  inputPath,
  output,
  outputPath,
  parameters,
  resultPath,
  resultSelector,
  retry,
  stateArguments,
} from '../commonFields';
import type { StateTypeDefinition } from '../contract';
import { checkParallel } from './checks';
import { parallelSummary } from './summary';

export const parallel: StateTypeDefinition = {
  type: 'Parallel',
  label: 'Parallel',
  description: 'Run branches side by side and go on when all have ended.',
  icon: 'parallel',
  fields: [
    {
      name: 'Branches',
      label: 'Branches',
      tab: 'configuration',
      kind: { kind: 'custom' },
      help: 'Each branch gets the same input; the result is the list of their outputs, in this order.',
    },
    inputPath,
    parameters,
    stateArguments,
    resultSelector,
    resultPath,
    outputPath,
    output,
    assign,
    retry,
    catchField,
  ],
  check: checkParallel,
  summary: parallelSummary,
  template: () => ({
    Type: 'Parallel',
    Branches: [
      { StartAt: '', States: {} },
      { StartAt: '', States: {} },
    ],
  }),
};
