import { type QueryLanguage, isStateType } from '../asl/index';
import { type JsonObject, type JsonPath, type JsonValue, type Result, fail, ok, own, valueAt } from '../base/index';
import {
  compileDynamic,
  compileJsonataTemplate,
  compileTemplate,
  type Environment,
  PathNotFound,
  StateFailure,
} from '../expressions/index';
import { type DataStage, evaluatedFields, type EvaluatedField } from '../states/index';
import type { StateData } from './contract';
import { stageOfPath } from './expressionTexts';

/** A field of a state with what a run had there. Plain data: it is evaluated where it can be ended. */
export interface FieldQuestion {
  readonly state: JsonObject;
  readonly language: QueryLanguage;
  /** Below the state. */
  readonly at: JsonPath;
  readonly data: StateData;
  readonly variables: JsonObject;
}

/** The data that a field is evaluated with; null for one that is not evaluated, or holds nothing to evaluate. */
export function stageOfField({
  state,
  language,
  at,
}: Pick<FieldQuestion, 'state' | 'language' | 'at'>): DataStage | null {
  const field = fieldAt(state, language, at);
  if (!field) return null;
  return field.kind === 'jsonata' ? field.stage : stageOfPath(own(state, 'Type'), field.at);
}

/**
 * What a field gives with the data of a run; the problem says why it gives nothing. It has no time limit of its own. Null
 * where nothing is evaluated or the run had no data there.
 */
export async function fieldValue(question: FieldQuestion, chance: Chance): Promise<Result<JsonValue, string> | null> {
  const { state, language, at, data, variables } = question;
  const field = fieldAt(state, language, at);
  const stage = stageOfField(question);
  if (!field || !stage || data[stage] === undefined) return null;
  // What a history does not keep is not made up: what reads the context object has no value.
  let asksForContext = false;
  const context = () => {
    asksForContext = true;
    return {};
  };
  const given = await evaluated(field, stage, data, { ...chance, variables, context });
  return asksForContext ? null : given;
}

async function evaluated(
  field: EvaluatedField,
  stage: DataStage,
  data: StateData,
  environment: Environment,
): Promise<Result<JsonValue, string> | null> {
  try {
    if (field.kind === 'jsonata') {
      const compiled = compileJsonataTemplate(field.value, String(field.at.at(-1) ?? ''));
      if (!compiled.ok) return fail(compiled.problem.message);
      if (!compiled.value) return null;
      const states = {
        input: data.input ?? null,
        ...(stage === 'result' ? { result: data.result ?? null } : {}),
        ...(stage === 'error' ? { errorOutput: data.error ?? null } : {}),
      };
      return ok(await compiled.value.evaluate(states, environment));
    }
    const input = data[stage] ?? null;
    if (field.kind === 'template') {
      const compiled = compileTemplate(field.value);
      return compiled.ok ? ok(compiled.value(input, environment)) : fail(compiled.problem.message);
    }
    if (typeof field.value !== 'string') return null;
    const compiled = compileDynamic(field.value);
    return compiled.ok ? ok(compiled.value(input, environment)) : fail(compiled.problem);
  } catch (problem) {
    if (problem instanceof PathNotFound) return fail('The path leads to nothing in this data.');
    if (problem instanceof StateFailure) return fail(problem.cause ?? problem.error ?? 'It fails.');
    throw problem;
  }
}

/** The chance and the time that functions may ask for. */
export type Chance = Pick<Environment, 'random' | 'uuid' | 'now'>;

/** The evaluated field at a place, or the part of one that stands there. */
function fieldAt(state: JsonObject, language: QueryLanguage, at: JsonPath): EvaluatedField | undefined {
  const type = own(state, 'Type');
  if (!isStateType(type)) return undefined;
  const field = evaluatedFields(state, type, language).find((each) =>
    each.at.every((step, index) => step === at[index]),
  );
  const value = field && valueAt(field.value, at.slice(field.at.length));
  if (!field || value === undefined) return undefined;
  if (field.kind === 'jsonata') return { ...field, at, value };
  const isDynamic = field.at.length === at.length ? field.kind === 'path' : String(at.at(-1)).endsWith('.$');
  return { kind: isDynamic ? 'path' : 'template', at, value };
}
