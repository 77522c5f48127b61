import { type QueryLanguage, type StateType, typeHasNext, typeHasRules } from '../../asl/index';
import { type JsonObject, own } from '../../base/index';
import { readResource } from '../../services/index';
import { fieldsOf, type StateField } from '../../states/index';
import { booleanField, page, textField, type KnownField } from './contract';
import { commonFields } from './machine';

const pages: Readonly<Record<StateType, string>> = {
  Task: page('state-task'),
  Choice: page('state-choice'),
  Wait: page('state-wait'),
  Parallel: page('state-parallel'),
  Map: page('state-map'),
  Pass: page('state-pass'),
  Succeed: page('state-succeed'),
  Fail: page('state-fail'),
};

/** Where AWS describes the states of a type. */
export const pageOfType = (type: StateType): string => pages[type];

/** Fields with a page of their own. */
const fieldPages: Readonly<Record<string, string>> = {
  InputPath: page('input-output-inputpath-params'),
  Parameters: page('input-output-inputpath-params'),
  ResultSelector: page('input-output-inputpath-params'),
  ResultPath: page('input-output-resultpath'),
  OutputPath: page('input-output-example'),
  Arguments: page('transforming-data'),
  Output: page('transforming-data'),
  Assign: page('workflow-variables'),
  Retry: page('concepts-error-handling'),
  Catch: page('concepts-error-handling'),
  ItemReader: page('input-output-itemreader'),
  ItemBatcher: page('input-output-itembatcher'),
  ResultWriter: page('input-output-resultwriter'),
  ItemSelector: page('input-output-itemselector'),
};

const listFields: ReadonlySet<string> = new Set(['Retry', 'Catch', 'Choices', 'Branches']);
const objectFields: ReadonlySet<string> = new Set(['ItemProcessor', 'Parameters', 'Arguments']);
const type = textField('Type', 'What kind of state it is.', {
  values: Object.keys(pages),
  required: true,
  url: page('statemachine-structure'),
});

/** The fields that a state may have by its type; of one without a type, Type alone and what all have. */
export function fieldsOfState(state: JsonObject, stateType: StateType | null): readonly KnownField[] {
  if (stateType === null) return [type, ...commonFields];
  const url = pages[stateType];
  const next = textField('Next', 'The state that goes on.', { url, excludes: ['End'] });
  const own = [...fieldsOf(stateType).values()].map((field) => ({
    ...knownField(field),
    url: fieldPages[field.name] ?? url,
  }));
  return [
    type,
    ...own.map((field) => withStart(field, state)),
    ...(typeHasRules(stateType) ? [textField('Default', 'The state that goes on where no rule holds.', { url })] : []),
    ...(typeHasNext(stateType)
      ? [next, booleanField('End', 'Ends the scope after this state.', { url, start: true, excludes: ['Next'] })]
      : []),
    ...commonFields.map((field) => ({ url, ...field })),
  ];
}

/** Arguments begin with those that the call needs. */
function withStart(field: KnownField, state: JsonObject): KnownField {
  if (field.name !== 'Arguments' && field.name !== 'Parameters') return field;
  const resource = own(state, 'Resource');
  const read = typeof resource === 'string' ? readResource(resource) : null;
  return read?.kind === 'action' ? { ...field, start: read.action.arguments } : field;
}

/** A field of the forms as completion and hover know it. */
export function knownField({ name, help, kind, queryLanguage, excludes }: StateField): KnownField {
  const language: { readonly queryLanguage?: QueryLanguage } = queryLanguage ? { queryLanguage } : {};
  const field = (form: KnownField['form'], values?: readonly string[]): KnownField => ({
    name,
    help,
    form,
    ...(values ? { values } : {}),
    ...language,
    ...(excludes ? { excludes } : {}),
  });
  switch (kind.kind) {
    case 'number':
      return field('number');
    case 'enum':
      return field('text', kind.values);
    case 'jsonObject':
      return field('object');
    case 'json':
      if (queryLanguage === 'JSONPath' || objectFields.has(name)) return field('object');
      return queryLanguage === 'JSONata' ? { ...field('any'), start: '{%  %}' } : field('any');
    case 'custom':
      return field(listFields.has(name) ? 'list' : objectFields.has(name) ? 'object' : 'text');
    default:
      return field('text');
  }
}
