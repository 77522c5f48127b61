import { type JsonObject, type JsonValue, isObject, own } from '../base/index';
import type { QueryLanguage } from '../asl/index';
import { type ServiceAction, services } from '../services/index';
import { newTask } from '../states/index';
import type { Pattern, PatternFragment } from './contract';
import { fromInput, writerFor, type Argument } from './writer';

/** A block for every action that has no `.sync` but can be asked whether it has ended. */
export const pollingPatterns: readonly Pattern[] = services.flatMap((service) =>
  service.actions.flatMap((action) =>
    action.polling === undefined
      ? []
      : [
          {
            id: `pattern.poll.${action.id}`,
            label: `${service.label}: ${action.label.toLowerCase()} and wait`,
            description: `Call, wait, describe, choose: ${action.label.toLowerCase()} has no .sync, so it is asked until it has ended.`,
            icon: service.icon,
            build: (language: QueryLanguage) => startAndPoll(action, `${service.label} ${action.label}`, language),
          },
        ],
  ),
);

function startAndPoll(action: ServiceAction, name: string, language: QueryLanguage): PatternFragment {
  const start = newTask(action, language);
  const args = own(start, language === 'JSONata' ? 'Arguments' : 'Parameters');
  const poll = pollUntilEnded(action, isObject(args) ? args : {}, language);
  const results = Object.values(poll.keeps);
  const { OutputPath: _path, Output: _output, ...plain } = start;
  return {
    StartAt: name,
    States: { [name]: { ...keptForPolling(plain, results, language), Next: poll.StartAt }, ...poll.States },
    ...(poll.samples ? { samples: poll.samples } : {}),
  };
}

/** What the polling needs of the start's result is kept under `started`; the rest of the input goes on. */
export function keptForPolling(state: JsonObject, results: readonly string[], language: QueryLanguage): JsonObject {
  const write = writerFor(language);
  if (results.length > 0) return write.keeping(state, 'started');
  return language === 'JSONata' ? { ...state, Output: '{% $states.input %}' } : { ...state, ResultPath: null };
}

/**
 * The states that wait until what a step started has ended: wait, describe, choice. They read the arguments of the step
 * where they are literal, and its result under `started`.
 */
export function pollUntilEnded(
  action: ServiceAction,
  given: JsonObject,
  language: QueryLanguage,
): PatternFragment & { readonly keeps: Readonly<Record<string, string>> } {
  const { polling } = action;
  if (!polling) throw new Error(`${action.id} cannot be polled.`);
  const write = writerFor(language);
  const keeps: Record<string, string> = {};
  const args: Record<string, Argument> = {};
  for (const [name, source] of Object.entries(polling.argumentsFrom)) {
    if ('result' in source) {
      keeps[name] = source.result;
      args[name] = fromInput(`started.${source.result}`);
    } else {
      const path = own(given, `${source.argument}.$`);
      const literal = own(given, source.argument);
      if (typeof path === 'string') args[`${name}.$`] = path;
      else if (literal !== undefined) args[name] = literal;
    }
  }
  const { label } = polling;
  const names = {
    wait: `Wait for ${label}`,
    ask: `Describe ${label}`,
    ended: `Has ${label} ended?`,
    ready: `${label.charAt(0).toUpperCase()}${label.slice(1)} ready`,
    failed: `${label.charAt(0).toUpperCase()}${label.slice(1)} failed`,
  };
  const succeeded = { name: `${'described'}.${polling.status}`, if: { anyOf: polling.succeeded }, to: names.ready };
  const failed = { name: `${'described'}.${polling.status}`, if: { anyOf: polling.failed }, to: names.failed };
  const [status = ''] = polling.succeeded;
  return {
    keeps,
    StartAt: names.wait,
    States: {
      [names.wait]: write.wait(polling.intervalSeconds, names.ask),
      [names.ask]: {
        ...write.keeping(
          {
            Type: 'Task',
            Resource: polling.describe,
            [language === 'JSONata' ? 'Arguments' : 'Parameters']: write.values(args),
          },
          'described',
        ),
        Retry: [{ ErrorEquals: ['States.TaskFailed'], IntervalSeconds: 5, MaxAttempts: 3, BackoffRate: 2 }],
        Next: names.ended,
      },
      [names.ended]: write.choice(polling.failed.length > 0 ? [succeeded, failed] : [succeeded], names.wait),
      [names.ready]: { Type: 'Pass', End: true },
      ...(polling.failed.length > 0
        ? { [names.failed]: { Type: 'Fail', Error: 'PollingFailed', Cause: `The ${label} did not end well.` } }
        : {}),
    },
    samples: { [names.ask]: nested(polling.status.split('.'), status) },
  };
}

function nested(path: readonly string[], value: JsonValue): JsonValue {
  const [first, ...rest] = path;
  return first === undefined ? value : { [first]: nested(rest, value) };
}
