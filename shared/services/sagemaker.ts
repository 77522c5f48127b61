import type { ServiceDefinition } from './contract';
import { createAutoMLJob } from './sagemaker/createAutoMLJob';
import { createEndpoint } from './sagemaker/createEndpoint';
import { createEndpointConfig } from './sagemaker/createEndpointConfig';
import { createLabelingJob } from './sagemaker/createLabelingJob';
import { createModel } from './sagemaker/createModel';
import { createProcessingJob } from './sagemaker/createProcessingJob';
import { createTrainingJob } from './sagemaker/createTrainingJob';
import { createTransformJob } from './sagemaker/createTransformJob';
import { createTuningJob } from './sagemaker/createTuningJob';
import { getRecord } from './sagemaker/getRecord';
import { invokeEndpoint } from './sagemaker/invokeEndpoint';
import { putRecord } from './sagemaker/putRecord';
import { startPipelineExecution } from './sagemaker/startPipelineExecution';
import { updateEndpoint } from './sagemaker/updateEndpoint';

/** Source: AWS developer guide, "Create and manage Amazon SageMaker AI jobs with Step Functions", and the API model of SageMaker. */
export const sagemaker: ServiceDefinition = {
  id: 'sagemaker',
  label: 'SageMaker',
  icon: 'sagemaker',
  billing: 'managed',
  billingNote:
    'Machines are seen: the instance type and their number are yours to choose, paid by the second while a job runs.',
  category: 'Machine learning',
  actions: [
    createTrainingJob,
    createProcessingJob,
    createTransformJob,
    createTuningJob,
    createLabelingJob,
    createAutoMLJob,
    createModel,
    createEndpointConfig,
    createEndpoint,
    updateEndpoint,
    startPipelineExecution,
    invokeEndpoint,
    putRecord,
    getRecord,
  ],
};
