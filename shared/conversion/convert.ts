import { type JsonObject, type JsonValue, isArray, isObject, own, withValueAt, withoutKey } from '../base/index';
import type { QueryLanguage } from '../asl/index';
import {
  type ScopePath,
  type StatePath,
  allStates,
  queryLanguageOf,
  rootScope,
  stateAt,
  statePath,
  toJsonPath,
} from '../workflow/index';
import { CannotConvert } from './cannotConvert';
import { type Difference, differencesToJsonata } from './differences';
import { stateToJsonata } from './toJsonata';
import { differencesToJsonPath, stateToJsonPath } from './toJsonPath';

/** A state that stays in its query language, and why. */
export interface Unconverted {
  readonly path: StatePath;
  readonly name: string;
  readonly why: string;
}

/** What a converted state does otherwise than before, with the field that it comes from. */
export interface ToldDifference extends Difference {
  readonly path: StatePath;
  readonly name: string;
}

export interface Conversion {
  readonly definition: JsonObject;
  readonly unconverted: readonly Unconverted[];
  readonly differences: readonly ToldDifference[];
}

/** A state in another language. Throws {@link CannotConvert}. */
function converted(state: JsonObject, to: QueryLanguage, variables: ReadonlySet<string>): JsonObject {
  const made = converters[to](state);
  if (to === 'JSONata') {
    const text = JSON.stringify(made);
    // A variable hides the function of its name wherever it is assigned before.
    const hidden = [...variables].find((name) => text.includes(`$${name}(`));
    if (hidden !== undefined)
      throw new CannotConvert(`The variable $${hidden} has the name of a function that the expressions need.`);
  }
  return made;
}

/** The names that the states of a machine assign, wherever. */
function variableNames(definition: JsonObject): ReadonlySet<string> {
  const holders = allStates(definition).flatMap(({ state }) => [
    state,
    ...(['Choices', 'Catch'] as const).flatMap((name) => {
      const list = own(state, name);
      return isArray(list) ? list.filter(isObject) : [];
    }),
  ]);
  const assigned = holders.map((holder) => own(holder, 'Assign')).filter((assign) => assign !== undefined);
  return new Set(
    assigned.filter(isObject).flatMap((assign) => Object.keys(assign).map((key) => key.replace(/\.\$$/, ''))),
  );
}

const converters = { JSONata: stateToJsonata, JSONPath: stateToJsonPath } as const;
const differencesTo = { JSONata: differencesToJsonata, JSONPath: differencesToJsonPath } as const;

/**
 * A machine with its states in another query language. States that cannot be converted stay as they are and say their
 * language themselves; then the machine keeps JSONPath, because AWS takes states of JSONata in a machine of JSONPath
 * but not the other way round (developer guide, "Transforming data with JSONata": query language).
 */
export function convertMachine(definition: JsonObject, to: QueryLanguage): Conversion {
  const unconverted: Unconverted[] = [];
  const differences: ToldDifference[] = [];
  const scope = convertScope(definition, definition, rootScope, to, {
    unconverted,
    differences,
    variables: variableNames(definition),
  });
  const mixed = unconverted.length > 0;
  const { QueryLanguage: _old, ...rest } = withLanguages(scope, to, mixed);
  if (to === 'JSONPath' || mixed) return { definition: rest, unconverted, differences };
  const entries = Object.entries(rest);
  const at = entries.findIndex(([key]) => key === 'StartAt' || key === 'States');
  entries.splice(Math.max(0, at), 0, ['QueryLanguage', 'JSONata']);
  return { definition: Object.fromEntries(entries), unconverted, differences };
}

/** One state in another query language; `why` says why it cannot be. */
export function convertState(
  definition: JsonObject,
  path: StatePath,
  to: QueryLanguage,
): { readonly definition: JsonObject; readonly why: string | null; readonly differences: readonly Difference[] } {
  const state = stateAt(definition, path);
  if (!state || queryLanguageOf(definition, path) === to) return { definition, why: null, differences: [] };
  try {
    const made = ordered({ ...converted(state, to, variableNames(definition)), QueryLanguage: to });
    const next = withValueAt(definition, toJsonPath(path), made) as JsonObject;
    return { definition: next, why: null, differences: differencesTo[to](state) };
  } catch (problem) {
    if (problem instanceof CannotConvert) return { definition, why: problem.message, differences: [] };
    throw problem;
  }
}

/** Marks a state while its language is not yet written: null stays as it was. */
const language = Symbol('language');
type Marked = JsonObject & { [language]?: QueryLanguage };

/** What a conversion finds on its way. */
interface Found {
  readonly unconverted: Unconverted[];
  readonly differences: ToldDifference[];
  /** The names that the machine assigns. */
  readonly variables: ReadonlySet<string>;
}

function convertScope(
  root: JsonObject,
  scope: JsonObject,
  path: ScopePath,
  to: QueryLanguage,
  found: Found,
): JsonObject {
  const states = own(scope, 'States');
  if (!isObject(states)) return scope;
  const next = Object.entries(states).map(([name, state]): [string, JsonValue] => {
    if (!isObject(state)) return [name, state];
    const at = statePath(path, name);
    const from = queryLanguageOf(root, at);
    const inner = convertInside(root, state, at, to, found);
    if (from === to) return [name, marked(inner, to)];
    try {
      const made = marked(converted(inner, to, found.variables), to);
      found.differences.push(...differencesTo[to](state).map((each) => ({ ...each, path: at, name })));
      return [name, made];
    } catch (problem) {
      if (!(problem instanceof CannotConvert)) throw problem;
      found.unconverted.push({ path: at, name, why: problem.message });
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
  found: Found,
): JsonObject {
  return Object.fromEntries(
    Object.entries(state).map(([key, value]): [string, JsonValue] => {
      if ((key === 'ItemProcessor' || key === 'Iterator') && isObject(value)) {
        return [key, convertScope(root, value, `${at}/${key}` as ScopePath, to, found)];
      }
      if (key === 'Branches' && isArray(value)) {
        return [
          key,
          value.map((branch, index) =>
            isObject(branch) ? convertScope(root, branch, `${at}/Branches/${index}` as ScopePath, to, found) : branch,
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
