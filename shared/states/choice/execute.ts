import { type JsonObject, type JsonValue, isArray, isObject, own } from '../../base/index';
import {
  type CompiledTemplate,
  type StateFailure,
  type StatesValue,
  expressionText,
  runtimeFailure,
} from '../../expressions/index';
import type { CompileState, JsonataField, StateSource } from '../compiling';
import type { Flow, StateOutcome, StateRun, TakenSlot } from '../execution';
import { evaluate, expectType, jsonataField, pathField, templateField } from '../execution/fields';
import { finishJsonata } from '../execution/outcome';
import { compileRule, type CompiledTest } from './executeRule';

/** Choice: goes on by the first rule that holds, else by Default, else fails with States.Runtime. */
export const compileChoice: CompileState = (source) =>
  source.language === 'JSONata' ? compileJsonataChoice(source) : compileJsonPathChoice(source);

interface Route<Assign> {
  readonly next: string | undefined;
  readonly assign: Assign | undefined;
  readonly slot: TakenSlot;
}

const defaultSlot: TakenSlot = { kind: 'default' };
const ruleSlot = (index: number): TakenSlot => ({ kind: 'choice', index });

function rulesOf(source: StateSource): readonly JsonObject[] {
  const choices = own(source.definition, 'Choices');
  return isArray(choices) ? choices.filter(isObject) : [];
}

function defaultNext(source: StateSource): string | undefined {
  const next = own(source.definition, 'Default');
  return typeof next === 'string' ? next : undefined;
}

/** Measured on AWS: not the documented States.NoChoiceMatched. */
function noMatch(): StateFailure {
  return runtimeFailure('Failed to transition out of the state. The state does not point to a next state.');
}

function compileJsonPathChoice(source: StateSource): (run: StateRun) => StateOutcome {
  const inputPath = pathField(source, 'InputPath');
  const outputPath = pathField(source, 'OutputPath');
  const rules = rulesOf(source).map((rule, i): Route<CompiledTemplate> & { readonly test: CompiledTest } => ({
    test: compileRule(source, rule, ['Choices', i]),
    next: String(own(rule, 'Next')),
    assign: templateField(source, 'Assign', ['Choices', i, 'Assign']),
    slot: ruleSlot(i),
  }));
  const fallback = { next: defaultNext(source), assign: templateField(source, 'Assign'), slot: defaultSlot };
  return (run) => {
    const value = inputPath === undefined ? run.input : inputPath(run.input, run);
    run.environment.hooks.inspect?.('afterInputPath', value);
    const route = rules.find((rule) => rule.test(value, run)) ?? fallback;
    if (route.next === undefined) throw noMatch();
    const assigned = route.assign?.(value, run) as JsonObject | undefined;
    const output = outputPath === undefined ? value : outputPath(value, run);
    const outputText = output === run.input ? run.inputText : undefined;
    return { next: route.next, output, outputText, assigned, slot: route.slot };
  };
}

interface JsonataRoute extends Route<JsonataField> {
  readonly condition: JsonataField | undefined;
  readonly text: string;
  readonly field: string;
  readonly output: JsonataField | undefined;
}

function compileJsonataChoice(source: StateSource): (run: StateRun) => Flow<StateOutcome> {
  const routes = rulesOf(source).map((rule, i): JsonataRoute => {
    const field = `Choices[${String(i)}]/Condition`;
    return {
      condition: jsonataField(source, field, ['Choices', i, 'Condition']),
      text: conditionText(own(rule, 'Condition')),
      field,
      next: String(own(rule, 'Next')),
      assign: jsonataField(source, `Choices[${String(i)}]/Assign`, ['Choices', i, 'Assign']),
      output: jsonataField(source, `Choices[${String(i)}]/Output`, ['Choices', i, 'Output']),
      slot: ruleSlot(i),
    };
  });
  const fallback = {
    next: defaultNext(source),
    assign: jsonataField(source, 'Assign'),
    output: jsonataField(source, 'Output'),
    slot: defaultSlot,
  };
  return function* (run): Flow<StateOutcome> {
    const states = { input: run.input };
    for (const route of routes) {
      const holds = route.condition === undefined ? false : yield* evaluate(route.condition, states);
      expectType(holds, 'boolean', route.text, route.field);
      if (holds === true) return yield* goOn(states, route);
    }
    if (fallback.next === undefined) throw noMatch();
    return yield* goOn(states, fallback);
  };
}

function* goOn(
  states: StatesValue,
  { next, output, assign, slot }: Pick<JsonataRoute, 'next' | 'output' | 'assign' | 'slot'>,
): Flow<StateOutcome> {
  return { ...(yield* finishJsonata(states, states.input, next, output, assign)), slot };
}

function conditionText(condition: JsonValue | undefined): string {
  return typeof condition === 'string' ? (expressionText(condition) ?? condition) : String(condition);
}
