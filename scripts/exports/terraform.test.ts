import { parse } from '@cdktf/hcl2json';
import { describe, expect, it } from 'vitest';
import { isArray, isObject, own, type JsonObject, type JsonValue } from '../../shared/base/index';
import { exporters, type NamedWorkflow } from '../../shared/exporters/index';
import { documentOf, exampleWorkflows, fullWorkflow, sampleWorkflows } from '../../shared/exporters/testing/workflows';
import { providerArguments } from './providerArguments';

const settings = { logLevel: 'ERROR', kmsKey: 'arn:aws:kms:us-east-1:123456789012:key/1', tags: { stage: '${Stage}' } };
const full = { ...fullWorkflow(settings), name: 'with-settings' };
const workflows: readonly NamedWorkflow[] = [...exampleWorkflows(), fullWorkflow(), full, ...sampleWorkflows(40)];

async function exported({ name, document }: NamedWorkflow, along: readonly NamedWorkflow[] = []) {
  const files = exporters.find(({ id }) => id === 'terraform')?.export(document, { name, along });
  if (files?.ok !== true) throw new Error(`${name} is not exported.`);
  const [program, ...templates] = files.value;
  return { program: (await parse('main.tf', program?.text ?? '')) as JsonObject, templates };
}

/** The resources of a configuration: type, name, arguments. */
function resourcesOf(program: JsonObject): readonly (readonly [type: string, name: string, body: JsonObject])[] {
  const all = own(program, 'resource');
  if (!isObject(all)) return [];
  return Object.entries(all).flatMap(([type, named]) =>
    Object.entries(named as JsonObject).flatMap(([name, bodies]) =>
      (isArray(bodies) ? bodies : []).map((body) => [type, name, body as JsonObject] as const),
    ),
  );
}

/** What Terraform makes of a template. Source: Terraform language, "Strings and Templates". */
function rendered(template: string, values: Readonly<Record<string, string>>): string {
  return template.replace(/\$\$\{|%%\{|\$\{(\w+)\}/g, (found, name?: string) =>
    name === undefined ? found.slice(1) : (values[name] ?? found),
  );
}

/** Every reference in a configuration: `aws_iam_role.a.arn`, `var.b`, `data.aws_region.current.region`. */
function referencesIn(value: JsonValue): readonly string[] {
  if (typeof value === 'string') {
    const inside = [...value.matchAll(/\$\{([^"]*?(?:"[^"]*"[^"]*?)*)\}$|\$\{([^}]*)\}/gs)].map((found) => found[0]);
    return inside.flatMap((code) => code.match(/\b(?:var|data\.\w+|aws_\w+)\.\w+/g) ?? []);
  }
  return isArray(value)
    ? value.flatMap(referencesIn)
    : isObject(value)
      ? Object.values(value).flatMap(referencesIn)
      : [];
}

describe('configurations of Terraform', () => {
  it.each(workflows)(
    '$name is HCL, with arguments that the provider has and names that are there',
    async (workflow) => {
      const { program } = await exported(workflow);
      const resources = resourcesOf(program);
      for (const [type, name, body] of resources) {
        const known = providerArguments[type];
        expect([type, name, Object.keys(body).filter((each) => !known?.includes(each))]).toEqual([type, name, []]);
      }
      const made = new Set([
        ...resources.map(([type, name]) => `${type}.${name}`),
        ...Object.keys((own(program, 'variable') ?? {}) as JsonObject).map((name) => `var.${name}`),
        ...Object.keys((own(program, 'data') ?? {}) as JsonObject).map((type) => `data.${type}.current`),
      ]);
      const missing = referencesIn(program).map((each) => each.replace(/^(data\.\w+)\.?.*$/, '$1.current'));
      expect(missing.filter((each) => !made.has(each))).toEqual([]);
    },
  );

  it.each(workflows)('$name: the template gives the definition when it is filled in', async ({ name, document }) => {
    const { templates } = await exported({ name, document });
    const names = [...(templates[0]?.text ?? '').matchAll(/(?<!\$)\$\{(\w+)\}/g)].map(([, each]) => each ?? '');
    const values = Object.fromEntries(names.map((each) => [each, `\${${each}}`]));
    const cloudFormation = exporters.find(({ id }) => id === 'cdk-typescript')?.export(document, { name });
    const definition = cloudFormation?.ok === true ? cloudFormation.value[1]?.text : '';
    expect(rendered(templates[0]?.text ?? '', values)).toBe(definition);
  });

  it('escapes what Terraform would read as its own, and fills in placeholders alone', async () => {
    const text =
      '{"StartAt":"A","States":{"A":{"Type":"Pass","QueryLanguage":"JSONata","Output":"{%{\\"a\\": \\"${name}\\"}%}","Comment":"$${b} %{if}","End":true}}}';
    const { program, templates } = await exported({ name: 'a', document: documentOf(text) });
    expect(templates[0]?.text).toContain('{%%{\\"a\\": \\"${name}\\"}%}');
    expect(templates[0]?.text).toContain('$$${b} %%{if}');
    expect(JSON.stringify(own(program, 'resource'))).toContain('templatefile(');
  });

  it('of several workflows are one, with names of their own', async () => {
    const [first, ...others] = [fullWorkflow(), fullWorkflow(), ...exampleWorkflows()];
    const { program, templates } = await exported(first ?? full, others);
    const machines = resourcesOf(program).filter(([type]) => type === 'aws_sfn_state_machine');
    expect(machines).toHaveLength(others.length + 1);
    expect(new Set(templates.map(({ name }) => name)).size).toBe(others.length + 1);
  });
});
