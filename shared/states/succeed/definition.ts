import { inputPath, output, outputPath } from '../commonFields';
import type { StateTypeDefinition } from '../contract';

export const succeed: StateTypeDefinition = {
  type: 'Succeed',
  label: 'Succeed',
  description: 'End the execution, or this branch of it, with success.',
  icon: 'succeed',
  fields: [inputPath, outputPath, output],
  summary: () => ({ action: 'Succeed' }),
  template: () => ({ Type: 'Succeed' }),
};
