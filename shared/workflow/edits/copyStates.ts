import { type JsonObject, type JsonValue, isObject, own } from '../../base/index';
import { definitionAsWritten, type WorkflowDocument } from '../document';
import { withNumberTexts } from '../text/numberTexts';
import { printJson, defaultStyle } from '../text/jsonStyle';
import { parseJson } from '../text/jsonParser';
import { parseYaml } from '../text/yamlParser';
import type { StatePath } from '../paths';
import { existing, fragmentOf, type Fragment } from './fragment';
import { commonScope } from './support';

/** States as ASL text for the clipboard, with numbers as they are written; null when they do not lie in one scope. */
export function copyStates(document: WorkflowDocument, states: readonly StatePath[]): string | null {
  const definition = definitionAsWritten(document, true);
  const there = existing(definition, states);
  if (commonScope(there) === null) return null;
  const { StartAt, States } = fragmentOf(definition, there);
  return `${printJson({ StartAt, States }, defaultStyle)}\n`;
}

/**
 * ASL text from a clipboard as a fragment: a state machine, a `States` object, a map of names to states or one state.
 * Null when the text is none of these.
 */
export function readFragment(text: string): Fragment | null {
  const parsed = parseJson(text);
  const value = parsed.ok ? withNumberTexts(parsed.value.value, text, parsed.value.tree, true) : yamlValue(text);
  if (!isObject(value)) return null;
  const type = own(value, 'Type');
  if (typeof type === 'string' && !isObject(own(value, 'States'))) return { StartAt: type, States: { [type]: value } };
  const states = own(value, 'States') ?? value;
  if (!isObject(states) || !isMapOfStates(states)) return null;
  const start = own(value, 'StartAt');
  const first = Object.keys(states)[0] ?? '';
  return { StartAt: typeof start === 'string' && Object.hasOwn(states, start) ? start : first, States: states };
}

function yamlValue(text: string): JsonValue {
  // Any line of prose is a YAML scalar; only maps are of interest.
  const parsed = parseYaml(text);
  return parsed.ok ? withNumberTexts(parsed.value.value, text, parsed.value.tree) : null;
}

function isMapOfStates(value: JsonObject): boolean {
  const states = Object.values(value);
  return states.length > 0 && states.every((state) => isObject(state) && typeof own(state, 'Type') === 'string');
}
