const clocks = new Map<string, Intl.DateTimeFormat>();

/** What a clock on the wall of a time zone shows at a moment, as if it were UTC. */
function wallTimeAt(moment: number, timezone: string): number {
  let clock = clocks.get(timezone);
  if (!clock) {
    const part = '2-digit';
    clock = new Intl.DateTimeFormat('en-US', {
      timeZone: timezone,
      hourCycle: 'h23',
      year: 'numeric',
      month: part,
      day: part,
      hour: part,
      minute: part,
      second: part,
    });
    clocks.set(timezone, clock);
  }
  const shown = Object.fromEntries(clock.formatToParts(moment).map(({ type, value }) => [type, Number(value)]));
  const at = (name: string) => shown[name] ?? 0;
  return Date.UTC(at('year'), at('month') - 1, at('day'), at('hour'), at('minute'), at('second'));
}

/** How far the clock of a time zone is ahead of UTC at a moment, in milliseconds. */
export function clockOffset(moment: number, timezone: string): number {
  return wallTimeAt(moment, timezone) - Math.floor(moment / 1000) * 1000;
}

/**
 * The first moment at which the clock of a time zone shows a time (given as if it were UTC); null when it is put
 * forward over that time.
 */
export function momentOf(wallTime: number, timezone: string): number | null {
  const day = 24 * 60 * 60_000;
  const moments = [wallTime - day, wallTime + day]
    .map((near) => wallTime - clockOffset(near, timezone))
    .filter((moment) => wallTimeAt(moment, timezone) === wallTime);
  return moments.length === 0 ? null : Math.min(...moments);
}
