import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { gunzipSync } from 'node:zlib';
import type { JsonValue } from '../../shared/base/json';
import { readIndex, searchActions } from '../../shared/sdk/search';

/** What people type, right, misspelt, short and long; each is also measured letter by letter, as it is typed. */
const queries = [
  'put item',
  'putItem',
  'startCrawler',
  'start crawler glue',
  'step functions start execution',
  'cloudwatch logs',
  's3',
  'get',
  'describe',
  'putItm',
  'satrtCrawler',
  'dynamodb put itme',
  'xyzzy plugh',
];

const rounds = 20;

/** Milliseconds within which a search answers. */
const limit = 30;

/** Measures the search over the whole index; false when the first search or a median is over the limit. */
export function benchCatalogue(): boolean {
  const file = join(import.meta.dirname, '../../renderer/public/sdk/index.json.gz');
  const value = JSON.parse(gunzipSync(readFileSync(file)).toString()) as JsonValue;
  const start = performance.now();
  const index = readIndex(value);
  const reading = performance.now() - start;
  const first = milliseconds(() => searchActions(index, 'put item', 30));
  const typed = new Set(queries.flatMap((query) => Array.from(query, (_, end) => query.slice(0, end + 1))));
  const measured = [...typed].map((query) => {
    const times = Array.from({ length: rounds }, () => milliseconds(() => searchActions(index, query, 30)));
    times.sort((a, b) => a - b);
    return { query, median: times[rounds / 2] ?? 0, slowest: times.at(-1) ?? 0 };
  });
  measured.sort((a, b) => b.median - a.median);
  const actions = index.services.reduce((sum, each) => sum + each.actions.length, 0);
  console.log(`${index.services.length} services, ${actions} actions, ${measured.length} queries of ${rounds} rounds`);
  console.log(`reading the index, once: ${reading.toFixed(1)} ms; the first search: ${first.toFixed(1)} ms`);
  for (const { query, median, slowest } of measured.slice(0, 8))
    console.log(`${median.toFixed(1).padStart(6)} ms median ${slowest.toFixed(1).padStart(6)} ms slowest  ${query}`);
  return first < limit && (measured[0]?.median ?? 0) < limit;
}

function milliseconds(work: () => unknown): number {
  const start = performance.now();
  work();
  return performance.now() - start;
}
