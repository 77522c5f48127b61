import { readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import type { RecordedCase } from './caseData';
import { loadComparer } from './comparer';
import { runApiCases, type RecordedCall } from './endpointApiCases';
import { mockFileOf, runCasesAtEndpoint, runsAtEndpoint } from './endpointExecutions';
import { reportText, type CaseResult } from './report';
import { runFolder } from './runFolder';

/*
 * npm run conformance -- <folder> [--verbose] [--json FILE]
 * In process. Through the protocol, at an endpoint that was started with the recorded answers:
 * npm run conformance -- <folder> --write-mocks mocks.json
 * stepwright serve --mocks mocks.json --time virtual --account 111111111111 --data :memory: --log none
 * npm run conformance -- <folder> --endpoint http://127.0.0.1:47830
 */
const usage =
  'Usage: npm run conformance -- <folder> [--verbose] [--json FILE] [--endpoint URL] [--write-mocks FILE]\n';

try {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      verbose: { type: 'boolean' },
      json: { type: 'string' },
      endpoint: { type: 'string' },
      'write-mocks': { type: 'string' },
    },
  });
  const [given] = positionals;
  if (given === undefined) throw new Error('The folder is missing.');
  const folder = resolve(given);
  const mockFile = values['write-mocks'];
  if (mockFile !== undefined) writeFileSync(mockFile, JSON.stringify(mockFileOf(casesAtEndpoint(folder)), null, 1));
  else {
    const results = values.endpoint === undefined ? await runFolder(folder) : await atEndpoint(folder, values.endpoint);
    if (values.json !== undefined) writeFileSync(values.json, `${JSON.stringify(results, null, 2)}\n`);
    process.stdout.write(reportText(results, values.verbose === true));
  }
} catch (problem) {
  process.stderr.write(`${problem instanceof Error ? problem.message : String(problem)}\n${usage}`);
  process.exitCode = 2;
}

function casesAtEndpoint(folder: string): readonly RecordedCase[] {
  return (JSON.parse(readFileSync(join(folder, 'cases.json'), 'utf8')) as RecordedCase[]).filter(runsAtEndpoint);
}

async function atEndpoint(folder: string, url: string): Promise<readonly CaseResult[]> {
  const comparer = await loadComparer(folder);
  const calls = JSON.parse(readFileSync(join(folder, 'validation.json'), 'utf8')) as RecordedCall[];
  return [
    ...(await runApiCases(url, comparer, calls)),
    ...(await runCasesAtEndpoint(url, comparer, casesAtEndpoint(folder))),
  ];
}
