import { hasPlaceholder } from '../../asl/index';
import { type JsonObject, own } from '../../base/index';
import { judgeResource } from '../../services/index';
import type { Rule } from '../contract';
import { oneState, type RuleSamples } from '../samples';

export const resource: Rule = {
  name: 'INVALID_RESOURCE',
  code: 'INVALID_RESOURCE',
  severity: 'error',
  source: 'AWS: INVALID_RESOURCE; developer guide, "Integrating services": the patterns of each service',
  state({ state, type, catalogue }, report) {
    const text = own(state, 'Resource');
    // Placeholders of templates are filled in by the tool that deploys them.
    if (type !== 'Task' || typeof text !== 'string' || text === '' || hasPlaceholder(text)) return;
    const at = ['Resource'];
    const problem = judgeResource(text, catalogue);
    if (problem) report(at, problem.message, problem.use === undefined ? undefined : { at, value: problem.use });
  },
};

const task = (Resource: string): JsonObject => ({ Type: 'Task', Resource });

export const samples: RuleSamples = {
  valid: {
    'an optimized integration': oneState(task('arn:aws:states:::glue:startJobRun.sync')),
    'an SDK integration': oneState(task('arn:aws:states:::aws-sdk:s3:listBuckets')),
    'a function': oneState(task('arn:aws:lambda:us-east-1:123456789012:function:Resize:live')),
    'an activity': oneState(task('arn:aws:states:us-east-1:123456789012:activity:Weld')),
    'placeholders of a template': oneState(task('arn:${AWS::Partition}:states:::nowhere:${Action}')),
  },
  invalid: {
    'no ARN': { definition: oneState(task('Resize')), breaches: ['/States/A/Resource'] },
    'a service that has no optimized integration': {
      definition: oneState(task('arn:aws:states:::frobnicator:spin')),
      breaches: ['/States/A/Resource'],
    },
    'a misspelt action': {
      definition: oneState(task('arn:aws:states:::sns:publsh')),
      breaches: ['/States/A/Resource'],
    },
    'a pattern that the action does not offer': {
      definition: oneState(task('arn:aws:states:::sns:publish.sync')),
      breaches: ['/States/A/Resource'],
    },
    'a job of an SDK integration': {
      definition: oneState(task('arn:aws:states:::aws-sdk:s3:listBuckets.sync')),
      breaches: ['/States/A/Resource'],
    },
  },
};
