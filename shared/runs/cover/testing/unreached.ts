/** Transitions of the sample workflows of AWS that no proposed test takes. */
export interface KnownUnreached {
  readonly workflow: string;
  readonly labels: readonly string[];
  /** Why no test can take them; with `limit`, what the search does not find and a person could write. */
  readonly proof: string;
  readonly limit?: true;
}

export const knownUnreached: readonly KnownUnreached[] = [
  {
    workflow: 'app-control-concurrency-with-dynamodb-tf/statemachines/test-run-semaphore.asl.json',
    labels: ['RunChildStateMachine → ClearResults'],
    proof:
      'The items of the Map are numbers that States.ArrayRange makes. The catcher’s ResultPath puts a field into the ' +
      'input, which a number has no place for: States.ResultPathMatchFailure, past every catcher.',
  },
  {
    workflow: 'calling-async-api-callback/statemachine/workflow_AsyncAPICallbackPattern.asl.json',
    labels: [
      'Invoke Async API & Wait For CallBack → Check Response Status',
      'Invoke Async API & Wait For CallBack → SNS Publish - Send Error Notification',
      'Check Response Status → SNS Publish - Send Success Notification',
      'Check Response Status → SNS Publish - Send Error Notification',
    ],
    proof:
      'The Resource is a placeholder, ${SQSSendMessageAction}, so it is no callback task and the context has no ' +
      'Task.Token, which its Parameters read: States.Runtime. With the placeholder filled in it is covered.',
  },
  {
    workflow: 'either-or-parallel-pattern/statemachine/statemachine.asl.json',
    labels: ['Wait Either For Process Completion Or Timeout → Next Step If Process1 Completes'],
    proof:
      'Each branch ends in a Fail or goes round until one does, so the Parallel never succeeds; Next is never taken.',
  },
  {
    workflow: 'quorum-with-parallel-pattern/statemachine/statemachine.asl.json',
    labels: ['Wait for at least "quorum" number processes complete → Next Step When Quorum is met'],
    proof: 'A branch waits for the time limit and ends in a Fail, so the Parallel never succeeds; Next is never taken.',
  },
  {
    workflow: 'quorum-with-parallel-pattern/statemachine/statemachine.asl.json',
    labels: ['Update Process1 Failure → Get Process Completion Statuses1'],
    proof: 'Another branch has to meet the quorum later than this one fails, which no search over delays looks for.',
    limit: true,
  },
  {
    workflow: 's3-bucket-nested-distributed-map/statemachine/statemachine.asl.json',
    labels: ['S3 Distributed Map State Machine → Fail', 'ProcessObjects → FailItem'],
    proof:
      'Both catch States.ItemReaderFailed. ProcessObjects has no ItemReader; the other reads a bucket, and which ' +
      'objects are there is no part of a test.',
  },
  {
    workflow: 'ec2-instance-isolation-cdk/python/statemachine/statemachine.asl.json',
    labels: ['Is Snapshot Complete? → Wait for Snapshot Creation', 'Wait for Snapshot Creation → Get Snapshot Status'],
    proof: 'What the Choice reads is made of two answers of one call inside a loop of a Parallel.',
    limit: true,
  },
  {
    workflow: 'resource-configuration-backup-sam/statemachine/statemachine.asl.json',
    labels: [
      'MapResolverRulesAndAssociations → Choice',
      'Choice → ListAggregateDiscoveredResources-Pagination',
      'Choice → Success',
      'ListAggregateDiscoveredResources-Pagination → MapResolverRulesAndAssociations',
      'WriteToS3WithResourceNameOrResourceId → PutObjectUsingResourceName',
    ],
    proof:
      'ResourceType must be a text of three parts, AWS::Service::Type: the search finds two of the functions that read it.',
    limit: true,
  },
  {
    workflow: 'textract-analyze-expense-tf/statemachine/statemachine.asl.json',
    labels: ['Check if receipt → AnalyzeExpense', 'AnalyzeExpense → Record receipt in database'],
    proof:
      'The filter [?(@.Name==Receipt)] compares with a name that is no text: it takes nothing, whatever the call answers.',
  },
];
