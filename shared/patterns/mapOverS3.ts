import type { Pattern } from './contract';
import { fromInput, writerFor } from './writer';

export const mapOverS3: Pattern = {
  id: 'pattern.mapOverS3',
  label: 'Distributed Map over S3',
  description:
    'Process every object under an S3 prefix in batches, thousands at a time, and write the results back to S3.',
  icon: 'map',
  build(language) {
    const write = writerFor(language);
    const args = language === 'JSONata' ? 'Arguments' : 'Parameters';
    return {
      StartAt: 'Process objects',
      States: {
        'Process objects': {
          ...write.keeping(
            {
              Type: 'Map',
              ItemReader: {
                Resource: 'arn:aws:states:::s3:listObjectsV2',
                [args]: { Bucket: 'my-input-bucket', Prefix: 'incoming/' },
              },
              ItemBatcher: { MaxItemsPerBatch: 100 },
              ItemProcessor: {
                ProcessorConfig: { Mode: 'DISTRIBUTED', ExecutionType: 'EXPRESS' },
                StartAt: 'Process batch',
                States: {
                  'Process batch': write.task('lambda.invoke', {
                    arguments: { FunctionName: 'process-batch', Payload: fromInput('') },
                    keepAs: 'done',
                    keep: 'Payload',
                  }),
                },
              },
              MaxConcurrency: 100,
              ToleratedFailurePercentage: 5,
              ResultWriter: {
                Resource: 'arn:aws:states:::s3:putObject',
                [args]: { Bucket: 'my-output-bucket', Prefix: 'results' },
              },
            },
            'mapRun',
          ),
          End: true,
        },
      },
    };
  },
};
