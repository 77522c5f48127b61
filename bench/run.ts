import { benchCatalogue } from './catalogue/search';
import { benchEdit } from './edit/edit';
import { benchSimulator } from './simulator/compare';

// npm run bench -- simulator [--json FILE] [--processes N]
// npm run bench -- catalogue
// npm run bench -- edit
const given = process.argv.slice(2);
const option = (name: string): string | undefined =>
  given.includes(name) ? given[given.indexOf(name) + 1] : undefined;
if (given[0] === 'simulator') {
  const held = await benchSimulator({ processes: Number(option('--processes') ?? 5), jsonFile: option('--json') });
  if (!held) process.exitCode = 1;
} else if (given[0] === 'catalogue') {
  if (!benchCatalogue()) process.exitCode = 1;
} else if (given[0] === 'edit') {
  if (!benchEdit()) process.exitCode = 1;
} else {
  console.error(
    'Usage: npm run bench -- simulator [--json FILE] [--processes N]\n       npm run bench -- catalogue\n       npm run bench -- edit',
  );
  process.exitCode = 2;
}
