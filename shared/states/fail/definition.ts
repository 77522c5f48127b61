import { own } from '../../base/index';
import type { StateField, StateTypeDefinition } from '../contract';

const fixed = (name: 'Error' | 'Cause', help: string, multiline: boolean): StateField => ({
  name,
  label: name,
  tab: 'configuration',
  kind: multiline ? { kind: 'text', multiline: true } : { kind: 'text' },
  help,
  expression: true,
  excludes: [`${name}Path`],
});

const byPath = (name: 'Error' | 'Cause', help: string): StateField => ({
  name: `${name}Path`,
  label: `${name}Path`,
  tab: 'configuration',
  kind: { kind: 'path', calls: 'text' },
  help,
  queryLanguage: 'JSONPath',
  excludes: [name],
});

export const fail: StateTypeDefinition = {
  type: 'Fail',
  label: 'Fail',
  description: 'End the execution, or this branch of it, with an error.',
  icon: 'fail',
  fields: [
    fixed('Error', 'Name of the error, such as OrderRejected. A Catch or Retry matches on it.', false),
    byPath('Error', 'Path or intrinsic function that gives the name of the error.'),
    fixed('Cause', 'What happened, in words.', true),
    byPath('Cause', 'Path or intrinsic function that gives the cause.'),
  ],
  summary: (state) => {
    const error = own(state, 'Error');
    return { action: typeof error === 'string' ? `Fail · ${error}` : 'Fail' };
  },
  template: () => ({ Type: 'Fail', Error: 'WorkflowFailed', Cause: 'Say here what went wrong.' }),
};
