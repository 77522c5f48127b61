import type { JsonObject } from '#shared/base/json';
import type { RecordedValidation } from './caseData';
import type { Comparer } from './comparer';
import { send } from './endpointClient';
import type { CaseResult } from './report';

/** A recorded call with AWS's error. */
export interface RecordedCall extends RecordedValidation {
  readonly operation: string;
  readonly request: Readonly<Record<string, unknown>> & { readonly definition?: string };
  readonly expectedError?: { readonly code: string; readonly message: string };
  readonly placeholders?: JsonObject;
}

/**
 * Sends the recorded calls of the area `api` that AWS itself answered to an endpoint, and compares codes and messages. What
 * the recorded test had made before (the machine that is asked for, the version, the alias) is made first.
 */
export async function runApiCases(
  url: string,
  comparer: Comparer,
  calls: readonly RecordedCall[],
): Promise<readonly CaseResult[]> {
  const results: CaseResult[] = [];
  for (const call of calls) {
    const { expectedError } = call;
    // The client library of the recorder refused those: AWS never saw them.
    if (call.area !== 'api' || expectedError === undefined || expectedError.code === 'ParamValidationError') continue;
    await prepare(url, call);
    const answer = await send(url, call.operation, call.request);
    const found = answer.ok ? { code: 'none', message: JSON.stringify(answer.reply) } : answer;
    const differences = [
      ...comparer.match(expectedError.code, found.code, call.placeholders, 'code'),
      ...comparer.match(expectedError.message, found.message, call.placeholders, 'message'),
    ];
    results.push({ file: 'validation.json (api)', id: call.id, area: call.area, differences });
  }
  return results;
}

const definition = JSON.stringify({ StartAt: 'A', States: { A: { Type: 'Pass', End: true } } });
const roleArn = 'arn:aws:iam::111111111111:role/r';

/** Makes what the call presupposes: all that it names, but for what AWS says is not there. */
async function prepare(url: string, { operation, request, expectedError }: RecordedCall): Promise<void> {
  const code = expectedError?.code ?? '';
  if (code === 'StateMachineAlreadyExists')
    await send(url, 'CreateStateMachine', { name: request['name'], definition, roleArn });
  if (/DoesNotExist$|^InvalidArn$|AlreadyExists$/.test(code) && operation !== 'StartExecution') return;
  if (code === 'StateMachineDoesNotExist') return;
  for (const arn of machinesIn(request)) {
    const name = arn.split(':')[6] ?? '';
    await send(url, 'CreateStateMachine', { name, definition, roleArn, publish: true });
  }
  if (code === 'ExecutionAlreadyExists')
    await send(url, 'StartExecution', {
      stateMachineArn: request['stateMachineArn'],
      name: request['name'],
      input: '{}',
    });
  const named = /aliases referencing this version: \[(\w+)\]/.exec(expectedError?.message ?? '')?.[1];
  if (named !== undefined)
    await send(url, 'CreateStateMachineAlias', {
      name: named,
      routingConfiguration: [{ stateMachineVersionArn: request['stateMachineVersionArn'], weight: 100 }],
    });
}

function machinesIn(request: unknown): ReadonlySet<string> {
  return new Set(JSON.stringify(request).match(/arn:aws:states:[^:"]+:\d+:stateMachine:[^:"]+/g) ?? []);
}
