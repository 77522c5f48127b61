import { type JsonObject, type JsonValue, withoutKey } from '../../base/index';
import type { IntegrationPattern, QueryLanguage } from '../../asl/index';
import { type ServiceAction, buildArn } from '../../services/index';

/**
 * A new Task state for an action, ready to be filled in: its resource, required arguments, the retriers AWS recommends
 * and, where one is usual, a filter of the result. With a task token the token goes along, and the result is the answer.
 */
export function newTask(
  action: ServiceAction,
  language: QueryLanguage,
  pattern: IntegrationPattern = action.defaultPattern,
): JsonObject {
  const { inputArgument, resultField } = action;
  const waits = pattern === 'waitForTaskToken';
  const whole: Record<string, JsonValue> =
    inputArgument === undefined
      ? {}
      : waits
        ? { [inputArgument]: withToken(language) }
        : language === 'JSONPath'
          ? { [`${inputArgument}.$`]: '$' }
          : { [inputArgument]: '{% $states.input %}' };
  const filter: Record<string, JsonValue> =
    resultField === undefined || waits
      ? {}
      : language === 'JSONPath'
        ? { OutputPath: `$.${resultField}` }
        : { Output: `{% $states.result.${resultField} %}` };
  // The input stands in place of a sample: `Message` and `Message.$` would give the same field.
  const sample = inputArgument === undefined ? action.arguments : withoutKey(action.arguments, inputArgument);
  return {
    Type: 'Task',
    Resource: action.resources[pattern] ?? ownResource(action),
    // An activity gets the input of the state as it is.
    ...(action.resourceShape === undefined
      ? { [language === 'JSONPath' ? 'Parameters' : 'Arguments']: { ...sample, ...whole } }
      : {}),
    ...filter,
    Retry: action.recommendedRetriers.map((retrier) => ({ ...retrier, ErrorEquals: [...retrier.ErrorEquals] })),
  };
}

/** Whoever gets the call needs the token to answer it. */
function withToken(language: QueryLanguage): JsonObject {
  return language === 'JSONPath'
    ? { 'TaskToken.$': '$$.Task.Token', 'Input.$': '$' }
    : { TaskToken: '{% $states.context.Task.Token %}', Input: '{% $states.input %}' };
}

/** The Resource of an action that is named by an ARN of its own, to be replaced. */
function ownResource({ resourceShape, label }: ServiceAction): string {
  if (resourceShape === undefined) return '';
  const name = `my-${label.split(' ').at(-1) ?? 'resource'}`;
  return buildArn(resourceShape, { partition: 'aws', region: 'us-east-1', account: '123456789012', name });
}
