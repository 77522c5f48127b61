import { assign, inputPath, maxSeconds, output, outputPath } from '../commonFields';
import type { StateField, StateTypeDefinition } from '../contract';
import { waitForms, type WaitForm } from './forms';
import { checkWait } from './checks';
import { waitSummary } from './summary';

const others = (form: WaitForm) => waitForms.filter((other) => other !== form);

const form = (field: Omit<StateField, 'tab' | 'excludes'> & { name: WaitForm }): StateField => ({
  ...field,
  tab: 'configuration',
  excludes: others(field.name),
});

export const wait: StateTypeDefinition = {
  type: 'Wait',
  label: 'Wait',
  description: 'Wait for a time, or until a moment.',
  icon: 'wait',
  fields: [
    form({
      name: 'Seconds',
      label: 'Seconds',
      kind: { kind: 'number', integer: true, min: 0, max: maxSeconds },
      help: 'How many seconds to wait.',
      expression: true,
    }),
    form({
      name: 'Timestamp',
      label: 'Timestamp',
      kind: { kind: 'timestamp' },
      help: 'The moment to wait for, such as 2026-01-31T09:00:00Z.',
      expression: true,
    }),
    form({
      name: 'SecondsPath',
      label: 'SecondsPath',
      kind: { kind: 'referencePath', from: 'anywhere' },
      help: 'Path to the number of seconds in the input.',
      queryLanguage: 'JSONPath',
    }),
    form({
      name: 'TimestampPath',
      label: 'TimestampPath',
      kind: { kind: 'referencePath', from: 'anywhere' },
      help: 'Path to the moment in the input.',
      queryLanguage: 'JSONPath',
    }),
    inputPath,
    outputPath,
    output,
    assign,
  ],
  check: checkWait,
  summary: waitSummary,
  template: () => ({ Type: 'Wait', Seconds: 60 }),
};
