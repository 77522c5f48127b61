import type { JsonObject, JsonValue } from '#shared/base/index';
import type { QueryLanguage } from '#shared/asl/index';
import { type ArgumentField, closedServices } from '#shared/services/index';
import { type SdkIndex, sdkAction, searchActions } from '#shared/sdk/index';
import type { PaletteItem } from '../placing/items';
import { initialValue } from '../argumentMode';
import { sdkState } from './catalogue';

const shown = 30;

/** SDK actions as items of the palette. First-class actions are left to their own cards. */
export function sdkItems(index: SdkIndex, query: string, known: ReadonlySet<string>): readonly PaletteItem[] {
  return searchActions(index, query, shown + known.size)
    .filter(
      ({ service, action }) =>
        !closedServices.has(service) && !known.has(`arn:aws:states:::aws-sdk:${service}:${action}`),
    )
    .slice(0, shown)
    .map(({ service, title, action }) => ({
      id: `sdk.${service}.${action}`,
      label: `${shortTitle(title)} ${wordsOf(action)}`.slice(0, 80),
      detail: `${service}:${action}`,
      description: title,
      icon: 'sdk',
      tab: 'actions' as const,
      group: 'All AWS actions',
      make: (language) => ({ kind: 'state' as const, state: newSdkTask(service, action, language) }),
    }));
}

function newSdkTask(service: string, action: string, language: QueryLanguage): JsonObject {
  const loaded = sdkState().services[service];
  const fields = loaded ? (sdkAction(loaded, action)?.fields ?? []) : [];
  return {
    Type: 'Task',
    Resource: `arn:aws:states:::aws-sdk:${service}:${action}`,
    [language === 'JSONPath' ? 'Parameters' : 'Arguments']: required(fields),
    Retry: [
      {
        ErrorEquals: ['States.TaskFailed'],
        IntervalSeconds: 2,
        MaxAttempts: 3,
        BackoffRate: 2,
        JitterStrategy: 'FULL',
      },
    ],
  };
}

function required(fields: readonly ArgumentField[]): Record<string, JsonValue> {
  return Object.fromEntries(
    fields.filter((field) => field.required).map(({ name, type }) => [name, initialValue(type)]),
  );
}

function shortTitle(title: string): string {
  return title.replace(/^(Amazon|AWS) /, '').replace(/ Service$/, '');
}

function wordsOf(action: string): string {
  return action.replace(/([a-z0-9])([A-Z])/g, '$1 $2').toLowerCase();
}
