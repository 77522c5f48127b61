import { beforeEach, describe, expect, test, vi } from 'vitest';

const kept = new Map<string, string>();
vi.stubGlobal('localStorage', {
  getItem: (key: string) => kept.get(key) ?? null,
  setItem: (key: string, text: string) => void kept.set(key, text),
});

beforeEach(() => {
  kept.clear();
  vi.resetModules();
});

describe('settings', () => {
  test('are kept on this computer, and read at the next start', async () => {
    const first = await import('./settings');
    expect(first.settings()).toEqual(first.defaultSettings);
    first.changeSettings({ region: 'eu-central-1', queryLanguage: 'JSONPath' });
    vi.resetModules();
    const second = await import('./settings');
    expect(second.settings()).toEqual({ ...first.defaultSettings, region: 'eu-central-1', queryLanguage: 'JSONPath' });
  });

  test('that cannot be read are those of the start', async () => {
    kept.set('stepwright:settings', JSON.stringify({ version: 1, value: { region: 7 } }));
    const { settings, defaultSettings } = await import('./settings');
    expect(settings()).toEqual(defaultSettings);
  });

  test('put the own region and account into what new states come with', async () => {
    const { withOwnPlace } = await import('./settings');
    const state = {
      Resource: 'arn:aws:states:::sns:publish',
      Arguments: {
        TopicArn: 'arn:aws:sns:us-east-1:123456789012:approvals',
        QueueUrl: 'https://sqs.us-east-1.amazonaws.com/123456789012/work',
        Message: 'us-east-1 stays in what is no place',
        Count: 3,
      },
    };
    expect(withOwnPlace(state, { region: 'eu-west-1', account: '999988887777' })).toEqual({
      Resource: 'arn:aws:states:::sns:publish',
      Arguments: {
        TopicArn: 'arn:aws:sns:eu-west-1:999988887777:approvals',
        QueueUrl: 'https://sqs.eu-west-1.amazonaws.com/999988887777/work',
        Message: 'us-east-1 stays in what is no place',
        Count: 3,
      },
    });
    expect(withOwnPlace(state, { region: 'us-east-1', account: '123456789012' })).toBe(state);
  });
});
