import { services } from '../services/index';
import type { Pattern } from './contract';
import { pollUntilEnded } from './polling';
import { writerFor } from './writer';

export const dataLakeRefresh: Pattern = {
  id: 'pattern.dataLakeRefresh',
  label: 'Data lake refresh',
  description: 'Crawl new data and wait for it, run a Glue ETL job, then query the result with Athena.',
  icon: 'glue',
  build(language) {
    const write = writerFor(language);
    const crawler = services.flatMap(({ actions }) => actions).find(({ id }) => id === 'glue.startCrawler');
    if (!crawler) throw new Error('The registry has no Glue crawler.');
    const poll = pollUntilEnded(crawler, { Name: 'lake-crawler' }, language);
    const States = Object.fromEntries(
      Object.entries(poll.States).map(([name, state]) => {
        const ends = typeof state === 'object' && state !== null && 'End' in state;
        return ends ? [name, { Type: 'Pass', Next: 'Run ETL job' }] : [name, state];
      }),
    );
    return {
      StartAt: 'Crawl new data',
      States: {
        'Crawl new data': write.task('glue.startCrawler', { arguments: { Name: 'lake-crawler' }, to: poll.StartAt }),
        ...States,
        'Run ETL job': write.task('glue.startJobRun', {
          pattern: 'sync',
          arguments: { JobName: 'lake-etl' },
          to: 'Refresh report',
        }),
        'Refresh report': write.task('athena.startQueryExecution', {
          pattern: 'sync',
          arguments: {
            QueryString: 'SELECT day, count(*) AS events FROM lake.events GROUP BY day',
            WorkGroup: 'primary',
          },
          keepAs: 'report',
        }),
      },
      ...(poll.samples ? { samples: poll.samples } : {}),
    };
  },
};
