import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { rules } from '#shared/validation/registry';
import type { Rule } from '#shared/validation/contract';
import type { RuleSamples } from '#shared/validation/samples';

const folder = join(import.meta.dirname, '../../shared/validation/rules');

/** The text of docs/rules.md: every rule in the order of the registry, with what its own samples show. */
export async function rulesPage(): Promise<string> {
  const samples = await samplesByRule();
  const errors = rules.filter(({ severity }) => severity === 'error');
  return [
    '# Rules of validation',
    '',
    `Written by \`npm run docs\` from \`shared/validation\`: ${String(errors.length)} rules for what AWS refuses, ${String(rules.length - errors.length)} for what is`,
    'likely not meant. A breach has the code that `ValidateStateMachineDefinition` gives it, or the name of the rule where AWS',
    'gives none. The lists are the samples beside each rule, which its test takes.',
    '',
    ...rules.flatMap((rule) => section(rule, samples.get(rule))),
  ].join('\n');
}

async function samplesByRule(): Promise<ReadonlyMap<Rule, RuleSamples>> {
  const found = new Map<Rule, RuleSamples>();
  for (const file of readdirSync(folder)) {
    const module = (await import(join(folder, file))) as Readonly<Record<string, unknown>>;
    const rule = rules.find((candidate) => Object.values(module).includes(candidate));
    if (rule) found.set(rule, module['samples'] as RuleSamples);
  }
  return found;
}

function section({ name, code, severity, source }: Rule, samples: RuleSamples | undefined): readonly string[] {
  const as = code === name ? '' : `, as \`${code}\``;
  return [
    `## ${name}`,
    '',
    `${severity === 'error' ? 'Error' : 'Warning'}${as}. ${source}.`,
    '',
    ...Object.keys(samples?.invalid ?? {}).map((refused) => `- ${refused}`),
    '',
  ];
}
