import {
  arn,
  arnOrName,
  boolean,
  integer,
  list,
  listOf,
  may,
  need,
  objectOf,
  oneOf,
  string,
  text,
  type ServiceDefinition,
} from './contract';
import { answerMetadata } from './answerMetadata';
import { assumed, jobTime, priced } from './pricing';
import { ecsTime } from './serviceCharges';
import { taskDefinitionArn } from './callArns';
import { duringSync, grant, managedRule, passRole } from './statements';
import { lasts } from './lasts';

/** The image is pulled and started first. */
const taskRun = lasts(90, 40, 900);

/** Source: AWS developer guide, "Run Amazon ECS or Fargate tasks with Step Functions". */
export const ecs: ServiceDefinition = {
  id: 'ecs',
  label: 'ECS',
  icon: 'ecs',
  billing: 'either',
  billingNote:
    'LaunchType decides: Fargate hides the machines and is paid by vCPU and GB; EC2 shows them and is paid by the hour.',
  category: 'Compute',
  actions: [
    {
      id: 'ecs.runTask',
      label: 'Run task',
      description: 'Run a container task on Fargate or EC2 and, with .sync, wait until it stops.',
      resources: {
        requestResponse: 'arn:aws:states:::ecs:runTask',
        sync: 'arn:aws:states:::ecs:runTask.sync',
        waitForTaskToken: 'arn:aws:states:::ecs:runTask.waitForTaskToken',
      },
      defaultPattern: 'sync',
      fields: [
        need(
          'TaskDefinition',
          arnOrName('ecs.taskDefinition'),
          'Family, family:revision or ARN of the task definition.',
        ),
        may(
          'CapacityProviderStrategy',
          listOf(
            objectOf(
              need('CapacityProvider', string),
              may('Weight', integer(0, 1000)),
              may('Base', integer(0, 100000)),
            ),
          ),
          'Capacity providers with weights, instead of LaunchType.',
        ),
        may('Cluster', arnOrName('ecs.cluster'), 'Name or ARN of the cluster; the default cluster when left out.'),
        may('Count', integer(), 'How many copies to start.'),
        may('EnableECSManagedTags', boolean, "Add ECS's own tags."),
        may('EnableExecuteCommand', boolean, 'Allow ECS Exec into the containers.'),
        may('Group', string, 'Name of the task group.'),
        may('LaunchType', oneOf('EC2', 'FARGATE', 'EXTERNAL', 'MANAGED_INSTANCES'), 'MANAGED_INSTANCES'),
        may(
          'NetworkConfiguration',
          objectOf(
            may(
              'AwsvpcConfiguration',
              objectOf(
                need('Subnets', listOf(string)),
                may('SecurityGroups', listOf(string)),
                may('AssignPublicIp', oneOf('ENABLED', 'DISABLED')),
              ),
            ),
          ),
          'AwsvpcConfiguration with Subnets, SecurityGroups, AssignPublicIp.',
        ),
        may(
          'Overrides',
          objectOf(
            may(
              'ContainerOverrides',
              listOf(
                objectOf(
                  may('Name', string),
                  may('Command', listOf(string)),
                  may('Environment', listOf(objectOf(may('Name', string), may('Value', string)))),
                  may('EnvironmentFiles', listOf(objectOf(need('Value', string), need('Type', oneOf('s3'))))),
                  may('Cpu', integer()),
                  may('Memory', integer()),
                  may('MemoryReservation', integer()),
                  may(
                    'ResourceRequirements',
                    listOf(
                      objectOf(
                        need('Value', string),
                        need('Type', oneOf('GPU', 'InferenceAccelerator', 'NeuronDevice')),
                      ),
                    ),
                  ),
                ),
              ),
            ),
            may('Cpu', string),
            may(
              'InferenceAcceleratorOverrides',
              listOf(objectOf(may('DeviceName', string), may('DeviceType', string))),
            ),
            may('ExecutionRoleArn', arn('iam.role')),
            may('Memory', string),
            may('TaskRoleArn', arn('iam.role')),
            may('EphemeralStorage', objectOf(need('SizeInGiB', integer()))),
          ),
          'ContainerOverrides (Name, Command, Environment, Cpu, Memory) and roles.',
        ),
        may(
          'PlacementConstraints',
          listOf(objectOf(may('Type', oneOf('distinctInstance', 'memberOf')), may('Expression', string))),
          'Rules on where tasks may run (EC2).',
        ),
        may(
          'PlacementStrategy',
          listOf(objectOf(may('Type', oneOf('random', 'spread', 'binpack')), may('Field', string))),
          'How tasks are spread over machines (EC2).',
        ),
        may('PlatformVersion', string, 'Fargate platform version, such as LATEST.'),
        may('PropagateTags', oneOf('TASK_DEFINITION', 'SERVICE', 'NONE'), 'NONE'),
        may('Tags', listOf(objectOf(may('Key', text(1, 128)), may('Value', text(0, 256)))), 'List of { Key, Value }.'),
        may(
          'VolumeConfigurations',
          listOf(
            objectOf(
              need('Name', string),
              may(
                'ManagedEBSVolume',
                objectOf(
                  may('Encrypted', boolean),
                  may('KmsKeyId', string),
                  may('VolumeType', string),
                  may('SizeInGiB', integer()),
                  may('SnapshotId', string),
                  may('VolumeInitializationRate', integer()),
                  may('Iops', integer()),
                  may('Throughput', integer()),
                  may(
                    'TagSpecifications',
                    listOf(
                      objectOf(
                        need('ResourceType', oneOf('volume')),
                        may('Tags', list),
                        may('PropagateTags', oneOf('TASK_DEFINITION', 'SERVICE', 'NONE')),
                      ),
                    ),
                  ),
                  need('RoleArn', arn('iam.role')),
                  may('TerminationPolicy', objectOf(need('DeleteOnTermination', boolean))),
                  may('FilesystemType', oneOf('ext3', 'ext4', 'xfs', 'ntfs')),
                ),
              ),
            ),
          ),
        ),
      ],
      errors: [
        'AmazonECS.Unknown',
        'ECS.AmazonECSException',
        'States.TaskFailed',
        'ECS.AccessDeniedException',
        'ECS.ServerException',
        'ECS.InvalidParameterException',
        'ECS.ClientException',
        'ECS.ClusterNotFoundException',
        'States.Timeout',
        'States.HeartbeatTimeout',
      ],
      recommendedRetriers: [
        {
          ErrorEquals: ['ECS.ServerException', 'ECS.AmazonECSException'],
          IntervalSeconds: 10,
          MaxAttempts: 3,
          BackoffRate: 2,
        },
      ],
      arguments: {
        LaunchType: 'FARGATE',
        Cluster: 'arn:aws:ecs:us-east-1:123456789012:cluster/my-cluster',
        TaskDefinition: 'arn:aws:ecs:us-east-1:123456789012:task-definition/my-task:1',
      },
      results: {
        requestResponse: {
          Failures: [],
          Tasks: [
            {
              ClusterArn: 'arn:aws:ecs:us-east-1:123456789012:cluster/default',
              Containers: [
                {
                  ContainerArn: 'arn:aws:ecs:us-east-1:123456789012:container/8f1c2d3e',
                  ExitCode: 0,
                  LastStatus: 'STOPPED',
                  Name: 'main',
                  NetworkInterfaces: [],
                  TaskArn: 'arn:aws:ecs:us-east-1:123456789012:task/default/8f1c2d3e',
                },
              ],
              Cpu: '1024',
              DesiredStatus: 'RUNNING',
              LastStatus: 'PROVISIONING',
              LaunchType: 'FARGATE',
              Memory: '2048',
              StopCode: 'EssentialContainerExited',
              TaskArn: 'arn:aws:ecs:us-east-1:123456789012:task/default/8f1c2d3e',
              TaskDefinitionArn: 'arn:aws:ecs:us-east-1:123456789012:task-definition/my-task:1',
            },
          ],
          ...answerMetadata,
        },
        sync: {
          ClusterArn: 'arn:aws:ecs:us-east-1:123456789012:cluster/default',
          Containers: [
            {
              ContainerArn: 'arn:aws:ecs:us-east-1:123456789012:container/8f1c2d3e',
              ExitCode: 0,
              LastStatus: 'STOPPED',
              Name: 'main',
              NetworkInterfaces: [],
              TaskArn: 'arn:aws:ecs:us-east-1:123456789012:task/default/8f1c2d3e',
            },
          ],
          Cpu: '1024',
          DesiredStatus: 'STOPPED',
          LastStatus: 'STOPPED',
          LaunchType: 'FARGATE',
          Memory: '2048',
          StopCode: 'EssentialContainerExited',
          TaskArn: 'arn:aws:ecs:us-east-1:123456789012:task/default/8f1c2d3e',
          TaskDefinitionArn: 'arn:aws:ecs:us-east-1:123456789012:task-definition/my-task:1',
        },
      },
      access: (call) => [
        grant(['ecs:RunTask'], [taskDefinitionArn(call)]),
        ...passRole(call, ['Overrides.TaskRoleArn', 'Overrides.ExecutionRoleArn'], 'ecs-tasks.amazonaws.com'),
        ...duringSync(call, ['ecs:StopTask', 'ecs:DescribeTasks'], ['*']),
        ...managedRule(call, 'StepFunctionsGetEventsForECSTaskRule'),
      ],
      durations: { sync: taskRun },
      price: priced(
        [
          assumed('vcpu', 'CPU', 'vCPU', 1),
          assumed('memoryGB', 'Memory', 'GB', 2),
          assumed('machineShare', 'Share of an m5.large', 'machines', 1, 'With LaunchType EC2.'),
          jobTime(taskRun),
        ],
        ecsTime,
        'Idle hours of machines of your own, when LaunchType is EC2.',
      ),
      helpUrl: 'https://docs.aws.amazon.com/step-functions/latest/dg/connect-ecs.html',
    },
  ],
};
