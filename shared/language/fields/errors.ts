import { anyField, comment, listField, numberField, objectField, page, textField, type KnownField } from './contract';

const url = page('concepts-error-handling');
const errorEquals = listField('ErrorEquals', 'The names of errors that it is for. States.ALL stands alone and last.', {
  required: true,
  start: ['States.ALL'],
});
const documented = (fields: readonly KnownField[]) => fields.map((field) => ({ url, ...field }));

/** Source: AWS developer guide, "Retrying after an error". */
export const retrierFields: readonly KnownField[] = documented([
  errorEquals,
  numberField('IntervalSeconds', 'Seconds until the first retry; 1 where nothing is said.'),
  numberField('MaxAttempts', 'How often it is tried again; 3 where nothing is said, 0 for never.'),
  numberField('BackoffRate', 'What each wait is longer by; 2.0 where nothing is said.'),
  numberField('MaxDelaySeconds', 'The longest wait in seconds.'),
  textField('JitterStrategy', 'Whether waits are spread by chance.', { values: ['FULL', 'NONE'] }),
  comment,
]);

/** Source: AWS developer guide, "Fallback states". */
export const catcherFields: readonly KnownField[] = documented([
  errorEquals,
  textField('Next', 'The state that goes on.', { required: true }),
  textField('ResultPath', 'Where the error goes in the input.', { queryLanguage: 'JSONPath' }),
  anyField('Output', 'What the next state gets. $states.errorOutput is the error.', { queryLanguage: 'JSONata' }),
  objectField('Assign', 'Variables to set: name to value or expression.'),
  comment,
]);
