import { runtimeFailure } from '../../expressions/index';
import type { StateRun } from '../execution';

/**
 * Fails what an Express execution cannot do; AWS refuses such a machine when it is made. Source: AWS developer guide,
 * "Choosing workflow type".
 */
export function refuseInExpress(run: StateRun, what: string): void {
  const { settings, hooks } = run.environment;
  if (settings.type === 'EXPRESS' && hooks.testsOneState !== true)
    throw runtimeFailure(`Express workflows do not support ${what}.`);
}
