import { comparisons } from '../../states/index';
import { anyField, comment, listField, objectField, page, textField, type KnownField } from './contract';

const url = page('state-choice');

const forms = { string: 'text', timestamp: 'text', path: 'text', number: 'number', boolean: 'boolean' } as const;

/** Source: AWS developer guide, "Choice workflow state"; the operators are those of states/choice. */
export const choiceRuleFields: readonly KnownField[] = [
  textField('Condition', 'The rule holds where this expression gives true.', {
    queryLanguage: 'JSONata',
    start: '{%  %}',
  }),
  textField('Variable', 'Path to the value that is compared.', { queryLanguage: 'JSONPath', start: '$.' }),
  ...[...comparisons].map(([name, comparand]): KnownField => ({
    name,
    form: forms[comparand],
    help: comparand === 'path' ? 'Compares with the value at a path.' : `Compares with a ${comparand}.`,
    queryLanguage: 'JSONPath',
  })),
  listField('And', 'Holds where all of the rules in it do.', { queryLanguage: 'JSONPath' }),
  listField('Or', 'Holds where one of the rules in it does.', { queryLanguage: 'JSONPath' }),
  objectField('Not', 'Holds where the rule in it does not.', { queryLanguage: 'JSONPath' }),
  textField('Next', 'The state that goes on.', { required: true }),
  objectField('Assign', 'Variables to set when the rule is taken: name to value or expression.'),
  anyField('Output', 'What the next state gets.', { queryLanguage: 'JSONata' }),
  comment,
].map((field) => ({ url, ...field }));
