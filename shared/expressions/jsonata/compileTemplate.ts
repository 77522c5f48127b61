import { isMeantAsExpression } from '../../asl/index';
import { type JsonValue, type Result, fail, isArray, isObject, ok } from '../../base/index';
import type { TemplateProblem } from '../templateProblem';
import { compileExpression, expressionText, type CompiledExpression, type ExpressionLimits } from './compileExpression';

/** A value of a JSONata state that holds expressions. */
export type CompiledJsonata = CompiledExpression;

/**
 * Compiles a field of a JSONata state: every string that is `{% ... %}` as a whole is an expression, everything else
 * stands for itself, and is undefined where nothing is an expression. `field` begins the places that causes name: `Output`, `Output/result`, `Arguments/Payload/0`.
 */
export function compileJsonataTemplate(
  template: JsonValue,
  field: string,
  limits?: ExpressionLimits,
): Result<CompiledJsonata | undefined, TemplateProblem> {
  try {
    return ok(compileValue(template, field, [], limits));
  } catch (problem) {
    if (problem instanceof CompileFailure) return fail(problem);
    throw problem;
  }
}

class CompileFailure implements TemplateProblem {
  constructor(
    readonly message: string,
    readonly path: readonly (string | number)[],
  ) {}
}

function compileValue(
  value: JsonValue,
  field: string,
  path: readonly (string | number)[],
  limits: ExpressionLimits | undefined,
): CompiledJsonata | undefined {
  if (typeof value === 'string') {
    const text = expressionText(value);
    if (text === undefined) {
      if (isMeantAsExpression(value))
        throw new CompileFailure('The marks {% and %} stand at the very ends of an expression', path);
      return undefined;
    }
    const compiled = compileExpression(text, field, limits);
    if (!compiled.ok) throw new CompileFailure(compiled.problem, path);
    return compiled.value;
  }
  if (isArray(value)) {
    const parts = value.map((item, i) => compileValue(item, `${field}[${String(i)}]`, [...path, i], limits));
    if (parts.every((part) => part === undefined)) return undefined;
    return {
      async evaluate(states, environment) {
        const items: JsonValue[] = [];
        for (const [i, item] of value.entries()) {
          const part = parts[i];
          items.push(part === undefined ? item : await part.evaluate(states, environment));
        }
        return items;
      },
      ...(parts.every(isAtOnce) && {
        atOnce(states, environment) {
          const items: JsonValue[] = [];
          for (const [i, item] of value.entries()) {
            const part = parts[i];
            const given = part === undefined ? item : part.atOnce?.(states, environment);
            if (given === undefined) return undefined;
            items.push(given);
          }
          return items;
        },
      }),
    };
  }
  if (!isObject(value)) return undefined;
  const members = Object.entries(value).map(
    ([key, member]) => [key, member, compileValue(member, `${field}/${key}`, [...path, key], limits)] as const,
  );
  if (members.every(([, , part]) => part === undefined)) return undefined;
  return {
    async evaluate(states, environment) {
      const entries: [string, JsonValue][] = [];
      for (const [key, member, part] of members) {
        entries.push([key, part === undefined ? member : await part.evaluate(states, environment)]);
      }
      return Object.fromEntries(entries);
    },
    ...(members.every(([, , part]) => isAtOnce(part)) && {
      atOnce(states, environment) {
        const entries: [string, JsonValue][] = [];
        for (const [key, member, part] of members) {
          const given = part === undefined ? member : part.atOnce?.(states, environment);
          if (given === undefined) return undefined;
          entries.push([key, given]);
        }
        return Object.fromEntries(entries);
      },
    }),
  };
}

function isAtOnce(part: CompiledJsonata | undefined): boolean {
  return part === undefined || part.atOnce !== undefined;
}
