import { mkdirSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { exporters } from '../../shared/exporters/index';
import { oneTask, TestFolder } from '../testing/callCommand';

let folder: TestFolder;
beforeAll(() => {
  folder = new TestFolder();
  folder.write('orders.asl.json', oneTask);
  folder.write('night.asl.json', oneTask);
  const triggers = [{ id: 'a', kind: 'schedule', enabled: true, expression: 'rate(5 minuts)' }];
  folder.write('late.asl.json', oneTask);
  folder.write('late.stepwright.json', { version: 1, triggers });
  mkdirSync(join(folder.path, 'out'));
});
afterAll(() => folder.remove());

const out = (name: string) => readFileSync(join(folder.path, 'out', name));

describe('export', () => {
  it('lists its formats', async () => {
    const { code, out: told } = await folder.call(['export']);
    expect(code).toBe(0);
    for (const { id } of exporters) expect(told).toMatch(new RegExp(`^${id} `, 'm'));
  });

  it('writes one text to standard output', async () => {
    const { code, out: told, err } = await folder.call(['export', '@orders.asl.json', '--format', 'cloudformation']);
    expect([code, err]).toEqual([0, '']);
    expect(told).toContain('  OrdersStateMachine:\n    Type: AWS::StepFunctions::StateMachine\n');
  });

  it('makes one stack of several workflows, and files beside it', async () => {
    const args = ['@orders.asl.json', '@night.asl.json', '--format', 'terraform', '--name', 'shop', '--out', '@out'];
    expect(await folder.call(['export', ...args])).toMatchObject({ code: 0, err: '' });
    expect(
      out('shop.tf')
        .toString()
        .match(/^resource "aws_sfn_state_machine"/gm),
    ).toHaveLength(2);
    expect(readdirSync(join(folder.path, 'out'))).toEqual(['Night.asl.json.tftpl', 'Shop.asl.json.tftpl', 'shop.tf']);
  });

  it('draws pictures of runs', async () => {
    const args = ['@orders.asl.json', '--format', 'png', '--run', '--theme', 'dark', '--out', '@out'];
    expect(await folder.call(['export', ...args])).toMatchObject({ code: 0, err: '' });
    const png = out('orders.png');
    expect(png.subarray(1, 4).toString()).toBe('PNG');
    const plain = await folder.call([
      'export',
      '@orders.asl.json',
      '--format',
      'png',
      '--theme',
      'dark',
      '--name',
      'p',
      '--out',
      '@out',
    ]);
    expect(plain.code).toBe(0);
    // The colours of the run make the difference.
    expect(out('p.png').equals(png)).toBe(false);
  });

  it('tells what would be wrong with the stack', async () => {
    const { code, err, out: told } = await folder.call(['export', '@late.asl.json', '--format', 'sam']);
    expect(code).toBe(1);
    expect(err).toContain('LateSchedule1/Properties/expression: A rate is a whole number');
    expect(told).toContain('rate(5 minuts)');
  });

  it.each([
    ['without a format', ['@orders.asl.json'], '--format is missing: asl-json'],
    ['with a format that is none', ['@orders.asl.json', '--format', 'pulumi'], 'There is no format "pulumi".'],
    ['without a file', ['--format', 'sam'], 'Name a FILE'],
    ['of several files to standard output', ['@orders.asl.json', '--format', 'terraform'], 'These are 2 files'],
    ['of a picture to standard output', ['@orders.asl.json', '--format', 'png'], 'A picture is no text'],
    [
      'of several under one name',
      ['@orders.asl.json', '@night.asl.json', '--format', 'svg', '--name', 'a'],
      '--name is for one workflow',
    ],
  ])('refuses a call %s', async (_what, args, told) => {
    const { code, err } = await folder.call(['export', ...args]);
    expect(code).toBe(2);
    expect(err).toContain(told);
  });

  it('says what a format lacks, and which folder is not there', async () => {
    const none = await folder.call(['export', '@orders.asl.json', '--format', 'mock-config']);
    expect([none.code, none.err]).toEqual([1, expect.stringContaining('no saved tests')]);
    const missing = await folder.call(['export', '@orders.asl.json', '--format', 'svg', '--out', '@none']);
    expect([missing.code, missing.err]).toEqual([3, expect.stringContaining('its folder is not there')]);
  });
});
