/**
 * A state's failure on its way up to its retriers and catchers. Thrown from inside compiled expressions, where a
 * Result at every step would cost more than the work; it is caught once, where the state runs. Not an Error: a stack
 * trace is expensive and says nothing about the definition.
 */
export class StateFailure {
  constructor(
    readonly error: string | undefined,
    readonly cause: string | undefined,
    readonly details: FailureDetails = {},
  ) {}
}

export interface FailureDetails {
  /** AWS words the cause "An error occurred while executing the state ...": the engine puts that before it. */
  readonly placed?: true;
  /** The failure is reported by an EvaluationFailed event, with the field where one is known. */
  readonly evaluation?: { readonly location?: string };
  /** A branch or an iteration failed, not the state itself. */
  readonly child?: true;
  /** The child was a branch of a Parallel: States.BranchFailed takes it. */
  readonly branch?: true;
  /** No wildcard takes it, only its own name. */
  readonly terminal?: true;
  /** The Map Run failed: it has an event of its own. */
  readonly mapRun?: true;
  /** The timeout was a missed heartbeat: AWS calls it States.Timeout, and States.HeartbeatTimeout takes it too. */
  readonly heartbeat?: true;
}

/** A States.Runtime failure of the running state. Neither retriers nor catchers for States.ALL see it. */
export function runtimeFailure(message: string, details: FailureDetails = {}): StateFailure {
  return new StateFailure('States.Runtime', message, { ...details, placed: true });
}

/** A failure of a JSONata expression or of a value it gave; `location` is the field, as `Arguments/Payload`. */
export function queryFailure(message: string, location?: string): StateFailure {
  return new StateFailure('States.QueryEvaluationError', message, {
    placed: true,
    evaluation: location === undefined ? {} : { location },
  });
}
