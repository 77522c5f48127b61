import { type JsonPath, isObject } from '../../base/index';
import { stateTypes } from '../../states/index';
import type { CompletionItem, Knowledge } from '../contract';
import type { Cursor } from '../cursor';
import type { DocumentIndex } from '../documentIndex';
import type { KnownField } from '../fields/contract';
import { fieldsAt } from '../fields/fieldsAt';
import { languageAt, surroundingsOf } from '../surroundings';
import { insertMember, replaceKey } from './insertion';

/** The members that may be written at a key: fields by the type of the state and the query language, and new states. */
export function keyItems(
  index: DocumentIndex,
  cursor: Cursor,
  { catalogue = null }: Knowledge,
): readonly CompletionItem[] {
  const { holder, step } = cursor;
  const value = index.valueAt(holder);
  const taken = new Set(isObject(value) ? Object.keys(value) : []);
  if (step !== null) taken.delete(String(step));
  const fields = offeredFields(index, holder, fieldsAt(index, holder, catalogue));
  const items = fields
    .filter(({ excludes }) => !excludes?.some((name) => taken.has(name)))
    .filter(({ name }) => !taken.has(name) && !taken.has(name.endsWith('.$') ? name.slice(0, -2) : `${name}.$`))
    .map((field) => ({
      label: field.name,
      kind: 'field' as const,
      detail: field.required ? 'required' : '',
      help: field.help,
      ...(field.url ? { url: field.url } : {}),
      ...put(index, cursor, field),
    }));
  return [...items, ...newStates(index, cursor)].sort(
    (a, b) => Number(b.detail === 'required') - Number(a.detail === 'required'),
  );
}

function put(
  index: DocumentIndex,
  cursor: Cursor,
  field: KnownField,
): Pick<CompletionItem, 'replace' | 'insert' | 'caret' | 'also'> {
  return cursor.hasColon ? replaceKey(index, cursor, field.name) : insertMember(index, cursor, field);
}

/** Members of a payload template may have a path for their value. */
function offeredFields(index: DocumentIndex, holder: JsonPath, fields: readonly KnownField[]): readonly KnownField[] {
  const around = surroundingsOf(index, holder);
  const isTemplate = around?.rest.includes('Parameters') === true && languageAt(index, around.state) === 'JSONPath';
  if (!isTemplate) return fields;
  return fields.flatMap((field) => [
    field,
    {
      ...field,
      name: `${field.name}.$`,
      form: 'text',
      required: false,
      start: '$.',
      help: `${field.help} By a path.`.trim(),
    },
  ]);
}

/** A new state of each type, under the first free name. */
function newStates(index: DocumentIndex, cursor: Cursor): readonly CompletionItem[] {
  const { holder, hasColon } = cursor;
  const isScope = surroundingsOf(index, [...holder, 'any'])?.rest.length === 0;
  if (holder.at(-1) !== 'States' || hasColon || !isScope) return [];
  const language = languageAt(index);
  const value = index.valueAt(holder);
  return Object.values(stateTypes).map(({ type, label, description, template }) => {
    let name = label;
    for (let number = 2; isObject(value) && Object.hasOwn(value, name); number++) name = `${label} (${number})`;
    const start = template(language);
    const field: KnownField = { name, help: description, form: 'object', start };
    return {
      label: name,
      kind: 'state',
      detail: `new ${type}`,
      help: description,
      ...insertMember(index, cursor, field),
    };
  });
}
