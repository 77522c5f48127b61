import type { Parameter } from '../stack/parameters';
import type { Construct, Language } from './code';

/** What programs of CDK call the services, each with its module. */
export const modules = {
  apigatewayv2: 'aws-apigatewayv2',
  events: 'aws-events',
  iam: 'aws-iam',
  kms: 'aws-kms',
  logs: 'aws-logs',
  pipes: 'aws-pipes',
  s3: 'aws-s3',
  scheduler: 'aws-scheduler',
  sfn: 'aws-stepfunctions',
  sns: 'aws-sns',
  sqs: 'aws-sqs',
} as const;

/** The modules that a program uses, by the names before the dots in it. */
export function modulesIn(code: string): readonly (readonly [name: string, module: string])[] {
  return Object.entries(modules).filter(([name]) => new RegExp(`(?<![\\w.])${name}\\.[A-Z]`).test(code));
}

/** The names of CDK's core that a program uses. */
export function coreNamesIn(code: string): readonly string[] {
  const names = ['Aws', 'CfnOutput', 'CfnParameter', 'RemovalPolicy', 'Tags'];
  return names.filter((name) => new RegExp(`(?<![\\w.])${name}\\b`).test(code));
}

/** How a program writes what an id of the template stands for: an attribute of a construct, a parameter, a pseudo parameter. */
export function referencesTo(
  language: Language,
  constructs: readonly Construct[],
  parameters: readonly Parameter[],
): (id: string, attribute: 'ref' | 'arn') => string {
  const attributes = new Map(constructs.map((construct) => [construct.id, construct.attributes]));
  const isParameter = new Set(parameters.map(({ id }) => id));
  return (id, attribute) => {
    if (id.startsWith('AWS::')) return `Aws.${pseudoName(id.slice('AWS::'.length))}`;
    const member = isParameter.has(id) ? 'valueAsString' : (attributes.get(id)?.[attribute] ?? 'ref');
    return `${language.variable(id)}.${language.member(member)}`;
  };
}

/** `AccountId` is `ACCOUNT_ID`, `URLSuffix` is `URL_SUFFIX`. */
function pseudoName(name: string): string {
  return name
    .replace(/ARNs$/, 'Arns')
    .replace(/([a-z])([A-Z])/g, '$1_$2')
    .replace(/([A-Z])([A-Z][a-z])/g, '$1_$2')
    .toUpperCase();
}
