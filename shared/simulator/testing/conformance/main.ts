import { writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { reportText } from './report';
import { runFolder } from './runFolder';

// npm run conformance -- <folder> [--verbose] [--json FILE]
const given = process.argv.slice(2);
const jsonAt = given.indexOf('--json');
const jsonFile = jsonAt < 0 ? undefined : given[jsonAt + 1];
const folder = given.find((one, i) => !one.startsWith('--') && i !== jsonAt + 1 - (jsonAt < 0 ? 2 : 0));
if (folder === undefined || (jsonAt >= 0 && jsonFile === undefined)) {
  process.stderr.write('Usage: npm run conformance -- <folder> [--verbose] [--json FILE]\n');
  process.exitCode = 2;
} else {
  const results = await runFolder(resolve(folder));
  if (jsonFile !== undefined) writeFileSync(jsonFile, `${JSON.stringify(results, null, 2)}\n`);
  process.stdout.write(reportText(results, given.includes('--verbose')));
}
