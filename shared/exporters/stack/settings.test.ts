import { describe, expect, it } from 'vitest';
import type { JsonObject } from '../../base/index';
import { parseSidecar, printSidecar } from '../../workflow/sidecar';
import { documentOf } from '../testing/workflows';
import { logicalName, machineName, snakeName, unusedName } from './names';
import { templateSettingsOf, withTemplateSettings } from './settings';

const text = '{"StartAt":"A","States":{"A":{"Type":"Succeed"}}}';
const withTemplate = (template: JsonObject) => documentOf(text, JSON.stringify({ version: 1, template }));

describe('settings of templates', () => {
  it('have their usual values where the sidecar says nothing, or nothing that can be read', () => {
    const usual = templateSettingsOf(documentOf(text));
    expect(usual).toEqual({
      name: null,
      logLevel: 'ALL',
      logData: false,
      logDays: 30,
      tracing: true,
      kmsKey: null,
      tags: {},
    });
    const wrong = { name: ' ', logLevel: 'LOUD', logData: 'yes', logDays: 31, tracing: 0, kmsKey: 5, tags: [1] };
    expect(templateSettingsOf(withTemplate(wrong))).toEqual(usual);
  });

  it('are kept without what is usual, and with what this version does not know', () => {
    const document = withTemplate({ logLevel: 'ERROR', later: 1 });
    expect(withTemplateSettings(document, { tracing: false })).toEqual({ logLevel: 'ERROR', later: 1, tracing: false });
    expect(withTemplateSettings(document, { logLevel: 'ALL' })).toEqual({ later: 1 });
    const sidecar = parseSidecar('{"version":1,"template":{"later":1}}');
    expect(sidecar.ok && JSON.parse(printSidecar(sidecar.value) ?? '')).toEqual({ version: 1, template: { later: 1 } });
  });
});

describe('names', () => {
  it.each([
    ['order pipeline', 'order-pipeline', 'OrderPipeline', 'order_pipeline'],
    ['2-step.flow', '2-step-flow', 'X2StepFlow', 'x_2_step_flow'],
    ['Müller', 'M-ller', 'MLler', 'm_ller'],
    ['…', 'workflow', 'X', 'x_'],
  ])('of %s', (name, machine, logical, snake) => {
    expect([machineName(name), logicalName(name), snakeName(name)]).toEqual([machine, logical, snake]);
  });

  it('are numbered where they are taken', () => {
    const taken = new Set(['Orders']);
    expect([unusedName('Orders', taken), unusedName('Orders', taken), unusedName('Other', taken)]).toEqual([
      'Orders2',
      'Orders3',
      'Other',
    ]);
  });
});
