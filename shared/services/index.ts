import type { ServiceAction, ServiceDefinition } from './contract';
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

/** An action by its id, such as `glue.startJobRun`. */
export function findAction(id: string): { service: ServiceDefinition; action: ServiceAction } | undefined {
  for (const service of services) {
    const action = service.actions.find((candidate) => candidate.id === id);
    if (action) return { service, action };
  }
  return undefined;
}
