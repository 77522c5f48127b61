import { isObject, type JsonObject, type JsonPath, type JsonValue } from '../base/index';
import { compile } from '../simulator/index';
import type { SdkCatalogue } from '../services/index';
import { validateDefinition } from '../validation/index';
import { ApiError } from './apiError';
import { excerpt, jacksonProblem } from './jackson';
import type { ApiShape } from './types';

type Finding = ApiShape<'ValidateStateMachineDefinitionDiagnostic'>;

/** What AWS would say of a definition: errors first, then warnings. */
export function findingsOf(
  text: string,
  type: 'STANDARD' | 'EXPRESS',
  catalogue: SdkCatalogue | null | undefined,
): readonly Finding[] {
  const notJson = jacksonProblem(text);
  if (notJson !== undefined) {
    const location = `[Source: (String)"${excerpt(text)}"; line: ${notJson.line}, column: ${notJson.column}]`;
    const message = `${notJson.message}\n at ${location}`;
    return [{ severity: 'ERROR', code: 'INVALID_JSON_DESCRIPTION', message, location }];
  }
  // Plain numbers: rules do not look at how one is written.
  const definition = JSON.parse(text) as JsonValue;
  if (!isObject(definition))
    return [
      { severity: 'ERROR', code: 'SCHEMA_VALIDATION_FAILED', message: 'Expected value of type Object', location: '/' },
    ];
  const found = validated(definition, type, catalogue);
  return found.some(({ severity }) => severity === 'ERROR') ? found : [...compiled(text), ...found];
}

function validated(
  definition: JsonObject,
  type: 'STANDARD' | 'EXPRESS',
  catalogue: SdkCatalogue | null | undefined,
): readonly Finding[] {
  return validateDefinition(definition, catalogue ?? null, type)
    .map(({ severity, code, message, at }): Finding => ({
      severity: severity === 'error' ? 'ERROR' : 'WARNING',
      // Rules that AWS has no code for are its check of the form, too.
      code: /^[A-Z_]+$/.test(code) ? code : 'SCHEMA_VALIDATION_FAILED',
      message,
      location: locationOf(at),
    }))
    .sort((a, b) => Number(a.severity === 'WARNING') - Number(b.severity === 'WARNING'));
}

/** What keeps a definition from running that no rule has found. */
function compiled(text: string): readonly Finding[] {
  const program = compile(text);
  if (program.ok) return [];
  return program.problem.map(({ message, at }) => ({
    severity: 'ERROR',
    code: 'SCHEMA_VALIDATION_FAILED',
    message,
    location: locationOf(at),
  }));
}

const locationOf = (at: JsonPath): string => `/${at.join('/')}`;

/**
 * Refuses a definition that AWS would refuse.
 * @throws ApiError InvalidDefinition, with every error
 */
export function checkDefinition(
  text: string,
  type: 'STANDARD' | 'EXPRESS',
  catalogue: SdkCatalogue | null | undefined,
): void {
  const errors = findingsOf(text, type, catalogue).filter(({ severity }) => severity === 'ERROR');
  if (errors.length === 0) return;
  const told = errors.map(({ code, message, location }) =>
    code === 'INVALID_JSON_DESCRIPTION' ? `${code}: ${message}` : `${code}: ${message} at ${location ?? '/'}`,
  );
  throw new ApiError('InvalidDefinition', `Invalid State Machine Definition: '${told.join(', ')}'`);
}
