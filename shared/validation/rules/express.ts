import { parseResource } from '../../asl/index';
import { type JsonObject, own } from '../../base/index';
import { isDistributed } from '../../states/index';
import type { Rule } from '../contract';
import { machineOf, oneState, type RuleSamples } from '../samples';

/** What an Express execution cannot do: neither one of the machine itself, nor one of a distributed Map's children. */
export const express: Rule = {
  name: 'EXPRESS_NOT_SUPPORTED',
  code: 'SCHEMA_VALIDATION_FAILED',
  severity: 'error',
  source: 'AWS: "Express state machine does not support Activity ARN", "... \'.sync\' service integration"',
  state({ state, type, inExpress }, report) {
    if (!inExpress) return;
    if (type === 'Map' && isDistributed(state))
      report(['ItemProcessor', 'ProcessorConfig', 'Mode'], 'Express executions cannot run a distributed Map.');
    const text = own(state, 'Resource');
    if (type !== 'Task' || typeof text !== 'string') return;
    const read = parseResource(text);
    const at = ['Resource'];
    if (read.kind === 'activity') report(at, 'Express executions do not support activities.');
    if (read.kind !== 'integration' || read.pattern === 'requestResponse') return;
    const what = read.pattern === 'sync' ? '.sync' : '.waitForTaskToken';
    const value = text.slice(0, text.length - read.ending.length);
    report(at, `Express executions do not support '${what}': they do not wait for jobs or task tokens.`, { at, value });
  },
};

const task = (Resource: string): JsonObject => ({ Type: 'Task', Resource });
const inMap = (state: JsonObject, ExecutionType: string): JsonObject =>
  machineOf({
    M: {
      Type: 'Map',
      ItemProcessor: {
        ProcessorConfig: { Mode: 'DISTRIBUTED', ExecutionType },
        ...machineOf({ A: { ...state, End: true } }),
      },
      End: true,
    },
  });
const job = task('arn:aws:states:::glue:startJobRun.sync');
const activity = task('arn:aws:states:us-east-1:123456789012:activity:Weld');
const token = task('arn:aws:states:::aws-sdk:s3:listBuckets.waitForTaskToken');
const place = '/States/M/ItemProcessor/States/A/Resource';

export const samples: RuleSamples = {
  valid: {
    'a job in a Standard machine': oneState(job),
    'a job in Standard children': inMap(job, 'STANDARD'),
    'a request in Express children': inMap(task('arn:aws:states:::glue:startJobRun'), 'EXPRESS'),
  },
  invalid: {
    'a job in Express children': { definition: inMap(job, 'EXPRESS'), breaches: [place] },
    'an activity in Express children': { definition: inMap(activity, 'EXPRESS'), breaches: [place] },
    'a job, an activity, a token and a distributed Map in an Express machine': {
      type: 'EXPRESS',
      definition: machineOf({
        A: { ...job, Next: 'B' },
        B: { ...activity, Next: 'C' },
        C: { ...token, Next: 'D' },
        D: {
          Type: 'Map',
          ItemProcessor: {
            ProcessorConfig: { Mode: 'DISTRIBUTED', ExecutionType: 'STANDARD' },
            ...machineOf({ E: { Type: 'Pass', End: true } }),
          },
          End: true,
        },
      }),
      breaches: [
        '/States/A/Resource',
        '/States/B/Resource',
        '/States/C/Resource',
        '/States/D/ItemProcessor/ProcessorConfig/Mode',
      ],
    },
  },
};
