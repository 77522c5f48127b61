import { hasPlaceholder, parseResource } from '../../asl/index';
import { type JsonObject, own } from '../../base/index';
import { judgeResource } from '../../services/index';
import type { Rule } from '../contract';
import { machineOf, oneState, type RuleSamples } from '../samples';

export const resource: Rule = {
  code: 'INVALID_RESOURCE',
  severity: 'error',
  source: 'AWS: INVALID_RESOURCE; developer guide, "Integrating services": the patterns of each service',
  state({ state, type, inExpress, catalogue }, report) {
    const text = own(state, 'Resource');
    // Placeholders of templates are filled in by the tool that deploys them.
    if (type !== 'Task' || typeof text !== 'string' || text === '' || hasPlaceholder(text)) return;
    const at = ['Resource'];
    const problem = judgeResource(text, catalogue);
    if (problem) report(at, problem.message, problem.use === undefined ? undefined : { at, value: problem.use });
    else if (inExpress && waits(text)) {
      const use = text.replace(/\.(sync(:2)?|waitForTaskToken)$/, '');
      report(
        at,
        'Express executions do not wait for jobs or task tokens: this state runs in Express children of a Map.',
        use === text ? undefined : { at, value: use },
      );
    }
  },
};

/** Whether the call goes on after the request; an activity waits for its worker. */
function waits(text: string): boolean {
  const read = parseResource(text);
  return read.kind === 'activity' || (read.kind === 'integration' && read.pattern !== 'requestResponse');
}

const task = (Resource: string): JsonObject => ({ Type: 'Task', Resource });
const inMap = (Resource: string, ExecutionType: string): JsonObject =>
  machineOf({
    M: {
      Type: 'Map',
      ItemProcessor: {
        ProcessorConfig: { Mode: 'DISTRIBUTED', ExecutionType },
        ...machineOf({ A: { ...task(Resource), End: true } }),
      },
      End: true,
    },
  });

export const samples: RuleSamples = {
  valid: {
    'an optimized integration': oneState(task('arn:aws:states:::glue:startJobRun.sync')),
    'an SDK integration': oneState(task('arn:aws:states:::aws-sdk:s3:listBuckets')),
    'a function': oneState(task('arn:aws:lambda:us-east-1:123456789012:function:Resize:live')),
    'an activity': oneState(task('arn:aws:states:us-east-1:123456789012:activity:Weld')),
    'placeholders of a template': oneState(task('arn:${AWS::Partition}:states:::nowhere:${Action}')),
    'a job in Standard children': inMap('arn:aws:states:::glue:startJobRun.sync', 'STANDARD'),
    'a request in Express children': inMap('arn:aws:states:::glue:startJobRun', 'EXPRESS'),
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
    'a job in Express children': {
      definition: inMap('arn:aws:states:::glue:startJobRun.sync', 'EXPRESS'),
      breaches: ['/States/M/ItemProcessor/States/A/Resource'],
    },
    'an activity in Express children': {
      definition: inMap('arn:aws:states:us-east-1:123456789012:activity:Weld', 'EXPRESS'),
      breaches: ['/States/M/ItemProcessor/States/A/Resource'],
    },
  },
};
