import { format } from 'prettier';
import { exporters, type Exporter } from '../../shared/exporters/index';

/** docs/export.md: the formats, out of the registry, and what holds for all of them. */
export async function exportPage(): Promise<string> {
  const rows = exporters.map((each) => `| ${each.label} | \`${each.id}\` | ${each.description} | ${facts(each)} |`);
  const page = `${head}\n| format | \`--format\` | what it is | |\n| --- | --- | --- | --- |\n${rows.join('\n')}\n\n${rest}`;
  return format(page, { parser: 'markdown', printWidth: 140 });
}

function facts({ isStack, isPicture, needs }: Exporter): string {
  const told = [
    isStack === true ? 'several workflows are one stack' : '',
    isPicture === true ? 'by the command line' : '',
    needs === 'run' ? 'of the run on screen' : needs === 'tests' ? 'of the saved tests' : '',
  ];
  return told.filter((each) => each !== '').join(', ');
}

const head = `# Export

<!-- Written by npm run docs from shared/exporters. -->

File → Export (Ctrl+E) writes a copy; the workflow stays what and where it is. The command line does the same: \`stepwright export FILE --format
ID\` ([cli.md](cli.md)).
`;

const rest = `## Stacks

CloudFormation, SAM, CDK and Terraform say the same resources:

- **the state machine**, with its type, logging, tracing, key, tags and name as the Template tab of the inspector has them. They are kept in the
  sidecar (\`template\`); what is not there has its usual value: everything is logged but data, for 30 days, and executions are traced;
- **its role**, with the least that the definition needs ([access.md](access.md)) and a trust for this machine alone. What nobody can derive, and what
  is taken from the name of an API alone, is told in comments at the top;
- **its log group**, under \`/aws/vendedlogs/states/\`;
- **its triggers**: schedules of EventBridge Scheduler, rules on events, uploads and other workflows, routes of an HTTP API whose callers sign their
  calls, and pipes that hand over messages of queues and topics, each with a role of its own. The bucket of an upload is a resource of the
  template, which is kept when the stack goes: a bucket that is there already has to be imported into the stack, or its resource taken out and its
  EventBridge events turned on. Terraform turns them on at the bucket that is there, and owns all of its notifications from then on.

Placeholders (\`\${name}\`) become parameters (variables in Terraform), which begin with the values that the sidecar has for runs, and definitions
get them as substitutions. Names that no substitution may have are written without what is not allowed: \`\${Fn.Arn}\` is \`\${FnArn}\`. A placeholder of
a number makes the definition a text of JSON: \`DefinitionString\` in CloudFormation, a file beside the template of SAM. In Terraform the definition is
a template of its own, in which any other \`\${\` and \`%{\` is escaped.

A queue that is named by a placeholder is taken for its name in the role, not for its address: where the value is an address, the role has
to be changed by hand.

Where a stack would be wrong once it is deployed, the export says so: targets that are not there, substitutions without a value or without a use,
roles that lack something, schedules, patterns and batches that AWS refuses. These are what cfn-lint lets pass.

## How they are judged

\`npm test\` exports every example, and sample workflows where the reference data is there, and asks others:

| format | judge |
| --- | --- |
| CloudFormation, SAM | cfn-lint; SAM's own transform, whose resources have to be those of the CloudFormation form |
| CDK in TypeScript | the compiler; synthesized in process, whose template has to be that of the CloudFormation form, with the same definition; cdk-nag |
| CDK in Python | synthesized by PyPI's aws-cdk-lib, whose template has to be that of the TypeScript form |
| Terraform | HashiCorp's parser; arguments against a list of those that the provider has; the template, filled in, is the definition |
| page of a run | opened in Chromium without a network, and stepped through |

The judges in Python are installed once, under \`node_modules/.cache\`.
`;
