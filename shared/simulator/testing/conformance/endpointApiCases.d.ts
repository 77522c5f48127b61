import type { JsonObject } from '#shared/base/json';
import type { RecordedValidation } from './caseData';
import type { Comparer } from './comparer';
import type { CaseResult } from './report';
/** A recorded call with AWS's error. */
export interface RecordedCall extends RecordedValidation {
    readonly operation: string;
    readonly request: Readonly<Record<string, unknown>> & {
        readonly definition?: string;
    };
    readonly expectedError?: {
        readonly code: string;
        readonly message: string;
    };
    readonly placeholders?: JsonObject;
}
/**
 * Sends the recorded calls of the area `api` that AWS itself answered to an endpoint, and compares codes and messages. What
 * the recorded test had made before (the machine that is asked for, the version, the alias) is made first.
 */
export declare function runApiCases(url: string, comparer: Comparer, calls: readonly RecordedCall[]): Promise<readonly CaseResult[]>;
