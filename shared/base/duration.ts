/** Seconds in the largest units that read well: 90 → 1 min 30 s, 0.02 → 20 ms. */
export function duration(seconds: number): string {
  if (seconds > 0 && seconds < 0.9995) return `${Number((seconds * 1000).toPrecision(3))} ms`;
  const units: readonly [number, string][] = [
    [86_400, 'd'],
    [3600, 'h'],
    [60, 'min'],
  ];
  for (const [size, unit] of units) {
    if (seconds < size) continue;
    const whole = Math.floor(seconds / size);
    // Beside minutes, parts of a second say nothing.
    const rest = Math.floor(seconds - whole * size);
    return rest > 0 ? `${whole} ${unit} ${duration(rest).split(' ').slice(0, 2).join(' ')}` : `${whole} ${unit}`;
  }
  return `${Number(seconds.toFixed(2))} s`;
}
