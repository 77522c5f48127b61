import type { JsonObject, JsonValue } from '../base/index';
import type { IntegrationPattern, QueryLanguage } from '../asl/index';
import { type ServiceAction, services } from '../services/index';
import { newTask } from '../states/index';

/** A value that a run decides: where it is found, in words of both query languages. */
export class Reference {
  constructor(
    readonly path: string,
    readonly expression: string,
  ) {}
}

/** A value of the state input, by dotted name. */
export const fromInput = (name: string): Reference =>
  name === '' ? new Reference('$', '$states.input') : new Reference(`$.${name}`, `$states.input.${name}`);

/** A value of the context object, such as `Task.Token`. */
export const fromContext = (name: string): Reference => new Reference(`$$.${name}`, `$states.context.${name}`);

/** Arguments as a pattern writes them: literals with references anywhere inside objects. */
export type Argument = JsonValue | Reference | { readonly [name: string]: Argument };

interface TaskOptions {
  readonly pattern?: IntegrationPattern;
  readonly arguments: Readonly<Record<string, Argument>>;
  /** Keep the result under this name of the input; without it the input goes on as it is. */
  readonly keepAs?: string;
  /** The part of the result to keep, dotted; all of it when absent. */
  readonly keep?: string;
  readonly catches?: readonly { readonly errors?: readonly string[]; readonly to: string }[];
  readonly more?: JsonObject;
  /** The next state; the pattern ends where it is absent. */
  readonly to?: string;
}

export type Comparison =
  | { readonly is: string }
  | { readonly isTrue: true }
  | { readonly atLeast: number }
  | { readonly anyOf: readonly string[] };

/** Writes the states of a pattern in one query language. */
export interface Writer {
  task(action: string, options: TaskOptions): JsonObject;
  choice(
    rules: readonly { readonly name: string; readonly if: Comparison; readonly to: string }[],
    otherwise: string,
  ): JsonObject;
  wait(seconds: number, to: string): JsonObject;
  /** A value in the form the language takes in arguments. */
  values(values: Readonly<Record<string, Argument>>): JsonObject;
  /** The state with its result kept under a name of its input. */
  keeping(state: JsonObject, name: string): JsonObject;
}

/** The writer for a query language. */
export function writerFor(language: QueryLanguage): Writer {
  const jsonata = language === 'JSONata';
  const write = (value: Argument): JsonValue =>
    value instanceof Reference
      ? `{% ${value.expression} %}`
      : typeof value === 'object' && value !== null && !Array.isArray(value)
        ? values(value as Readonly<Record<string, Argument>>)
        : (value as JsonValue);
  const values = (members: Readonly<Record<string, Argument>>): JsonObject =>
    Object.fromEntries(
      Object.entries(members).map(([name, value]) =>
        value instanceof Reference && !jsonata ? [`${name}.$`, value.path] : [name, write(value)],
      ),
    );
  const keeping = (state: JsonObject, name: string, part = ''): JsonObject => {
    const result = part === '' ? '$states.result' : `$states.result.${part}`;
    if (jsonata) return { ...state, Output: `{% $merge([$states.input, {"${name}": ${result}}]) %}` };
    if (part === '') return { ...state, ResultPath: `$.${name}` };
    // A selector gives objects only: the part is kept one level down, and patterns read it there in both languages.
    return { ...state, ResultSelector: { 'value.$': `$.${part}` }, ResultPath: `$.${name}` };
  };
  return {
    values,
    keeping,
    task(id, { pattern, arguments: given, keepAs, keep, catches, more, to }) {
      const action = actionOf(id);
      const {
        OutputPath: _path,
        Output: _output,
        Parameters: _old,
        Arguments: _oldToo,
        ...fresh
      } = newTask(action, language, pattern);
      const { Retry, ...head } = fresh;
      let state: JsonObject = { ...head, [jsonata ? 'Arguments' : 'Parameters']: values(given), ...more };
      if (keepAs === undefined) {
        state = jsonata ? { ...state, Output: '{% $states.input %}' } : { ...state, ResultPath: null };
      } else if (keep === undefined) state = keeping(state, keepAs);
      else if (jsonata) {
        state = { ...state, Output: `{% $merge([$states.input, {"${keepAs}": {"value": $states.result.${keep}}}]) %}` };
      } else state = keeping(state, keepAs, keep);
      if (Retry !== undefined) state = { ...state, Retry };
      if (catches) {
        state = {
          ...state,
          Catch: catches.map(({ errors = ['States.ALL'], to: next }) => ({
            ErrorEquals: errors,
            ...(jsonata
              ? { Output: '{% $merge([$states.input, {"error": $states.errorOutput}]) %}' }
              : { ResultPath: '$.error' }),
            Next: next,
          })),
        };
      }
      return to === undefined ? { ...state, End: true } : { ...state, Next: to };
    },
    choice: (rules, otherwise) => ({
      Type: 'Choice',
      Choices: rules.map(({ name, if: comparison, to }) =>
        jsonata
          ? { Condition: `{% ${conditionOf(`$states.input.${name}`, comparison)} %}`, Next: to }
          : { ...ruleOf(`$.${name}`, comparison), Next: to },
      ),
      Default: otherwise,
    }),
    wait: (seconds, to) => ({ Type: 'Wait', Seconds: seconds, Next: to }),
  };
}

function actionOf(id: string): ServiceAction {
  const action = services.flatMap(({ actions }) => actions).find((each) => each.id === id);
  if (!action) throw new Error(`The registry has no action ${id}.`);
  return action;
}

function conditionOf(value: string, comparison: Comparison): string {
  if ('is' in comparison) return `${value} = '${comparison.is}'`;
  if ('isTrue' in comparison) return `${value} = true`;
  if ('atLeast' in comparison) return `${value} >= ${comparison.atLeast}`;
  return `${value} in [${comparison.anyOf.map((each) => `'${each}'`).join(', ')}]`;
}

function ruleOf(Variable: string, comparison: Comparison): JsonObject {
  if ('is' in comparison) return { Variable, StringEquals: comparison.is };
  if ('isTrue' in comparison) return { Variable, BooleanEquals: true };
  if ('atLeast' in comparison) return { Variable, NumericGreaterThanEquals: comparison.atLeast };
  const each = comparison.anyOf.map((text) => ({ Variable, StringEquals: text }));
  const [only] = each;
  return each.length === 1 && only ? only : { Or: each };
}
