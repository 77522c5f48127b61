import { boolean, integer, list, may, need, object, oneOf, string, type ServiceDefinition } from './contract';

/** Source: AWS developer guide, "Run Amazon ECS or Fargate tasks with Step Functions". */
export const ecs: ServiceDefinition = {
  id: 'ecs',
  label: 'ECS',
  icon: 'ecs',
  // Fargate hides the machines, EC2 shows them: LaunchType decides.
  billing: 'either',
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
        need('TaskDefinition', string, 'Family, family:revision or ARN of the task definition.'),
        may('Cluster', string, 'Name or ARN of the cluster; the default cluster when left out.'),
        may('LaunchType', oneOf('FARGATE', 'EC2', 'EXTERNAL', 'MANAGED_INSTANCES'), 'Who provides the machines.'),
        may('NetworkConfiguration', object, 'AwsvpcConfiguration with Subnets, SecurityGroups, AssignPublicIp.'),
        may('Overrides', object, 'ContainerOverrides (Name, Command, Environment, Cpu, Memory) and roles.'),
        may('Count', integer(1, 10), 'How many copies to start.'),
        may('PlatformVersion', string, 'Fargate platform version, such as LATEST.'),
        may('CapacityProviderStrategy', list, 'Capacity providers with weights, instead of LaunchType.'),
        may('Group', string, 'Name of the task group.'),
        may('PlacementConstraints', list, 'Rules on where tasks may run (EC2).'),
        may('PlacementStrategy', list, 'How tasks are spread over machines (EC2).'),
        may('PropagateTags', oneOf('TASK_DEFINITION', 'SERVICE', 'NONE'), 'Where the tags of the task come from.'),
        may('EnableECSManagedTags', boolean, "Add ECS's own tags."),
        may('EnableExecuteCommand', boolean, 'Allow ECS Exec into the containers.'),
        may('Tags', list, 'List of { Key, Value }.'),
      ],
      errors: [
        'ECS.AmazonECSException',
        'ECS.ServerException',
        'ECS.ClientException',
        'ECS.ClusterNotFoundException',
        'ECS.InvalidParameterException',
        'ECS.AccessDeniedException',
        'States.TaskFailed',
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
      helpUrl: 'https://docs.aws.amazon.com/step-functions/latest/dg/connect-ecs.html',
    },
  ],
};
