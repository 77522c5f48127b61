import { denialOf } from '../access/denial';
import { parsePolicy } from '../access/parsePolicy';
import type { PolicyKind } from '../access/policy';
import { randomUuid, seededRandom } from '../base/seededRandom';
import type { Worker } from '../simulator/worker';

/** The policies that a run is made under, as texts. */
export interface RunPolicies {
  readonly machine: {
    readonly partition: string;
    readonly region: string;
    readonly account: string;
    readonly name: string;
  };
  readonly policies: readonly { readonly name: string; readonly kind: PolicyKind; readonly text: string }[];
}

/** A worker whose calls IAM may refuse; what is not known to be refused goes to `others`. Same seed, same ids. */
export function policyWorker({ machine, policies }: RunPolicies, seed: number, others: Worker): Worker {
  const random = seededRandom(seed);
  const attached = policies.map(({ name, kind, text }) => {
    const parsed = parsePolicy(text);
    if (!parsed.ok) {
      throw new Error(`${name} cannot be read: ${parsed.problem.map(({ message }) => message).join('; ')}`);
    }
    return { name, kind, document: parsed.value };
  });
  const roleArn = `arn:${machine.partition}:iam::${machine.account}:role/StepFunctionsRole`;
  return (request) => {
    const denial = denialOf(request, { machine, roleArn, policies: attached }, randomUuid(random));
    return denial === null ? others(request) : { outcome: { kind: 'failure', ...denial } };
  };
}
