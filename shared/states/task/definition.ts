import {
  assign,
  catchField,
  inputPath,
  maxSeconds,
  output,
  outputPath,
  resultPath,
  resultSelector,
  retry,
} from '../commonFields';
import type { StateField, StateTypeDefinition } from '../contract';
import { checkTask } from './checks';
import { taskSummary } from './summary';

function seconds(name: 'TimeoutSeconds' | 'HeartbeatSeconds', help: string): StateField[] {
  return [
    {
      name,
      label: name,
      tab: 'errors',
      kind: { kind: 'number', integer: true, min: 1, max: maxSeconds },
      help,
      expression: true,
      excludes: [`${name}Path`],
    },
    {
      name: `${name}Path`,
      label: `${name}Path`,
      tab: 'errors',
      kind: { kind: 'referencePath', from: 'anywhere' },
      help: `Path to the number of seconds for ${name} in the input.`,
      queryLanguage: 'JSONPath',
      excludes: [name],
    },
  ];
}

/** Source: AWS developer guide, "Task workflow state". */
export const task: StateTypeDefinition = {
  type: 'Task',
  label: 'Task',
  description: 'Call any service, activity or HTTP endpoint by its resource ARN.',
  icon: 'task',
  fields: [
    {
      name: 'Resource',
      label: 'Resource',
      tab: 'configuration',
      kind: { kind: 'custom' },
      help: 'What the state calls: an integration, a Lambda function or an activity.',
    },
    {
      name: 'Parameters',
      label: 'Parameters',
      tab: 'configuration',
      kind: { kind: 'custom' },
      help: 'Arguments of the call. Keys that end in .$ take a path or an intrinsic function.',
      queryLanguage: 'JSONPath',
    },
    {
      name: 'Arguments',
      label: 'Arguments',
      tab: 'configuration',
      kind: { kind: 'custom' },
      help: 'Arguments of the call. Text inside {% %} is a JSONata expression.',
      queryLanguage: 'JSONata',
    },
    inputPath,
    {
      name: 'Credentials',
      label: 'Credentials',
      tab: 'input',
      kind: { kind: 'jsonObject' },
      help: 'RoleArn of a role, in this or another account, that the call is made with.',
    },
    resultSelector,
    resultPath,
    outputPath,
    output,
    assign,
    ...seconds('TimeoutSeconds', 'Seconds until an attempt fails with States.Timeout.'),
    ...seconds('HeartbeatSeconds', 'Seconds between heartbeats until an attempt fails. Below TimeoutSeconds.'),
    retry,
    catchField,
  ],
  check: checkTask,
  summary: taskSummary,
  template: () => ({ Type: 'Task', Resource: 'arn:aws:states:::aws-sdk:s3:listBuckets' }),
};
