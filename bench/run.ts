import { benchCatalogue } from './catalogue/search';
import { benchConversion } from './conversion/conversion';
import { benchCoverage } from './coverage/coverage';
import { benchEdit } from './edit/edit';
import { benchFidelity } from './fidelity/fidelity';
import { benchFuzz } from './fuzz/fuzz';
import { benchLanguage } from './language/language';
import { benchServe } from './serve/serve';
import { benchSimulator } from './simulator/compare';
import { benchValidation } from './validation/validate';

const given = process.argv.slice(2);
const option = (name: string): string | undefined =>
  given.includes(name) ? given[given.indexOf(name) + 1] : undefined;

/** What can be measured, by the name that is given; each says whether its bars are held. */
const benches: Readonly<Record<string, () => boolean | Promise<boolean>>> = {
  simulator: () =>
    benchSimulator({
      processes: Number(option('--processes') ?? 5),
      jsonFile: option('--json'),
      only: option('--only'),
    }),
  catalogue: benchCatalogue,
  conversion: () =>
    benchConversion({ from: Number(option('--from') ?? 0), rounds: Number(option('--rounds') ?? 20_000) }),
  coverage: benchCoverage,
  edit: benchEdit,
  fidelity: () => benchFidelity({ from: Number(option('--from') ?? 0), rounds: Number(option('--rounds') ?? 100_000) }),
  language: benchLanguage,
  fuzz: () => benchFuzz({ from: Number(option('--from') ?? 0), rounds: Number(option('--rounds') ?? 100_000) }),
  serve: () => benchServe({ rounds: Number(option('--rounds') ?? 200) }),
  validation: benchValidation,
};

const bench = benches[given[0] ?? ''];
if (bench === undefined) {
  console.error(
    `Usage: npm run bench -- ${Object.keys(benches).join(' | ')} [--json FILE] [--processes N] [--only NAME] [--from ROUND] [--rounds N]`,
  );
  process.exitCode = 2;
} else if (!(await bench())) process.exitCode = 1;
