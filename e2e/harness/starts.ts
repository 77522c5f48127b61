/** Milliseconds in which a start is over even on a busy machine; it takes about one second. */
export const startLimit = 25_000;

/**
 * Tries a start of the app up to three times. Under a virtual display Chromium hangs once in some hundred starts, before any
 * code of ours runs; such a start is given up by its own limit, said, and tried again.
 * @param start One start, which leaves no process behind when it fails.
 */
export async function startedAtLast<Started>(start: () => Promise<Started>): Promise<Started> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await start();
    } catch (problem) {
      if (attempt === 3) throw problem;
      const reason = problem instanceof Error ? problem.message.split('\n')[0] : '';
      console.warn(`Start ${attempt} of Electron did not come up: ${reason}`);
    }
  }
}
