import { create } from 'zustand';
import type { JsonValue } from '#shared/base/index';
import { isArray, isObject, objectFrom } from '#shared/base/index';
import { readSetting, writeSetting, type Setting } from '../platform/storage';

/** What a person has set for all workflows of this computer. */
export type Settings = Setting<'settings'>;

export const defaultSettings: Settings = {
  queryLanguage: 'JSONata',
  region: 'us-east-1',
  account: '123456789012',
  autosave: false,
  wheel: 'pan',
  motion: 'system',
  codeSize: 12.5,
  direction: 'down',
};

const store = create<Settings>(() => ({ ...defaultSettings, ...readSetting('settings') }));

export function useSettings<Part>(part: (settings: Settings) => Part): Part {
  return store(part);
}

export const settings = (): Settings => store.getState();

export function changeSettings(change: Partial<Settings>): void {
  store.setState(change);
  writeSetting('settings', store.getState());
}

/** Calls the listener now and at every change. */
export function followSettings(listener: (settings: Settings) => void): void {
  listener(store.getState());
  store.subscribe(listener);
}

/** What new states come with stands for a region and an account; the person's own are put in their places. */
export function withOwnPlace<Value extends JsonValue>(
  value: Value,
  { region, account }: Pick<Settings, 'region' | 'account'> = settings(),
): Value {
  const { region: formerRegion, account: formerAccount } = defaultSettings;
  const walk = (inner: JsonValue): JsonValue => {
    if (typeof inner === 'string') {
      if (!inner.includes(formerAccount) && !/^arn:/.test(inner)) return inner;
      return inner.replaceAll(formerAccount, account).replaceAll(formerRegion, region);
    }
    if (isArray(inner)) return inner.map(walk);
    if (!isObject(inner)) return inner;
    return objectFrom(Object.entries(inner).map(([key, item]) => [key, walk(item)]));
  };
  return region === formerRegion && account === formerAccount ? value : (walk(value) as Value);
}
