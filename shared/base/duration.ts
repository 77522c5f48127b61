/** Seconds in the largest units that read well: 90 → 1 min 30 s. */
export function duration(seconds: number): string {
  const units: readonly [number, string][] = [
    [86_400, 'd'],
    [3600, 'h'],
    [60, 'min'],
  ];
  for (const [size, unit] of units) {
    if (seconds < size) continue;
    const whole = Math.floor(seconds / size);
    const rest = seconds - whole * size;
    return rest > 0 ? `${whole} ${unit} ${duration(rest).split(' ').slice(0, 2).join(' ')}` : `${whole} ${unit}`;
  }
  return `${Number(seconds.toFixed(2))} s`;
}
