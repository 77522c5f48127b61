/** One case and what it got wrong; no differences means that it passed. */
export interface CaseResult {
  readonly file: string;
  readonly area: string;
  readonly id: string;
  readonly differences: readonly string[];
}

export function passed(result: CaseResult): boolean {
  return result.differences.length === 0;
}

/** A table of areas, then the failures where asked for, then `passed N of M`. */
export function reportText(results: readonly CaseResult[], verbose: boolean): string {
  const lines: string[] = [];
  for (const file of new Set(results.map((one) => one.file))) {
    const ofFile = results.filter((one) => one.file === file);
    lines.push('', `${file}: ${share(ofFile)}`);
    for (const area of [...new Set(ofFile.map((one) => one.area))].sort()) {
      lines.push(`  ${area.padEnd(28)} ${share(ofFile.filter((one) => one.area === area))}`);
    }
  }
  if (verbose) {
    for (const result of results.filter((one) => !passed(one))) {
      lines.push('', `FAILED ${result.file} ${result.id}`, `  ${result.differences[0] ?? ''}`);
    }
  }
  const total = results.filter(passed).length;
  return [...lines, '', `passed ${String(total)} of ${String(results.length)}`, ''].join('\n');
}

function share(results: readonly CaseResult[]): string {
  return `${String(results.filter(passed).length).padStart(4)} of ${String(results.length).padStart(4)}`;
}
