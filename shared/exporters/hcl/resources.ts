import { type JsonObject, type JsonValue, isArray, isObject } from '../../base/index';
import { subParts, type Resource } from '../stack/cloudFormation';
import { snakeName } from '../stack/names';
import { Block, Code, hclBlock, hclCode, hclText, type HclValue } from './print';

/** How a resource of CloudFormation is written for the AWS provider: most properties have their name in snake case. */
interface Form {
  readonly type: string;
  /** What `Ref` stands for. */
  readonly ref?: string;
  /** Properties of another name. */
  readonly names?: Readonly<Record<string, string>>;
  /** Properties that are texts of JSON. */
  readonly json?: readonly string[];
  /** Properties that are maps, and no nested blocks. */
  readonly maps?: readonly string[];
}

/** Source: Terraform's AWS provider, the page of each type. */
const forms: Readonly<Record<string, Form>> = {
  'AWS::Logs::LogGroup': { type: 'aws_cloudwatch_log_group', names: { LogGroupName: 'name' } },
  'AWS::Scheduler::Schedule': { type: 'aws_scheduler_schedule' },
  'AWS::Events::Rule': { type: 'aws_cloudwatch_event_rule', ref: 'name', json: ['EventPattern'] },
  'AWS::ApiGatewayV2::Api': { type: 'aws_apigatewayv2_api', ref: 'id' },
  'AWS::ApiGatewayV2::Stage': { type: 'aws_apigatewayv2_stage', names: { StageName: 'name' } },
  'AWS::ApiGatewayV2::Integration': { type: 'aws_apigatewayv2_integration', ref: 'id', maps: ['RequestParameters'] },
  'AWS::ApiGatewayV2::Route': { type: 'aws_apigatewayv2_route' },
  'AWS::Pipes::Pipe': { type: 'aws_pipes_pipe' },
  'AWS::SQS::Queue': { type: 'aws_sqs_queue', ref: 'url' },
  'AWS::SNS::Subscription': { type: 'aws_sns_topic_subscription' },
  'AWS::StepFunctions::StateMachine': { type: 'aws_sfn_state_machine', ref: 'arn' },
  'AWS::IAM::Role': { type: 'aws_iam_role', ref: 'name' },
};

/** Writes resources of one stack; ids that are of no resource are variables. */
export class HclResources {
  readonly #types: ReadonlyMap<string, string>;

  constructor(resources: readonly Resource[]) {
    this.#types = new Map(resources.map(({ id, type }) => [id, type]));
  }

