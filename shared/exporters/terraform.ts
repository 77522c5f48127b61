import { ok } from '../base/index';
import type { ExportedFile, Exporter } from './contract';
import { Block, Code, hclBlock, templateText, type HclValue } from './hcl/print';
import { HclResources, isKnownPseudo } from './hcl/resources';
import { filled, type Resource } from './stack/cloudFormation';
import { definitionText, machineParts, type MachinePart } from './stack/machinePart';
import { logGroupId, machineResources, roleId } from './stack/machineResources';
import { snakeName } from './stack/names';
import { remarkLines } from './stack/template';
import { bucketResources, machineId, triggerResources } from './stack/triggerResources';

/** Source: Terraform's AWS provider, aws_sfn_state_machine; Terraform language, "templatefile". */
export const terraform: Exporter = {
  id: 'terraform',
  label: 'Terraform',
  description: 'A configuration for the AWS provider, with the definition as a template file beside it.',
  extension: 'tf',
  isStack: true,
  export(document, { name, along = [] }) {
    const parts = machineParts([{ name, document }, ...along]);
    const resources = [
      ...parts.flatMap((part) => [...machineResources(part), ...triggerResources(part)]),
      ...bucketResources(parts),
    ];
    const hcl = new HclResources(resources);
    const blocks = resources.flatMap((resource) => {
      const part = parts.find((each) => machineId(each) === resource.id);
      return part ? [machine(part, resource, hcl)] : hcl.blocks(resource);
    });
    const text = [remarkLines(parts, '#') + head, ...variables(parts), ...blocks, ...parts.map(output)].join('\n');
    return ok([{ name: `${name}.tf`, text }, ...parts.map(definitionFile)]);
  },
};

const head = [
  hclBlock('terraform', [], {
    required_providers: new Block({ aws: { source: 'hashicorp/aws', version: '>= 6.0' } }),
  }),
  ...['aws_caller_identity', 'aws_region', 'aws_partition'].map((type) => hclBlock('data', [type, 'current'], {})),
].join('\n');

function variables(parts: readonly MachinePart[]): readonly string[] {
  const all = parts.flatMap((part) => part.parameters.all).filter(({ id }) => !isKnownPseudo(id));
  return all.map(({ id, value, placeholder }) =>
    hclBlock('variable', [snakeName(id)], {
      type: new Code('string'),
      description: `Fills in ${placeholder} of the definition`,
      ...(value === null ? {} : { default: value }),
    }),
  );
}

function machine(part: MachinePart, { properties }: Resource, hcl: HclResources): string {
  const { settings, substitutions } = part;
  const { logLevel, logData, kmsKey, tags } = settings;
  const values = [...substitutions].map(([name, id]): [string, HclValue] => [name, hcl.value({ Ref: id })]);
  const place = `"\${path.module}/${definitionName(part)}"`;
  const lines = values.map(([name, value]) => `    ${name} = ${value instanceof Code ? value.code : ''}\n`).join('');
  const map = lines === '' ? '{}' : `{\n${lines}  }`;
  return hclBlock('resource', ['aws_sfn_state_machine', snakeName(machineId(part))], {
    name: hcl.value(properties['StateMachineName'] ?? ''),
    type: part.type,
    role_arn: new Code(`aws_iam_role.${snakeName(roleId(part))}.arn`),
    definition: new Code(`templatefile(${place}, ${map})`),
    ...(logLevel === 'OFF'
      ? {}
      : {
          logging_configuration: new Block({
            level: logLevel,
            include_execution_data: logData,
            log_destination: new Code(`"\${aws_cloudwatch_log_group.${snakeName(logGroupId(part))}.arn}:*"`),
          }),
        }),
    tracing_configuration: new Block({ enabled: settings.tracing }),
    ...(kmsKey === null
      ? {}
      : {
          encryption_configuration: new Block({
            type: 'CUSTOMER_MANAGED_KMS_KEY',
            kms_key_id: hcl.value(filled(kmsKey)),
            kms_data_key_reuse_period_seconds: 300,
          }),
        }),
    ...(Object.keys(tags).length === 0 ? {} : { tags: hcl.value(filled(tags)) }),
    // A machine that starts before its role allows anything fails.
    ...(part.policy === null ? {} : { depends_on: [new Code(`aws_iam_role_policy.${snakeName(roleId(part))}`)] }),
  });
}

const definitionName = (part: MachinePart): string => `${part.base}.asl.json.tftpl`;

/** The definition as a template: only its placeholders are filled in, any other `${` and `%{` comes out as it is. */
function definitionFile(part: MachinePart): ExportedFile {
  const text = definitionText(part)
    .split(/(\$\{\w+\})/)
    .map((piece, index) =>
      index % 2 === 1 && part.substitutions.has(piece.slice(2, -1)) ? piece : templateText(piece),
    )
    .join('');
  return { name: definitionName(part), text };
}

function output(part: MachinePart): string {
  const id = snakeName(machineId(part));
  return hclBlock('output', [`${id}_arn`], { value: new Code(`aws_sfn_state_machine.${id}.arn`) });
}
