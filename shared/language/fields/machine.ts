import { comment, numberField, objectField, page, textField, type KnownField } from './contract';

const startAt = textField('StartAt', 'The name of the state that begins.', { required: true });
const states = objectField('States', 'The states by their names, which are unique in the whole machine.', {
  required: true,
});
const queryLanguage = textField('QueryLanguage', 'The language of expressions: JSONPath where nothing is said.', {
  values: ['JSONata', 'JSONPath'],
  url: page('transforming-data'),
});

/** Source: AWS developer guide, "State machine structure in Amazon States Language". */
export const machineFields: readonly KnownField[] = [
  comment,
  queryLanguage,
  startAt,
  states,
  numberField('TimeoutSeconds', 'Seconds until the execution fails with States.Timeout.'),
  textField('Version', 'The version of the language: "1.0".', { values: ['1.0'] }),
].map((field) => ({ url: page('statemachine-structure'), ...field }));

/** Fields of a branch of a Parallel. */
export const scopeFields: readonly KnownField[] = [comment, startAt, states];

/** Fields of the ItemProcessor of a Map. */
export const processorFields: readonly KnownField[] = [
  ...scopeFields,
  objectField('ProcessorConfig', 'Whether iterations run inside the execution, or as executions of their own.', {
    url: page('state-map'),
  }),
];

/** Fields that a state of every type may have. */
export const commonFields: readonly KnownField[] = [comment, queryLanguage];
