import type { ArgumentField } from './contract';
import type { ResultShape } from './results/resultShape';

/** What is known of AWS SDK actions. Parts of it load when they are asked for; null says: not known yet. */
export interface SdkCatalogue {
  /** Names of all services as they stand in resource ARNs. */
  services(): readonly string[] | null;
  /** Names of the actions of a service. */
  actions(service: string): readonly string[] | null;
  fields(service: string, action: string): readonly ArgumentField[] | null;
  /** What an action answers. */
  result(service: string, action: string): ResultShape | null;
}
