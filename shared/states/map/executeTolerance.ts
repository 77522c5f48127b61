import type { JsonValue } from '../../base/index';
import { StateFailure } from '../../expressions/index';
import type { StateSource } from '../compiling';
import type { Flow, StateRun } from '../execution';
import { compileNumber, notNegative, percentage } from './executeNumbers';

/** How many failed items a Map Run bears; none where neither is set. */
export interface Tolerance {
  readonly count: number | undefined;
  readonly percentage: number | undefined;
}

export function compileTolerance(source: StateSource): (effective: JsonValue, run: StateRun) => Flow<Tolerance> {
  const number = (field: string, rule: Parameters<typeof compileNumber>[4]): ReturnType<typeof compileNumber> =>
    compileNumber(source, source.definition, field, [field], rule);
  const count = number('ToleratedFailureCount', notNegative('ToleratedFailureCount'));
  const share = number('ToleratedFailurePercentage', percentage);
  return function* (effective, run): Flow<Tolerance> {
    return { count: yield* count(effective, run), percentage: yield* share(effective, run) };
  };
}

/** A test's failed iterations count only where the state sets a tolerance at all. */
export function tolerates(tolerance: Tolerance, failed: number, total: number): boolean {
  return (tolerance.count === undefined && tolerance.percentage === undefined) || !exceeds(tolerance, failed, total);
}

/** Whether more items failed than the Map Run bears. Source: AWS developer guide, "Setting failure thresholds". */
export function exceeds(tolerance: Tolerance, failed: number, total: number): boolean {
  if (tolerance.count === undefined && tolerance.percentage === undefined) return failed > 0;
  if (tolerance.count !== undefined && failed > tolerance.count) return true;
  return tolerance.percentage !== undefined && (failed / total) * 100 > tolerance.percentage;
}

export function thresholdExceeded(): StateFailure {
  return new StateFailure(
    'States.ExceedToleratedFailureThreshold',
    'The specified tolerated failure threshold was exceeded',
    { mapRun: true },
  );
}
