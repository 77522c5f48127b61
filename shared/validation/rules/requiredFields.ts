import { stateTypes } from '../../states/index';
import type { Rule } from '../contract';
import { machineOf, oneState, type RuleSamples } from '../samples';

/** What each state type says of its own states: `states/<type>/checks.ts`. */
export const requiredFields: Rule = {
  name: 'FIELD_REQUIRED',
  code: 'SCHEMA_VALIDATION_FAILED',
  severity: 'error',
  source: 'ASL specification, the required fields of each state type',
  state({ state, type, language }, report) {
    if (type !== null) stateTypes[type].check?.(state, language, report);
  },
};

const inner = machineOf({ B: { Type: 'Succeed' } });
const distributed = { ...inner, ProcessorConfig: { Mode: 'DISTRIBUTED', ExecutionType: 'STANDARD' } };
const reader = {
  Resource: 'arn:aws:states:::s3:listObjectsV2',
  Parameters: { Bucket: 'orders' },
};

export const samples: RuleSamples = {
  valid: {
    'a Task with its Resource': oneState({
      Type: 'Task',
      Resource: 'arn:aws:states:::sns:publish',
      Parameters: { TopicArn: 'arn:aws:sns:us-east-1:123456789012:alerts', Message: 'Done' },
    }),
    'a role for the call, also by path': machineOf({
      A: {
        Type: 'Task',
        Resource: 'arn:aws:states:::aws-sdk:s3:listBuckets',
        Credentials: { 'RoleArn.$': '$.role' },
        Next: 'B',
      },
      B: {
        Type: 'Task',
        QueryLanguage: 'JSONata',
        Resource: 'arn:aws:states:::aws-sdk:s3:listBuckets',
        Credentials: { RoleArn: '{% $states.input.role %}' },
        End: true,
      },
    }),
    'a Wait with one of its forms': oneState({ Type: 'Wait', Seconds: 5 }),
    'an inline Map': oneState({ Type: 'Map', ItemProcessor: inner, ItemSelector: { 'n.$': '$$.Map.Item.Index' } }),
    'a distributed Map with its own fields': oneState({
      Type: 'Map',
      ItemProcessor: distributed,
      ItemReader: reader,
      Label: 'orders',
    }),
  },
  invalid: {
    'a Task without a Resource': { definition: oneState({ Type: 'Task' }), breaches: ['/States/A'] },
    'a Task with an empty Resource': {
      definition: oneState({ Type: 'Task', Resource: '' }),
      breaches: ['/States/A/Resource'],
    },
    'credentials without a role, and with what they do not have': {
      definition: machineOf({
        A: { Type: 'Task', Resource: 'arn:aws:states:::aws-sdk:s3:listBuckets', Credentials: {}, Next: 'B' },
        B: {
          Type: 'Task',
          Resource: 'arn:aws:states:::aws-sdk:s3:listBuckets',
          Credentials: { RoleArn: 7, Region: 'eu-west-1' },
          End: true,
        },
      }),
      breaches: ['/States/A/Credentials', '/States/B/Credentials/Region', '/States/B/Credentials/RoleArn'],
    },
    'a Wait that does not say how long': { definition: oneState({ Type: 'Wait' }), breaches: ['/States/A'] },
    'a Wait that says it twice': {
      definition: oneState({ Type: 'Wait', Seconds: 5, SecondsPath: '$.delay' }),
      breaches: ['/States/A'],
      others: ['FIELD_VALUE /States/A/SecondsPath'],
    },
    'a Choice without rules': {
      definition: machineOf({
        A: { Type: 'Choice', Default: 'B' },
        B: { Type: 'Choice', Choices: [], Default: 'C' },
        C: { Type: 'Choice', Choices: {}, Default: 'D' },
        D: { Type: 'Succeed' },
      }),
      breaches: ['/States/A', '/States/B/Choices', '/States/C/Choices'],
    },
    'a Parallel without branches': {
      definition: machineOf({
        A: { Type: 'Parallel', Next: 'B' },
        B: { Type: 'Parallel', Branches: [], Next: 'C' },
        C: { Type: 'Parallel', Branches: inner, End: true },
      }),
      breaches: ['/States/A', '/States/B/Branches', '/States/C/Branches'],
    },
    'branches that are no scopes': {
      definition: oneState({
        Type: 'Parallel',
        Branches: [7, { StartAt: 'B' }, { ...inner, QueryLanguage: 'JSONata' }],
      }),
      breaches: ['/States/A/Branches/0', '/States/A/Branches/1', '/States/A/Branches/2/QueryLanguage'],
      others: ['MISSING_START /States/A/Branches/1'],
    },
    'a Map without a processor': { definition: oneState({ Type: 'Map' }), breaches: ['/States/A'] },
    'old and new names together': {
      definition: oneState({
        Type: 'Map',
        ItemProcessor: inner,
        Iterator: machineOf({ C: { Type: 'Succeed' } }),
        ItemSelector: {},
        Parameters: {},
      }),
      breaches: ['/States/A/Iterator', '/States/A/Parameters'],
    },
    'a mode that there is not': {
      definition: oneState({ Type: 'Map', ItemProcessor: { ...inner, ProcessorConfig: { Mode: 'BATCH' } } }),
      breaches: ['/States/A/ItemProcessor/ProcessorConfig/Mode'],
    },
    'fields of a distributed Map in an inline one': {
      definition: oneState({ Type: 'Map', ItemProcessor: inner, ItemReader: reader, Label: 'orders' }),
      breaches: ['/States/A/ItemReader', '/States/A/Label'],
    },
    'Items that are neither a list nor an object': {
      definition: oneState({ Type: 'Map', ItemProcessor: inner, Items: 'orders' }, { QueryLanguage: 'JSONata' }),
      breaches: ['/States/A/Items'],
    },
    'Parameters of a Map in JSONata': {
      definition: oneState({ Type: 'Map', ItemProcessor: inner, Parameters: {} }, { QueryLanguage: 'JSONata' }),
      breaches: ['/States/A/Parameters'],
    },
  },
};
