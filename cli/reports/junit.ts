import type { TestReport } from './testReport';

/**
 * Tests as a file of JUnit XML, which CI systems read: a suite a workflow.
 * Source: the form that Jenkins, GitLab and GitHub's reporters share (testsuites, testsuite, testcase, failure, error).
 */
export function junitXml(reports: readonly TestReport[]): string {
  const suites = reports.map(({ label, tests }) => {
    const failures = tests.filter(({ problem, mismatches }) => problem === null && mismatches.length > 0).length;
    const errors = tests.filter(({ problem }) => problem !== null).length;
    const cases = tests.map(({ name, milliseconds, problem, mismatches }) => {
      const open = `    <testcase classname="${attribute(label)}" name="${attribute(name)}" time="${(milliseconds / 1000).toFixed(3)}"`;
      if (problem !== null) return `${open}>\n      <error message="${attribute(problem)}"/>\n    </testcase>\n`;
      if (mismatches.length === 0) return `${open}/>\n`;
      const lines = mismatches.map(({ what, message }) => `${what}: ${message}`);
      return `${open}>\n      <failure message="${attribute(lines[0] ?? '')}">${escaped(lines.join('\n'))}</failure>\n    </testcase>\n`;
    });
    const counts = `tests="${tests.length}" failures="${failures}" errors="${errors}"`;
    return `  <testsuite name="${attribute(label)}" ${counts}>\n${cases.join('')}  </testsuite>\n`;
  });
  return `<?xml version="1.0" encoding="UTF-8"?>\n<testsuites>\n${suites.join('')}</testsuites>\n`;
}

/** What XML 1.0 cannot say at all is written as U+FFFD. */
function escaped(text: string): string {
  return text
    .replace(/[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]|\p{Surrogate}/gu, '\uFFFD')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;');
}

const attribute = (text: string) =>
  escaped(text)
    .replaceAll('"', '&quot;')
    .replace(/[\n\r\t]/g, (space) => `&#${space.charCodeAt(0)};`);
