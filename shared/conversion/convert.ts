import { type JsonObject, type JsonValue, isArray, isObject, own, withValueAt, withoutKey } from '../base/index';
import type { QueryLanguage } from '../asl/index';
import {
  type ScopePath,
  type StatePath,
  queryLanguageOf,
  rootScope,
  stateAt,
  statePath,
  toJsonPath,
} from '../workflow/index';
import { CannotConvert } from './expressionText';
import { stateToJsonata } from './toJsonata';
import { stateToJsonPath } from './toJsonPath';

/** A state that stays in its query language, and why. */
export interface Unconverted {
  readonly path: StatePath;
  readonly name: string;
  readonly why: string;
}

export interface Conversion {
  readonly definition: JsonObject;
  readonly unconverted: readonly Unconverted[];
}

const converters = { JSONata: stateToJsonata, JSONPath: stateToJsonPath } as const;

/**
 * A machine with its states in another query language. States that cannot be converted stay as they are and say their
 * language themselves; then the machine keeps JSONPath, because AWS takes states of JSONata in a machine of JSONPath
 * but not the other way round (developer guide, "Transforming data with JSONata": query language).
 */
export function convertMachine(definition: JsonObject, to: QueryLanguage): Conversion {
  const unconverted: Unconverted[] = [];
  const converted = convertScope(definition, definition, rootScope, to, unconverted);
  const mixed = unconverted.length > 0;
  const { QueryLanguage: _old, ...rest } = withLanguages(converted, to, mixed);
  if (to === 'JSONPath' || mixed) return { definition: rest, unconverted };
  const entries = Object.entries(rest);
  const at = entries.findIndex(([key]) => key === 'StartAt' || key === 'States');
  entries.splice(Math.max(0, at), 0, ['QueryLanguage', 'JSONata']);
  return { definition: Object.fromEntries(entries), unconverted };
}

/** One state in another query language; `why` says why it cannot be. */
export function convertState(
  definition: JsonObject,
  path: StatePath,
  to: QueryLanguage,
): { readonly definition: JsonObject; readonly why: string | null } {
  const state = stateAt(definition, path);
  if (!state || queryLanguageOf(definition, path) === to) return { definition, why: null };
  try {
    const converted = { ...converters[to](state), QueryLanguage: to };
    return { definition: withValueAt(definition, toJsonPath(path), ordered(converted)) as JsonObject, why: null };
  } catch (problem) {
    if (problem instanceof CannotConvert) return { definition, why: problem.message };
    throw problem;
  }
}

/** Marks a state while its language is not yet written: null stays as it was. */
const language = Symbol('language');
type Marked = JsonObject & { [language]?: QueryLanguage };

function convertScope(
  root: JsonObject,
  scope: JsonObject,
  path: ScopePath,
  to: QueryLanguage,
  unconverted: Unconverted[],
): JsonObject {
  const states = own(scope, 'States');
  if (!isObject(states)) return scope;
  const next = Object.entries(states).map(([name, state]): [string, JsonValue] => {
    if (!isObject(state)) return [name, state];
    const at = statePath(path, name);
    const from = queryLanguageOf(root, at);
    const inner = convertInside(root, state, at, to, unconverted);
    if (from === to) return [name, marked(inner, to)];
    try {
      return [name, marked(converters[to](inner), to)];
    } catch (problem) {
      if (!(problem instanceof CannotConvert)) throw problem;
      unconverted.push({ path: at, name, why: problem.message });
      return [name, marked(inner, from)];
    }
  });
  return { ...scope, States: Object.fromEntries(next) };
}

function marked(state: JsonObject, to: QueryLanguage): JsonObject {
  return { ...state, [language]: to } as Marked;
}

function convertInside(
  root: JsonObject,
  state: JsonObject,
  at: StatePath,
  to: QueryLanguage,
  unconverted: Unconverted[],
): JsonObject {
  return Object.fromEntries(
    Object.entries(state).map(([key, value]): [string, JsonValue] => {
      if ((key === 'ItemProcessor' || key === 'Iterator') && isObject(value)) {
        return [key, convertScope(root, value, `${at}/${key}` as ScopePath, to, unconverted)];
      }
      if (key === 'Branches' && isArray(value)) {
        return [
          key,
          value.map((branch, index) =>
            isObject(branch)
              ? convertScope(root, branch, `${at}/Branches/${index}` as ScopePath, to, unconverted)
              : branch,
          ),
        ];
      }
      return [key, value];
    }),
  );
}

/** Writes the language of each state where it is not that of the machine. */
function withLanguages(scope: JsonObject, to: QueryLanguage, mixed: boolean): JsonObject {
  const machine: QueryLanguage = to === 'JSONata' && !mixed ? 'JSONata' : 'JSONPath';
  const visit = (value: JsonValue): JsonValue => {
    if (isArray(value)) return value.map(visit);
    if (!isObject(value)) return value;
    const own_ = (value as Marked)[language];
    const inside = Object.fromEntries(Object.entries(value).map(([key, each]) => [key, visit(each)]));
    if (own_ === undefined) return inside;
    const bare = withoutKey(inside, 'QueryLanguage');
    return own_ === machine ? bare : ordered({ ...bare, QueryLanguage: own_ });
  };
  return visit(scope) as JsonObject;
}

/** Type, then QueryLanguage, then the rest. */
function ordered({ Type, QueryLanguage, ...rest }: JsonObject): JsonObject {
  return {
    ...(Type === undefined ? {} : { Type }),
    ...(QueryLanguage === undefined ? {} : { QueryLanguage }),
    ...rest,
  };
}
