import { homedir } from 'node:os';
import { basename, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { isWorkflowName } from '#shared/protocol/index';
import { dropProblem, folderLabel, formatOf, sidecarPath, withExtension } from './names';

describe('names of files', () => {
  it.each([
    ['orders.asl.json', 'orders.stepwright.json'],
    ['orders.asl.yaml', 'orders.stepwright.json'],
    ['orders.asl.yml', 'orders.stepwright.json'],
    ['orders.json', 'orders.stepwright.json'],
    ['orders.YAML', 'orders.stepwright.json'],
    ['orders.yml', 'orders.stepwright.json'],
    ['orders.v2.asl.json', 'orders.v2.stepwright.json'],
    ['orders.asl', 'orders.stepwright.json'],
    ['main.tf', 'main.stepwright.json'],
    ['stack.template', 'stack.stepwright.json'],
    ['orders', 'orders.stepwright.json'],
  ])('%s has its sidecar in %s', (name, sidecar) => {
    expect(sidecarPath(join('/flows', name))).toBe(join('/flows', sidecar));
  });

  it.each([`${'n'.repeat(246)}.asl.json`, `${'é'.repeat(124)}.json`, `${'𝄞'.repeat(62)}.json`])(
    'has a sidecar for a name as long as a system takes',
    (name) => {
      const sidecar = basename(sidecarPath(`/flows/${name}`));
      expect(Buffer.byteLength(sidecar)).toBeLessThanOrEqual(255);
      expect(sidecar).toMatch(/~[0-9a-f]{8}\.stepwright\.json$/);
      // Two long names that begin alike have not one sidecar.
      expect(basename(sidecarPath(`/flows/${name.replace(/\./, 'x.')}`))).not.toBe(sidecar);
    },
  );

  it('tells the format by the extension', () => {
    expect(['a.asl.json', 'a.json', 'a.asl', 'a.asl.yaml', 'a.YML'].map(formatOf)).toEqual([
      'json',
      'json',
      'json',
      'yaml',
      'yaml',
    ]);
  });

  it('takes no other files from a command line', () => {
    expect(['a.asl.json', 'b.yml', '.', '/usr/bin/app', 'c.txt', 'json'].filter(isWorkflowName)).toEqual([
      'a.asl.json',
      'b.yml',
    ]);
  });

  it.each([
    ['/etc/shadow', '"shadow" is not opened: its name does not end in .json, .yaml, .yml, .asl, .template or .tf.'],
    [
      '/proc/self/environ',
      '"environ" is not opened: its name does not end in .json, .yaml, .yml, .asl, .template or .tf.',
    ],
    ['/home/me/.docker/config.json', '"config.json" is in a hidden folder. Use Open in the File menu for it.'],
    ['C:\\Users\\me\\.aws\\cache.json', expect.stringContaining('is in a hidden folder')],
    ['/home/me/flows/orders.asl.json', null],
    ['/home/me/flows/../orders.yml', null],
    ['/home/me/shop/template.yaml', null],
    ['/home/me/shop/main.tf', null],
    ['/home/me/shop/stack.template', null],
    // Terraform keeps secrets in these.
    ['/home/me/shop/terraform.tfvars', expect.stringContaining('is not opened')],
    ['/home/me/shop/terraform.tfstate', expect.stringContaining('is not opened')],
    ['/home/me/shop/.terraform/modules/main.tf', expect.stringContaining('is in a hidden folder')],
  ])('says of a drop of %s: %s', (path, problem) => {
    expect(dropProblem(path)).toEqual(problem);
  });

  it('gives a name its extension only where it has none', () => {
    expect(withExtension('/a/orders', 'json')).toBe('/a/orders.asl.json');
    expect(withExtension('/a/orders', 'yaml')).toBe('/a/orders.asl.yaml');
    expect(withExtension('/a/orders.yml', 'json')).toBe('/a/orders.yml');
  });

  it('says the home folder as ~', () => {
    expect(folderLabel(join(homedir(), 'flows/a.json'))).toBe(join('~', 'flows'));
    expect(folderLabel(join(homedir(), 'a.json'))).toBe('~');
    expect(folderLabel(join(`${homedir()}2`, 'a.json'))).toBe(`${homedir()}2`);
  });
});
