import { arn, listOf, may, need, objectOf, oneOf, string, text, type ServiceAction } from '../contract';
import { answerMetadata } from '../answerMetadata';
import { noPrice } from '../pricing';
import { duringSync, grant, managedRule } from '../statements';
import { retryTransient } from '../retriers';
import { lasts } from '../lasts';

/** EMR: add step. */
export const addStep: ServiceAction = {
  id: 'emr.addStep',
  label: 'Add step',
  description: 'Run a step on a cluster and, with .sync, wait until it ends.',
  resources: {
    requestResponse: 'arn:aws:states:::elasticmapreduce:addStep',
    sync: 'arn:aws:states:::elasticmapreduce:addStep.sync',
  },
  defaultPattern: 'sync',
  fields: [
    need('ClusterId', string, 'Id of the cluster.'),
    need(
      'Step',
      objectOf(
        need('Name', text(0, 256)),
        may('ActionOnFailure', oneOf('TERMINATE_JOB_FLOW', 'TERMINATE_CLUSTER', 'CANCEL_AND_WAIT', 'CONTINUE')),
        need(
          'HadoopJarStep',
          objectOf(
            may('Properties', listOf(objectOf(may('Key', text(0, 10280)), may('Value', text(0, 10280))))),
            need('Jar', text(0, 10280)),
            may('MainClass', text(0, 10280)),
            may('Args', listOf(string)),
          ),
        ),
        may(
          'StepMonitoringConfiguration',
          objectOf(
            may(
              'S3MonitoringConfiguration',
              objectOf(may('LogUri', text(0, 10280)), may('EncryptionKeyArn', text(0, 10280))),
            ),
          ),
        ),
      ),
      'Name, what to run and what to do when it fails.',
    ),
    may('ExecutionRoleArn', arn('iam.role'), 'Role that the job or model runs with.'),
  ],
  errors: ['ElasticMapReduce.AmazonElasticMapReduceException', 'States.TaskFailed'],
  recommendedRetriers: [retryTransient('States.TaskFailed')],
  arguments: {
    ClusterId: 'j-8F1C2D3E0000',
    Step: {
      Name: 'My step',
      ActionOnFailure: 'CONTINUE',
      HadoopJarStep: { Jar: 'command-runner.jar', Args: ['spark-submit', 's3://my-bucket/job.py'] },
    },
  },
  results: {
    requestResponse: {
      StepId: 's-8F1C2D3E0000',
      ...answerMetadata,
    },
    sync: { Step: { Id: 's-8F1C2D3E0000', Name: 'My step', Status: { State: 'COMPLETED' } } },
  },
  access: (call) => [
    grant(['elasticmapreduce:AddJobFlowSteps'], [call.arn('ClusterId', 'emr.cluster')]),
    ...duringSync(
      call,
      ['elasticmapreduce:DescribeStep', 'elasticmapreduce:CancelSteps'],
      [call.arn('ClusterId', 'emr.cluster')],
    ),
    ...managedRule(call, 'StepFunctionsGetEventForEMRAddJobFlowStepsRule'),
  ],
  durations: { sync: lasts(600, 120, 3600) },
  price: noPrice('The cluster is paid by the hour, by the step that creates it.'),
  helpUrl: 'https://docs.aws.amazon.com/step-functions/latest/dg/connect-emr.html',
};
