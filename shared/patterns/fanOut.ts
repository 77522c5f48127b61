import type { Pattern } from './contract';
import { fromInput, writerFor } from './writer';

export const fanOut: Pattern = {
  id: 'pattern.fanOut',
  label: 'Fan-out, fan-in',
  description:
    'Do several things at the same time with the same input, wait for all of them and combine their results.',
  icon: 'parallel',
  build(language) {
    const write = writerFor(language);
    const branch = (state: string, name: string) => ({
      StartAt: state,
      States: {
        [state]: write.task('lambda.invoke', {
          arguments: { FunctionName: name, Payload: fromInput('') },
          keepAs: 'result',
          keep: 'Payload',
        }),
      },
    });
    return {
      StartAt: 'At the same time',
      States: {
        'At the same time': {
          ...write.keeping(
            {
              Type: 'Parallel',
              Branches: [
                branch('Score risk', 'score-risk'),
                branch('Enrich record', 'enrich-record'),
                branch('Check limits', 'check-limits'),
              ],
            },
            'parts',
          ),
          Next: 'Combine results',
        },
        'Combine results': write.task('lambda.invoke', {
          arguments: { FunctionName: 'combine-results', Payload: fromInput('parts') },
          keepAs: 'combined',
          keep: 'Payload',
        }),
      },
    };
  },
};
