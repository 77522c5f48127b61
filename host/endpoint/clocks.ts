import type { LiveClock } from '#shared/simulator/index';

/** Timers of Node bear no longer wait: what is later is looked at again. */
const longestTimer = 2 ** 31 - 1;

/**
 * The time of executions.
 * @param speed how many seconds pass in one; null for virtual time, which needs no clock
 */
export function clockOf(speed: number | null): LiveClock | null {
  if (speed === null) return null;
  const begun = Date.now();
  const now = (): number => begun + (Date.now() - begun) * speed;
  return {
    now,
    wake(at, wake) {
      let timer: NodeJS.Timeout;
      const wait = (): void => {
        const left = (at - now()) / speed;
        if (left <= 0) wake();
        else timer = setTimeout(wait, Math.min(Math.ceil(left), longestTimer));
      };
      // Never at once: whoever asks to be woken is not done yet.
      timer = setTimeout(wait, Math.max(0, Math.min(Math.ceil((at - now()) / speed), longestTimer)));
      return () => {
        clearTimeout(timer);
      };
    },
  };
}
