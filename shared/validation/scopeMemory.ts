import type { QueryLanguage } from '../asl/index';
import type { Shape } from './dataFlow/shape';
import type { ScopeFlows } from './dataFlow/dataFlows';
import type { Finding } from './finding';
import type { StateVariables } from './variables/stateVariables';
import type { WayThrough } from './wayThrough';

/**
 * What one validator found out about a scope by the object that it is. Definitions that share a scope share this, and most
 * scopes stay as they are in an edit. Each part is filled in by who finds it out, with what it depends on beside the scope.
 */
export class ScopeMemory {
  /** What rules of scopes found. */
  findings: readonly Finding[] | null = null;
  way: WayThrough | null = null;
  flows: { readonly begin: Shape; readonly flows: ScopeFlows } | null = null;
  variables: { readonly language: QueryLanguage; readonly states: readonly StateVariables[] } | null = null;
}
