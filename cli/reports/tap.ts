import type { TestReport } from './testReport';

/** Tests in the Test Anything Protocol, version 14: a point a test, with what differs as YAML. Source: testanything.org. */
export function tapText(reports: readonly TestReport[]): string {
  const points = reports.flatMap(({ label, tests }) => tests.map((test) => ({ label, ...test })));
  const lines = points.map(({ label, name, problem, mismatches }, index) => {
    const isOk = problem === null && mismatches.length === 0;
    const description = `${label}: ${name}`.replace(/\s+/g, ' ').replace(/[\\#]/g, '\\$&');
    const head = `${isOk ? 'ok' : 'not ok'} ${index + 1} - ${description}\n`;
    const faults =
      problem === null
        ? mismatches.map(({ what, message }) => [what, message] as const)
        : [['error', problem] as const];
    return isOk
      ? head
      : `${head}  ---\n${faults.map(([what, message]) => `  - ${JSON.stringify({ [what]: message })}\n`).join('')}  ...\n`;
  });
  return `TAP version 14\n1..${points.length}\n${lines.join('')}`;
}
