import type { PriceModel, PricedCall } from '../contract';
import { assumed, priced, textIn } from '../pricing';
import { lasts } from '../lasts';

/** How long a build takes, its machine being provided first. */
export const buildRun = lasts(120, 60, 900);

/**
 * Builds are paid by the minute begun and by their machine. Without an override it is that of the project, which the
 * call does not say: it is taken as the small general one. Source: AWS CodeBuild pricing, "On-demand EC2".
 */
export const buildPrice: PriceModel = priced(
  [assumed('buildMinutes', 'Build', 'min', buildRun.seconds / 60, 'Used where the state does not wait for the build.')],
  (call) => [
    {
      price: `codebuild.${machineOf(call)}.minute`,
      units: Math.ceil(call.pattern === 'sync' && call.seconds > 0 ? call.seconds / 60 : call.assume('buildMinutes')),
    },
  ],
  'What a machine that only the project names costs more than general1.small.',
);

/** `small` for BUILD_GENERAL1_SMALL on Linux; machines of other kinds by their whole name, which the table may not have. */
function machineOf(call: PricedCall): string {
  const type = textIn(call, 'ComputeTypeOverride') ?? 'BUILD_GENERAL1_SMALL';
  const environment = textIn(call, 'EnvironmentTypeOverride') ?? 'LINUX_CONTAINER';
  const general = /^BUILD_GENERAL1_(\w+)$/.exec(type)?.[1];
  const machine = (general ?? type).toLowerCase();
  return environment === 'LINUX_CONTAINER' ? machine : `${environment.toLowerCase()}.${machine}`;
}
