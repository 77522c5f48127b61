import type { ServiceDefinition } from './contract';
import { cancelJobRun } from './emrServerless/cancelJobRun';
import { createApplication } from './emrServerless/createApplication';
import { deleteApplication } from './emrServerless/deleteApplication';
import { startApplication } from './emrServerless/startApplication';
import { startJobRun } from './emrServerless/startJobRun';
import { stopApplication } from './emrServerless/stopApplication';

/** Source: AWS developer guide, "Create and manage Amazon EMR Serverless applications with Step Functions". */
export const emrServerless: ServiceDefinition = {
  id: 'emr-serverless',
  label: 'EMR Serverless',
  icon: 'emrServerless',
  billing: 'serverless',
  billingNote: 'No machines are seen: paid by vCPU and GB over time of the workers.',
  category: 'Data',
  actions: [startJobRun, cancelJobRun, createApplication, startApplication, stopApplication, deleteApplication],
};
