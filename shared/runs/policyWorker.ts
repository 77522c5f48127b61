import { type AttachedPolicy, type PolicyKind, denialOf, parsePolicy } from '../access/index';
import { type Result, fail, ok, randomUuid, seededRandom } from '../base/index';
import type { Worker } from '../simulator/index';

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

/**
 * A worker whose calls IAM may refuse; what is not known to be refused goes to `others`. Same seed, same ids. Fails when a
 * policy cannot be read.
 */
export function policyWorker({ machine, policies }: RunPolicies, seed: number, others: Worker): Result<Worker, string> {
  const random = seededRandom(seed);
  const attached: AttachedPolicy[] = [];
  for (const { name, kind, text } of policies) {
    const parsed = parsePolicy(text);
    if (!parsed.ok) return fail(`${name} cannot be read: ${parsed.problem.map(({ message }) => message).join('; ')}`);
    attached.push({ name, kind, document: parsed.value });
  }
  const roleArn = `arn:${machine.partition}:iam::${machine.account}:role/StepFunctionsRole`;
  return ok((request) => {
    const denial = denialOf(request, { machine, roleArn, policies: attached }, randomUuid(random));
    return denial === null ? others(request) : { outcome: { kind: 'failure', ...denial } };
  });
}
