import type { ServiceDefinition } from './contract';
import { ecs } from './ecs';
import { glue } from './glue';
import { lambda } from './lambda';
import { sagemaker } from './sagemaker';
import { sns } from './sns';

export type {
  ArgumentField,
  IntegrationPattern,
  Retrier,
  ServiceAction,
  ServiceDefinition,
  ValueType,
} from './contract';

/** Every service that has cards of its own in the palette, in palette order. To add one, add its file and a line here. */
export const services: readonly ServiceDefinition[] = [lambda, glue, sns, ecs, sagemaker];
