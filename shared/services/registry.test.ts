import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { isArray, isObject, own, type JsonObject } from '#shared/base/json';
import type { IntegrationPattern } from '#shared/asl/resource';
import type { QueryLanguage } from '#shared/asl/queryLanguage';
import { accessCall } from '#shared/access/accessCall';
import { foldHistory } from '#shared/history/fold';
import { services } from './registry';
import { readResource } from '#shared/services/resource';
import type { ArgumentField, ServiceAction, ValueType } from '#shared/services/contract';
import { runMachine } from '#shared/simulator/testing/runMachine';
import { stubWorker } from '#shared/simulator/workers/stubWorker';
import { newTask } from '#shared/states/task/newTask';
import { validateDefinition } from '../validation/registry';
import { readReference } from '#shared/workflow/testing/reference';
import { estimateRun } from '#shared/cost/estimate';
import { defaultPrices } from '#shared/cost/prices';

const actions = services.flatMap((service) => service.actions.map((action) => ({ service, action, id: action.id })));
const place = { partition: 'aws', region: 'us-east-1', account: '123456789012' };
const patternsOf = (action: ServiceAction) =>
  action.resourceShape === undefined
    ? (Object.keys(action.resources) as IntegrationPattern[])
    : (['waitForTaskToken'] as const);

const machineOf = (action: ServiceAction, language: QueryLanguage, pattern?: IntegrationPattern) => ({
  ...(language === 'JSONata' ? { QueryLanguage: language } : {}),
  StartAt: 'Call',
  States: { Call: { ...newTask(action, language, pattern), End: true } },
});

function fieldProblems(fields: readonly ArgumentField[]): string[] {
  const names = fields.map(({ name }) => name);
  const twice = names.filter((name, index) => names.indexOf(name) !== index);
  return [...twice, ...fields.flatMap(({ type }) => typeProblems(type))];
}

function typeProblems(type: ValueType): string[] {
  if (type.kind === 'enum') return type.values.length > 0 ? [] : ['an enum without values'];
  if (type.kind === 'object') return fieldProblems(type.fields ?? []);
  if (type.kind === 'list') return type.items ? typeProblems(type.items) : [];
  if (type.kind === 'map') return type.values ? typeProblems(type.values) : [];
  return [];
}

describe('the registry of services', () => {
  it('has every service of the catalogue', () => {
    expect(services.length).toBeGreaterThanOrEqual(25);
    expect(new Set(services.map(({ id }) => id)).size).toBe(services.length);
    expect(new Set(actions.map(({ id }) => id)).size).toBe(actions.length);
  });

  it('names no Resource twice', () => {
    const all = actions.flatMap(({ action }) => [
      ...Object.values(action.resources),
      ...(action.otherResources ?? []).map(({ arn }) => arn),
    ]);
    expect(new Set(all).size).toBe(all.length);
    for (const arn of all) expect(readResource(arn)).toMatchObject({ kind: 'action' });
  });

  it.each(services)('$id has a badge with its reason and a category', (service) => {
    expect(service.billingNote.length).toBeGreaterThan(10);
    expect(service.category).not.toBe('');
  });

  it.each(actions)('$id is whole', ({ action }) => {
    expect(patternsOf(action).length).toBeGreaterThan(0);
    expect(fieldProblems(action.fields)).toEqual([]);
    expect(action.errors.length).toBeGreaterThan(0);
    expect(action.helpUrl).toMatch(/^https:\/\/docs\.aws\.amazon\.com\//);
    expect(action.description).toMatch(/\.$/);
    for (const pattern of patternsOf(action)) {
      const statements = action.access(accessCall(pattern, place, { value: action.arguments, language: 'sent' }));
      for (const { actions: names, resources } of statements) {
        expect(names.length).toBeGreaterThan(0);
        for (const resource of resources) expect(resource).toMatch(/^(\*$|arn:|\$\{)/);
        for (const name of names) expect(name).toMatch(/^[a-z0-9-]+:\w+$/);
      }
      // With a task token the caller answers.
      if (pattern !== 'waitForTaskToken') expect(action.results).toHaveProperty(pattern);
      if (pattern === 'sync') expect(action.resources.sync).toMatch(/\.sync(:2)?$/);
    }
  });

  it.each(actions)('$id has a price from the table, or says why not', ({ action }) => {
    const { price } = action;
    if (price.kind === 'noPrice') {
      expect(price.why).toMatch(/\.$/);
      return;
    }
    for (const pattern of patternsOf(action)) {
      const charges = price.charges({
        pattern,
        arguments: action.arguments,
        seconds: 90,
        inputBytes: 2000,
        outputBytes: 2000,
        assume: (name) => {
          const found = price.assumptions.find((each) => each.name === name);
          expect(found, `assumption ${name}`).toBeDefined();
          return found?.default ?? 0;
        },
      });
      expect(charges.length).toBeGreaterThan(0);
      for (const charge of charges) {
        expect(Object.keys(defaultPrices.prices)).toContain(charge.price);
        expect(charge.units).toBeGreaterThan(0);
      }
    }
  });

  const runs = actions.flatMap(({ action, id }) =>
    (['JSONPath', 'JSONata'] as const).flatMap((language) =>
      patternsOf(action).map((pattern) => ({ id, action, language, pattern })),
    ),
  );

  it.each(runs)('$id, $pattern in $language: a new state is valid, runs on its stub and is priced', async (each) => {
    const definition = machineOf(each.action, each.language, each.pattern);
    const problems = validateDefinition(definition).filter(({ code }) => code !== 'MISSING_HEARTBEAT');
    expect(problems).toEqual([]);
    const result = await runMachine(definition, { worker: stubWorker(1), input: { id: 1 } });
    expect(result.events.at(-1)).toMatchObject({ type: 'ExecutionSucceeded' });
    const estimate = estimateRun(
      { definition, type: 'STANDARD', prices: defaultPrices, assumptions: {} },
      foldHistory(result.events),
    );
    const [step] = estimate.steps;
    expect(step && (step.usd > 0 || step.unknown.length > 0)).toBe(true);
  });

  it('has a row for every action in docs/services.md', () => {
    const docs = readFileSync(join(import.meta.dirname, '../../docs/services.md'), 'utf8');
    for (const { action } of actions) expect(docs).toContain(`\`${action.id}\``);
  });
});

const reference = readReference('services/integrations.json');

describe.runIf(reference !== null)('Resource ARNs of the reference facts', () => {
  const facts = isObject(reference ?? undefined) ? (reference as JsonObject) : {};
  const integrations = own(facts, 'integrations');
  const optimized = own(facts, 'otherOptimizedResources');
  const others = isObject(optimized) ? own(optimized, 'arns') : undefined;
  const arns = [
    ...(isArray(integrations) ? integrations : []).flatMap((each) => {
      const resources = isObject(each) ? own(each, 'resources') : undefined;
      return (isArray(resources) ? resources : []).flatMap((one) =>
        isObject(one) ? [String(own(one, 'arn') as string)] : [],
      );
    }),
    ...(isArray(others) ? others.map((arn) => String(arn as string)) : []),
  ].filter((arn) => arn.startsWith('arn:aws:states:::'));

  it('are many', () => {
    expect(arns.length).toBeGreaterThanOrEqual(120);
  });

  it.each(arns)('%s is one action', (arn) => {
    expect(readResource(arn)).toMatchObject({ kind: 'action' });
  });
});
