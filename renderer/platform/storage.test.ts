import { beforeEach, describe, expect, it } from 'vitest';
import {
  claimFormer,
  copyToWorkflow,
  readOfWorkflow,
  readSetting,
  writeOfWorkflow,
  writeSetting,
  type WorkflowSetting,
} from './storage';

/** The browser's store, in memory. */
class Store {
  readonly entries = new Map<string, string>();
  getItem = (key: string) => this.entries.get(key) ?? null;
  setItem = (key: string, text: string) => void this.entries.set(key, text);
  removeItem = (key: string) => void this.entries.delete(key);
}

const configuration: WorkflowSetting<'runConfiguration'> = {
  inputText: '{"a":1}',
  seed: 7,
  type: 'EXPRESS',
  mocks: { Work: { kind: 'fail', error: 'Busy', cause: '' } },
  conditions: { Work: { nth: 2, expression: '' } },
  breakOnError: true,
  withPolicies: false,
  watches: ['$.a'],
};

describe('what is kept on this computer', () => {
  let store: Store;
  beforeEach(() => {
    store = new Store();
    Object.defineProperty(globalThis, 'localStorage', { value: store, configurable: true });
  });

  it('comes back as it was written, with the version of its form', () => {
    writeSetting('theme', 'dark');
    writeOfWorkflow('runConfiguration', 'file-1', configuration);
    expect(readSetting('theme')).toBe('dark');
    expect(readOfWorkflow('runConfiguration', 'file-1')).toEqual(configuration);
    expect(store.getItem('stepwright:theme')).toBe('{"version":1,"value":"dark"}');
  });

  it.each([
    ['no JSON', '{'],
    ['no version', '"dark"'],
    ['a newer version', '{"version":2,"value":"dark"}'],
    ['no version of ours', '{"version":-1e308,"value":"dark"}'],
    ['a value of another form', '{"version":1,"value":"pink"}'],
  ])('is passed over when it is %s', (_what, text) => {
    store.setItem('stepwright:theme', text);
    expect(readSetting('theme')).toBeNull();
  });

  it.each([
    ['theme', 'theme', 'light', 'light'],
    ['paletteOpen', 'palette', 'closed', false],
    ['started', 'started', 'yes', true],
    ['recentArns', 'recent-arns', '["arn:aws:sns:us-east-1:123456789012:a"]', ['arn:aws:sns:us-east-1:123456789012:a']],
    ['prices', 'prices', '{"lambda":1}', { lambda: 1 }],
  ] as const)('is read from where the first version kept it: %s', (name, key, text, value) => {
    store.setItem(key, text);
    expect(readSetting(name)).toEqual(value);
  });

  it('of two files of one name is kept apart; what they shared goes to the first that is opened, once', () => {
    const { mocks, ...others } = configuration;
    store.setItem('bench:orders.asl.json', JSON.stringify({ ...others, answers: mocks }));
    store.setItem('access:orders.asl.json', '{"policies":[],"logging":false}');

    claimFormer('file-1', 'orders.asl.json');
    claimFormer('file-2', 'orders.asl.json');
    expect(readOfWorkflow('runConfiguration', 'file-1')).toEqual(configuration);
    expect(readOfWorkflow('access', 'file-1')).toEqual({ policies: [], logging: false, tracing: false });
    expect(readOfWorkflow('runConfiguration', 'file-2')).toBeNull();
    expect([...store.entries.keys()].filter((key) => !key.startsWith('stepwright:'))).toEqual([]);

    writeOfWorkflow('runConfiguration', 'file-2', { ...configuration, seed: 8 });
    expect(readOfWorkflow('runConfiguration', 'file-1')?.seed).toBe(7);
  });

  it('does not take the place of what the file has already', () => {
    writeOfWorkflow('runConfiguration', 'file-1', configuration);
    store.setItem('bench:orders.asl.json', '{"inputText":"old","seed":1,"type":"STANDARD"}');
    claimFormer('file-1', 'orders.asl.json');
    expect(readOfWorkflow('runConfiguration', 'file-1')).toEqual(configuration);
  });

  it('goes along when a document is saved to another place', () => {
    writeOfWorkflow('runConfiguration', 'draft', configuration);
    copyToWorkflow('draft', 'file-1');
    expect(readOfWorkflow('runConfiguration', 'file-1')).toEqual(configuration);
  });

  it('costs no work when the store is full', () => {
    store.setItem = () => {
      throw new DOMException('full', 'QuotaExceededError');
    };
    expect(() => writeSetting('theme', 'dark')).not.toThrow();
  });
});
