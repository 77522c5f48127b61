import { type JsonValue, type Result, fail, ok } from '../base/index';
import { compileParsedPath, type CompiledPath } from './compilePath';
import { StateFailure } from './failure';
import { IntrinsicError } from './intrinsics/contract';
import { parseIntrinsic, type IntrinsicArgument, type IntrinsicCall } from './parseIntrinsic';

/**
 * Compiles `States.Name(argument, ...)`: arguments are paths, strings in single quotes, numbers, true, false, null
 * and further calls. A failing call throws States.IntrinsicFailure, a path that leads nowhere PathNotFound.
 */
export function compileIntrinsic(text: string): Result<CompiledPath, string> {
  const parsed = parseIntrinsic(text);
  return parsed.ok ? ok(makeCall(parsed.value)) : fail(parsed.problem);
}

function makeArgument(argument: IntrinsicArgument): CompiledPath {
  switch (argument.kind) {
    case 'path':
      return compileParsedPath(argument.path);
    case 'literal': {
      const { value } = argument;
      return () => value;
    }
    case 'call':
      return makeCall(argument);
  }
}

function makeCall({ called, args: given, text }: IntrinsicCall): CompiledPath {
  const args = given.map(makeArgument);
  return (input, environment): JsonValue => {
    const values = args.map((arg) => arg(input, environment));
    try {
      return called.apply(values, environment);
    } catch (problem) {
      if (!(problem instanceof IntrinsicError)) throw problem;
      throw new StateFailure(
        'States.IntrinsicFailure',
        `The function '${text}' had the following error: ${problem.message}`,
        {
          placed: true,
        },
      );
    }
  };
}