  /** The blocks of a resource. */
  blocks({ id, type, properties }: Resource): readonly string[] {
    const name = snakeName(id);
    const { Tags, ...own } = properties;
    const tags = Tags === undefined ? {} : { tags: this.#value(isArray(Tags) ? tagMap(Tags) : Tags) };
    switch (type) {
      case 'AWS::IAM::Role':
        return this.#role(name, own, tags);
      case 'AWS::Events::Rule': {
        const { Targets, ...rule } = own;
        const [target] = isArray(Targets ?? null) ? (Targets as readonly JsonObject[]) : [];
        const bus = own['EventBusName'] === undefined ? {} : { event_bus_name: this.#value(own['EventBusName']) };
        return [
          hclBlock('resource', ['aws_cloudwatch_event_rule', name], { ...this.#fields(rule, forms[type]), ...tags }),
          hclBlock('resource', ['aws_cloudwatch_event_target', name], {
            rule: new Code(`aws_cloudwatch_event_rule.${name}.name`),
            ...bus,
            arn: this.#value(target?.['Arn'] ?? ''),
            role_arn: this.#value(target?.['RoleArn'] ?? ''),
          }),
        ];
      }
      case 'AWS::SQS::QueuePolicy': {
        const [queue] = own['Queues'] as readonly JsonValue[];
        const policy = this.#json(own['PolicyDocument'] ?? {});
        return [hclBlock('resource', ['aws_sqs_queue_policy', name], { queue_url: this.#value(queue ?? ''), policy })];
      }
      case 'AWS::S3::Bucket':
        return [
          '# The bucket is there already. This is all of its notifications: add others that it has.\n' +
            hclBlock('resource', ['aws_s3_bucket_notification', name], {
              bucket: this.#value(own['BucketName'] ?? ''),
              eventbridge: true,
            }),
        ];
      default:
        return [
          hclBlock('resource', [forms[type]?.type ?? type, name], { ...this.#fields(own, forms[type]), ...tags }),
        ];
    }
  }

  /** The value of a property, with functions of CloudFormation as expressions. */
  value(value: JsonValue): HclValue {
    return this.#value(value);
  }

  #role(name: string, { AssumeRolePolicyDocument, Policies }: JsonObject, tags: Readonly<Record<string, HclValue>>) {
    const [policy] = (Policies ?? []) as readonly JsonObject[];
    const role = { assume_role_policy: this.#json(AssumeRolePolicyDocument ?? {}), ...tags };
    return [
      hclBlock('resource', ['aws_iam_role', name], role),
      ...(policy === undefined
        ? []
        : [
            hclBlock('resource', ['aws_iam_role_policy', name], {
              role: new Code(`aws_iam_role.${name}.id`),
              policy: this.#json(policy['PolicyDocument'] ?? {}),
            }),
          ]),
    ];
  }

  #fields(properties: JsonObject, form: Form | undefined): Readonly<Record<string, HclValue>> {
    return Object.fromEntries(
      Object.entries(properties).map(([key, value]): [string, HclValue] => {
        const name = form?.names?.[key] ?? snakeName(key);
        if (form?.json?.includes(key) === true) return [name, this.#json(value)];
        if (form?.maps?.includes(key) === true) return [name, this.#value(value)];
        const isBlock = isObject(value) && this.#expression(value) === null;
        return [name, isBlock ? new Block(this.#fields(value, undefined)) : this.#value(value)];
      }),
    );
  }

  #json(value: JsonValue): Code {
    return new Code(`jsonencode(${hclCode(this.#value(value), '  ')})`);
  }

  #value(value: JsonValue): HclValue {
    if (isArray(value)) return value.map((item) => this.#value(item));
    if (!isObject(value)) return value === null ? new Code('null') : (value as string | number | boolean);
    const expression = this.#expression(value);
    if (expression !== null) return expression;
    return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, this.#value(item)]));
  }

  /** What a function of CloudFormation is in Terraform; null where the object is none. */
  #expression(value: JsonObject): Code | null {
    const [[name = '', given = ''] = [], ...others] = Object.entries(value);
    if (others.length > 0) return null;
    if (name === 'Ref') return new Code(this.#reference(String(given as string), 'ref'));
    if (name === 'Fn::GetAtt') return new Code(this.#reference(String((given as readonly string[])[0]), 'arn'));
    if (name !== 'Fn::Sub') return null;
    const parts = subParts(String(given as string));
    return new Code(
      `"${parts.map((part, index) => (index % 2 === 1 ? `\${${this.#reference(part, 'ref')}}` : hclText(part))).join('')}"`,
    );
  }

  #reference(id: string, attribute: 'ref' | 'arn'): string {
    if (id.startsWith('AWS::')) return pseudo[id] ?? `var.${snakeName(id)}`;
    const type = this.#types.get(id);
    if (type === undefined) return `var.${snakeName(id)}`;
    const form = forms[type];
    return `${form?.type ?? type}.${snakeName(id)}.${attribute === 'arn' ? 'arn' : (form?.ref ?? 'id')}`;
  }
}

const pseudo: Readonly<Record<string, string>> = {
  'AWS::AccountId': 'data.aws_caller_identity.current.account_id',
  'AWS::Region': 'data.aws_region.current.region',
  'AWS::Partition': 'data.aws_partition.current.partition',
  'AWS::URLSuffix': 'data.aws_partition.current.dns_suffix',
};

/** Every pseudo parameter that has no data source of its own is a variable. */
export const isKnownPseudo = (id: string): boolean => Object.hasOwn(pseudo, id);

function tagMap(tags: readonly JsonValue[]): JsonObject {
  return Object.fromEntries(
    (tags as readonly JsonObject[]).map(({ Key, Value }) => [String(Key as string), Value ?? '']),
  );
}
