/** A page that shows what runs, for a person who looks at the address with a browser. It has no scripts. */
export interface ShownExecution {
  readonly executionArn: string;
  readonly status: string;
  readonly startDate: number;
}

export interface Shown {
  readonly stateMachines: number;
  readonly running: number;
  readonly latest: readonly ShownExecution[];
}

export function statusPage({ stateMachines, running, latest }: Shown): string {
  const rows = latest.map(
    ({ executionArn, status, startDate }) =>
      `<tr><td>${escaped(executionArn)}</td><td>${escaped(status)}</td><td>${new Date(startDate * 1000).toISOString()}</td><td><a href="/history?executionArn=${encodeURIComponent(executionArn)}">history</a></td></tr>`,
  );
  return `<!doctype html>
<html lang="en">
<meta charset="utf-8">
<meta name="color-scheme" content="light dark">
<title>Stepwright endpoint</title>
<style>body{font:14px system-ui;margin:2rem}td,th{text-align:left;padding:.2rem 1rem .2rem 0}</style>
<h1>Stepwright endpoint</h1>
<p>${stateMachines} state machines, ${running} executions running.</p>
<table><tr><th>Execution</th><th>Status</th><th>Started</th><th></th></tr>${rows.join('')}</table>
</html>
`;
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');
}
