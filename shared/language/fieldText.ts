import { type JsonObject, type JsonPath, objectFrom, withValueAt } from '../base/index';
import { completionAt } from './completion/completion';
import type { Completion, CompletionItem, Knowledge } from './contract';
import { indexText, type DocumentIndex } from './documentIndex';
import { scalarText } from './scalarText';
import { surroundingsOf } from './surroundings';
import { assignments } from './variables';

/** What is typed in a field of a form, which may be no value yet. */
export interface FieldText {
  /** The place of the field in the definition. */
  readonly place: JsonPath;
  readonly text: string;
  /** Of the cursor, in the text of the field. */
  readonly offset: number;
  /** Whether the field holds JSON, a text, or what stands between the marks of an expression. */
  readonly form: 'json' | 'text' | 'expression';
}

/** Stands where the text of the field comes; no definition holds it. */
const mark = '\uE013field\uE013';

/** What may be written at the cursor of a field: what the code view offers there. Offsets are those of the field. */
export function fieldCompletion(index: DocumentIndex, field: FieldText, knowledge: Knowledge = {}): Completion {
  const { text, offset } = field;
  // A field of JSON takes an expression without its quotes.
  const form = field.form === 'json' && text.trimStart().startsWith('{%') ? 'text' : field.form;
  const nothing: Completion = { start: offset, items: [] };
  const around = surroundingsOf(index, field.place);
  if (!around) return nothing;
  const machine = machineAround(index, around.name, withValueAt(around.state, around.rest, mark) as JsonObject);
  const whole = JSON.stringify(machine);
  const at = whole.indexOf(JSON.stringify(mark));
  if (at < 0) return nothing;
  const written = form === 'json' ? text : JSON.stringify(form === 'text' ? text : `{% ${text} %}`);
  const behind = at + JSON.stringify(mark).length;
  const synthetic = indexText(whole.slice(0, at) + written + whole.slice(behind), 'json');
  const scalar = form === 'json' ? null : scalarText(synthetic.text, at, at + written.length, 'json');
  const lead = form === 'expression' ? 3 : 0;
  const inField = (place: number) =>
    scalar ? Math.min(text.length, Math.max(0, scalar.indexOf(place) - lead)) : place - at;
  const found = completionAt(synthetic, scalar ? scalar.at(offset + lead) : at + offset, knowledge);
  const moved = found.items.map((item): CompletionItem => {
    const replace = { start: inField(item.replace.start), end: inField(item.replace.end) };
    const also = (item.also ?? []).map((change) => ({
      ...change,
      start: inField(change.start),
      end: inField(change.end),
    }));
    // In a field of text, a new expression has no quotes.
    const isQuoted = scalar !== null && item.insert.startsWith('"');
    return {
      ...item,
      replace,
      also,
      ...(isQuoted
        ? { insert: item.insert.slice(1, -1), caret: Math.max(0, (item.caret ?? item.insert.length) - 1) }
        : {}),
    };
  });
  return { start: inField(found.start), items: moved };
}

/** The state of the field, and of the others what they assign: a definition that costs nothing to read. */
function machineAround(index: DocumentIndex, name: string, state: JsonObject): JsonObject {
  const others = new Map<string, JsonObject>();
  for (const { state: by, name: variable } of assignments(index))
    if (by !== name)
      others.set(by, { Assign: { ...(others.get(by)?.['Assign'] as JsonObject | undefined), [variable]: 0 } });
  const language = index.valueAt(['QueryLanguage']);
  return {
    ...(language === undefined ? {} : { QueryLanguage: language }),
    StartAt: name,
    States: { ...objectFrom(others), [name]: state },
  };
}
