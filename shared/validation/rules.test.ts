import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { MachineType } from '../asl/machineType';
import type { JsonObject } from '../base/json';
import { fromJsonPath } from '../workflow/paths';
import type { Rule } from './contract';
import { rules } from './registry';
import type { InvalidSample, RuleSamples } from './samples';
import { validator } from './validator';

interface RuleFile {
  readonly file: string;
  readonly rule: Rule | undefined;
  readonly samples: RuleSamples | undefined;
}

const folder = join(import.meta.dirname, 'rules');

/** Rules are found by folder, so that none is forgotten here or in the registry. */
const files = await Promise.all(
  readdirSync(folder)
    .filter((file) => !file.endsWith('.test.ts'))
    .map(async (file): Promise<RuleFile> => {
      const module = (await import(join(folder, file))) as Record<string, unknown>;
      const rule = rules.find((candidate) => Object.values(module).includes(candidate));
      return { file, rule, samples: module['samples'] as RuleSamples | undefined };
    }),
);

const verdict = (definition: JsonObject, by: readonly Rule[], type?: MachineType): readonly string[] =>
  validator(by)(definition, null, type).map(({ rule, at }) => `${rule} ${fromJsonPath(at)}`);

const expected = ({ breaches, others = [] }: InvalidSample, name: string): readonly string[] =>
  [...breaches.map((place) => `${name} ${place}`), ...others].sort();

it('every file of a rule is in the registry, every rule of the registry has its file', () => {
  expect(files.filter(({ rule }) => !rule).map(({ file }) => file)).toEqual([]);
  expect(new Set(files.map(({ rule }) => rule))).toEqual(new Set(rules));
  expect(new Set(rules.map(({ name }) => name)).size).toBe(rules.length);
});

describe.each(files)('$file', ({ rule, samples }) => {
  const valid = Object.entries(samples?.valid ?? {});
  const invalid = Object.entries(samples?.invalid ?? {});

  it('has samples of both kinds', () => {
    expect([valid.length > 0, invalid.length > 0]).toEqual([true, true]);
  });

  it.each(valid)('takes %s', (_, definition) => {
    expect(verdict(definition, rules)).toEqual([]);
  });

  it.each(invalid)('refuses %s', (_, sample) => {
    expect([...verdict(sample.definition, rules, sample.type)].sort()).toEqual(expected(sample, rule?.name ?? ''));
  });

  it('is what refuses them: without the rule each of them fails', () => {
    const others = rules.filter((other) => other !== rule);
    const unnoticed = invalid.filter(([, sample]) => {
      const found = [...verdict(sample.definition, others, sample.type)].sort();
      return JSON.stringify(found) === JSON.stringify(expected(sample, rule?.name ?? ''));
    });
    expect(unnoticed).toEqual([]);
  });
});
