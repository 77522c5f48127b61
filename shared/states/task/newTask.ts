import type { JsonObject, JsonValue } from '../../base/json';
import type { IntegrationPattern, ServiceAction } from '../../services/contract';
import type { QueryLanguage } from '../contract';

/**
 * A new Task state for an action, ready to be filled in: its resource, required arguments, the retriers AWS recommends
 * and, where one is usual, a filter of the result.
 */
export function newTask(
  action: ServiceAction,
  language: QueryLanguage,
  pattern: IntegrationPattern = action.defaultPattern,
): JsonObject {
  const { inputArgument, resultField } = action;
  const whole: Record<string, JsonValue> =
    inputArgument === undefined
      ? {}
      : language === 'JSONPath'
        ? { [`${inputArgument}.$`]: '$' }
        : { [inputArgument]: '{% $states.input %}' };
  const filter: Record<string, JsonValue> =
    resultField === undefined
      ? {}
      : language === 'JSONPath'
        ? { OutputPath: `$.${resultField}` }
        : { Output: `{% $states.result.${resultField} %}` };
  return {
    Type: 'Task',
    Resource: action.resources[pattern] ?? '',
    [language === 'JSONPath' ? 'Parameters' : 'Arguments']: { ...action.arguments, ...whole },
    ...filter,
    Retry: action.recommendedRetriers.map((retrier) => ({ ...retrier, ErrorEquals: [...retrier.ErrorEquals] })),
  };
}
