/** An amount as people read it: cents with two digits, less with as many as say something. */
export function money(usd: number): string {
  if (usd === 0) return '$0';
  if (usd >= 0.01) return usd.toLocaleString('en-US', { style: 'currency', currency: 'USD' });
  return `$${usd.toPrecision(2).replace(/e-7$/, 'e-7')}`
    .replace(/^\$(\d)e-(\d+)$/, (_, digit: string, zeros: string) => `$0.${'0'.repeat(Number(zeros) - 1)}${digit}`)
    .replace(
      /^\$(\d)\.(\d)e-(\d+)$/,
      (_, a: string, b: string, zeros: string) => `$0.${'0'.repeat(Number(zeros) - 1)}${a}${b}`,
    );
}

/** An amount of units, short. */
export function amount(units: number): string {
  return units >= 100 ? Math.round(units).toLocaleString('en-US') : String(Number(units.toPrecision(3)));
}
