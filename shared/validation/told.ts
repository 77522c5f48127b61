import type { Diagnostic } from './contract';

/**
 * What is told of a machine: all but the warnings whose code is switched off for it. An error is told whatever is switched
 * off, because AWS refuses the definition.
 */
export function told(diagnostics: readonly Diagnostic[], switchedOff: readonly string[]): readonly Diagnostic[] {
  if (switchedOff.length === 0) return diagnostics;
  const off = new Set(switchedOff);
  return diagnostics.filter(({ severity, code }) => severity === 'error' || !off.has(code));
}
