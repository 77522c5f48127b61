import { type JsonValue, type Result, fail, ok, own } from '../base/index';
import type { Environment } from './environment';
import { runtimeFailure } from './failure';
import { compileDefinite, evaluateAll, PathNotFound } from './jsonPath/evaluate';
import { parsePath } from './jsonPath/parse';
import { UnboundedPattern } from './pattern';
import type { ParsedPath, PathRoot } from './jsonPath/syntax';

/** Reads the value of a path; `input` is what `$` stands for. Throws {@link PathNotFound}. */
export type CompiledPath = (input: JsonValue, environment: Environment) => JsonValue;

/** Compiles the text of a path. The problem is a message without the field's name. */
export function compilePath(text: string): Result<CompiledPath, string> {
  const parsed = parsePath(text);
  return parsed.ok ? ok(compileParsedPath(parsed.value)) : fail(parsed.problem.message);
}

export function compileParsedPath(path: ParsedPath): CompiledPath {
  const { root, segments } = path;
  if (!path.definite) {
    return (input, environment) => {
      try {
        return evaluateAll(rootValue(root, input, environment), segments);
      } catch (problem) {
        throw problem instanceof UnboundedPattern ? runtimeFailure(problem.message) : problem;
      }
    };
  }
  const follow = compileDefinite(segments);
  if (root.kind === 'input') return (input) => follow(input);
  return (input, environment) => follow(rootValue(root, input, environment));
}

function rootValue(root: PathRoot, input: JsonValue, environment: Environment): JsonValue {
  switch (root.kind) {
    case 'input':
      return input;
    case 'context':
      return environment.context();
    case 'variable': {
      const value = own(environment.variables, root.name);
      if (value === undefined) throw new PathNotFound(`Variable ${root.name} is not defined`);
      return value;
    }
  }
}
