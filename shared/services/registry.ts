import type { ServiceDefinition } from './contract';
import { apiGateway } from './apiGateway';
import { athena } from './athena';
import { batch } from './batch';
import { bedrock } from './bedrock';
import { codebuild } from './codebuild';
import { databrew } from './databrew';
import { dynamodb } from './dynamodb';
import { ecr } from './ecr';
import { ecs } from './ecs';
import { eks } from './eks';
import { emr } from './emr';
import { emrContainers } from './emrContainers';
import { emrServerless } from './emrServerless';
import { events } from './events';
import { firehose } from './firehose';
import { glue } from './glue';
import { http } from './http';
import { kinesis } from './kinesis';
import { lambda } from './lambda';
import { mediaConvert } from './mediaConvert';
import { rdsData } from './rdsData';
import { s3 } from './s3';
import { sagemaker } from './sagemaker';
import { scheduler } from './scheduler';
import { secretsManager } from './secretsManager';
import { sns } from './sns';
import { sqs } from './sqs';
import { ssm } from './ssm';
import { states } from './states';

export type { ArgumentField, Retrier, ServiceAction, ServiceDefinition, ValueType } from './contract';

export type { SdkCatalogue } from './sdkCatalogue';

/** Every service that has cards of its own in the palette, in palette order. To add one, add its file and a line here. */
export const services: readonly ServiceDefinition[] = [
  lambda,
  glue,
  databrew,
  sns,
  sqs,
  ecs,
  batch,
  sagemaker,
  states,
  s3,
  dynamodb,
  athena,
  kinesis,
  firehose,
  events,
  scheduler,
  rdsData,
  emr,
  emrServerless,
  emrContainers,
  eks,
  ecr,
  apiGateway,
  http,
  bedrock,
  codebuild,
  mediaConvert,
  secretsManager,
  ssm,
];
